import { lookup, picklist } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { BaseRecord, linking, record } from '../../core/record.js';
import { Contact } from '../contact/contact.js';
import { Deal } from './deal.js';

const ContactRole = definePicklist('ContactRole', 'What somebody has to say in a deal.', ['Developer/Evaluator', 'Decision Maker', 'Purchasing', 'Executive Sponsor', 'Engineering Lead', 'Economic Decision Maker', 'Product Management']);

@record({
  prefix: 'contactrole',
  name: 'DealContactRole',
  plural: 'dealContactRoles',
  description: 'A person who takes part in a deal, and as what: one role a deal (modules.md 3).',
  ...linking('deal', 'contact'),
})
export class DealContactRole extends BaseRecord {
  @lookup(() => Deal, {
    description: 'The deal.',
    required: true,
    fixed: true,
    inverse: { name: 'contactRoles', description: 'Who takes part in the deal, and as what.', nested: true },
  })
  deal!: Deal;
  @lookup(() => Contact, {
    description: 'The person.',
    required: true,
    fixed: true,
    inverse: { name: 'dealRoles', description: 'The deals the person takes part in, and as what.' },
  })
  contact!: Contact;
  @picklist(ContactRole, { description: 'What the person has to say in it.' }) role?: string | null;
}
