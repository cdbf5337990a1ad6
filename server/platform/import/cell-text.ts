import type { Column, ImportFile } from './import-file.js';

/** Ids that stand for no record: Salesforce's, and the GUID of Dynamics. */
const NULL_ID = /^(?:0{15}(?:AAA)?|\{?0{8}-(?:0{4}-){3}0{12}\}?)$/;

/** Returns what is taken for a cell: what the caller has put for its text, and nothing for what stands for nothing. */
export function cellText(
  { emptyValues, source }: Pick<ImportFile, 'emptyValues' | 'source'>,
  { values, target }: Column,
  cell: string | undefined,
): string {
  const text = cell ?? '';
  const key = text.trim();
  if (Object.hasOwn(values, key)) return values[key]!;
  if (emptyValues.includes(key.toLowerCase())) return '';
  const of =
    target &&
    ('externalId' in target ? target.externalId : 'lookup' in target && target.by === 'externalId' ? (target.source ?? source) : null);
  if (of === null) return text;
  if (NULL_ID.test(key)) return '';
  return of === 'salesforce' ? longSalesforceId(key) : text;
}

/**
 * Salesforce writes an id in fifteen signs, of which the case matters, or with three more that say which are capitals: the
 * same record has the same id in both.
 */
function longSalesforceId(id: string): string {
  if (!/^[0-9A-Za-z]{15}$/.test(id)) return id;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const checks = [0, 5, 10].map((start) => {
    const capitals = [0, 1, 2, 3, 4].reduce((sum, place) => sum + (/[A-Z]/.test(id[start + place]!) ? 1 << place : 0), 0);
    return letters[capitals]!;
  });
  return id + checks.join('');
}
