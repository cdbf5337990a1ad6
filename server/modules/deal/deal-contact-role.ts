import { lookup, picklist } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { BaseRecord, record } from '../../core/record.js';
import { Contact } from '../contact/contact.js';
import { Deal } from './deal.js';

const ContactRole = definePicklist('ContactRole', 'The part that a contact plays in a deal.', ['Developer/Evaluator', 'Decision Maker', 'Purchasing', 'Executive Sponsor', 'Engineering Lead', 'Economic Decision Maker', 'Product Management']);

@record({
  prefix: 'contactrole',
  name: 'DealContactRole',
  plural: 'dealContactRoles',
  description: 'A contact who takes part in a deal, and as what (modules.md 3). A contact has at most one role in a deal.',
  unique: [['deal', 'contact']],
})
export class DealContactRole extends BaseRecord {
  @lookup(() => Deal, { description: 'The deal.', required: true, createOnly: true, inverse: { name: 'contactRoles', description: 'Who takes part in the deal, and as what.' } }) deal!: Deal;
  @lookup(() => Contact, { description: 'The contact; somebody else is another role.', required: true, createOnly: true, inverse: { name: 'dealRoles', description: 'The deals the person takes part in, and as what.' } }) contact!: Contact;
  @picklist(ContactRole, { description: 'The part the contact plays.' }) role?: string | null;
}
