import { catalogueOf, languages } from '../../core/messages.js';
import type { FileFormat } from './table.js';

/** What the column of reasons is called in a file of rejected rows, in each language. */
const reasons: ReadonlySet<string> = new Set(languages.map((tag) => String(catalogueOf(tag).texts['file.reason']).toLowerCase()));

/** Whether a column holds the reasons that we rejected rows for: nothing of it is imported. */
export const isReasonColumn = (name: string): boolean => reasons.has(name.trim().toLowerCase());

/** A field as the API calls it, or a path to one: `accountName`, `owner.email`. */
const FIELD = /^[a-z][A-Za-z0-9]*(?:_c)?(?:\.[a-z][A-Za-z0-9]*(?:_c)?)*$/;

/**
 * Whether we have written a file, as its columns tell: rejected rows have their reasons beside them, exports are called as the
 * API calls fields. Texts that a spreadsheet would run are guarded in those, but in a sheet that we exported, which needs no guard.
 */
export function isOurs(columns: readonly string[], format: FileFormat): boolean {
  if (columns.some(isReasonColumn)) return true;
  const names = columns.filter((name) => name !== '');
  return format === 'csv' && names.every((name) => FIELD.test(name)) && names.some((name) => /[A-Z.]/.test(name));
}
