import { customField } from '../../server/core/fields.js';
import type { Model } from '../../server/core/read/plan.js';
import type { Field } from '../../server/core/registry.js';
import { extendModel } from '../../server/core/schema/extend-model.js';
import { LeadSource } from '../../server/modules/picklists.js';

/** What an organisation of the tests added to its accounts: one field of each kind that is stored in its own way. */
export const accountFields: readonly Field[] = [
  customField('text', 'loyaltyTier_c', { description: 'The level of loyalty.', max: 40 }),
  customField('integer', 'visits_c', { description: 'How often we were there.', range: [-1000, 1000] }),
  customField('decimal', 'discount_c', { description: 'The agreed discount.' }),
  customField('boolean', 'isPartner_c', { description: 'Whether they sell for us.' }),
  customField('date', 'foundedOn_c', { description: 'The day it was founded.' }),
  customField('instant', 'auditedAt_c', { description: 'The moment of the last audit.' }),
  customField('picklist', 'campaign_c', { description: 'What brought them here.', picklist: LeadSource }),
];

const extended = new WeakMap<Model, Model>();

/** The model of an organisation with fields of its own on Account. Made once for each base, as a server would. */
export function customModel(base: Model): Model {
  const known = extended.get(base);
  if (known) return known;
  const model = extendModel(base, 'with-account-fields', { Account: accountFields });
  extended.set(base, model);
  return model;
}
