import { defineEnum } from '../../core/enums.js';
import { screamingCase } from '../../core/names.js';
import type { FieldKind } from '../../core/registry.js';

const kinds: Readonly<Record<FieldKind, string>> = {
  id: 'The id of the record.',
  text: 'A line of text.',
  textarea: 'Text of several lines.',
  email: 'An e-mail address.',
  phone: 'A telephone number as people write it.',
  url: 'A web address.',
  integer: 'A whole number.',
  decimal: 'An exact decimal number.',
  money: "An amount in the record's currency.",
  boolean: 'Yes or no.',
  date: 'A day of the calendar.',
  instant: 'A moment in time.',
  picklist: 'A value of a picklist of the organisation.',
  enum: 'A value of an enum of the program.',
  json: 'A list or an object that the program writes.',
  currency: 'A currency by its ISO 4217 code.',
  timeZone: 'A time zone by its IANA name.',
  language: 'One of the languages of the product by its tag.',
  externalIds: 'The keys that other systems know the record by.',
  lookup: 'Another record.',
  reference: 'A record of one of several modules.',
};

export const FieldKinds = defineEnum(
  'FieldKind',
  'What a field holds.',
  Object.fromEntries(Object.entries(kinds).map(([kind, description]) => [screamingCase(kind), description])),
);

export const RecordVerb = defineEnum('RecordVerb', 'What a mutation does with a record.', {
  CREATE: 'Makes a new one.',
  UPDATE: 'Changes one.',
  DELETE: 'Moves one to the bin.',
  RESTORE: 'Takes one back from the bin.',
  CLONE: 'Makes one like another.',
  UPSERT: 'Changes the one that is there, or makes it.',
});
