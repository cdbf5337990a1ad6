import { picklistLabel, type Compilation } from '../core/read/scope.js';
import { nameFormatOf } from '../core/read/statement.js';
import type { Field } from '../core/registry.js';

/** What is stored of a person's name, the same for all readers: imports find people by it. */
export const GIVEN_AND_FAMILY_NAME = `concat_ws(' ', new.first_name, new.last_name)`;

/** A name as its reader wants it: the parts in the order of their settings, the salutation in their language. */
export function shownName(compilation: Compilation, alias: string, salutation?: Field): string {
  const format = compilation.statement.bind(nameFormatOf, 'text');
  const [first, last] = [`${alias}.first_name`, `${alias}.last_name`];
  if (!salutation)
    return `CASE ${format} WHEN 'SALUTATION_LAST_FIRST' THEN concat_ws(' ', ${last}, ${first}) ELSE concat_ws(' ', ${first}, ${last}) END`;
  const key = `${alias}.${salutation.column}`;
  const said = `CASE WHEN ${key} IS NOT NULL THEN ${picklistLabel(compilation, salutation, key)} END`;
  const ordered = `CASE ${format} WHEN 'SALUTATION_LAST_FIRST' THEN concat_ws(' ', s.said, ${last}, ${first}) WHEN 'FIRST_LAST_SALUTATION' THEN concat_ws(' ', ${first}, ${last}, s.said) ELSE concat_ws(' ', s.said, ${first}, ${last}) END`;
  return `(SELECT ${ordered} FROM (SELECT ${said}) s(said))`;
}

/** The options of a field that holds the name of a person who may have a salutation. */
export const fullNameOptions = {
  description:
    'Salutation, given and family name, in the order of `nameFormat` and in the language of the reader. Filters compare what the reader sees; orders go by family name.',
  formula: GIVEN_AND_FAMILY_NAME,
  sortedBy: ['lastName', 'firstName'],
  shown: (compilation: Compilation, alias: string, fields: ReadonlyMap<string, Field>) =>
    shownName(compilation, alias, fields.get('salutation')),
} as const;
