import type { Column, ImportFile } from './import-file.js';

/** Ids that stand for no record: Salesforce's, and the GUID of Dynamics. */
const NULL_ID = /^(?:0{15}(?:AAA)?|\{?0{8}-(?:0{4}-){3}0{12}\}?)$/;

/** Returns what is taken for a cell: what the caller has put for its text, and nothing for what stands for nothing. */
export function cellText({ emptyValues }: Pick<ImportFile, 'emptyValues'>, { values, target }: Column, cell: string | undefined): string {
  const text = cell ?? '';
  const key = text.trim();
  if (Object.hasOwn(values, key)) return values[key]!;
  if (emptyValues.includes(key.toLowerCase())) return '';
  const isId = target !== null && ('externalId' in target || ('lookup' in target && target.by === 'externalId'));
  return isId && NULL_ID.test(key) ? '' : text;
}
