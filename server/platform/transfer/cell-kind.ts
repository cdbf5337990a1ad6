import type { FieldKind } from '../../core/registry.js';

/** What the cells of a column hold: it decides what is guarded in CSV and what type they have in a sheet. */
export type CellKind = 'text' | 'phone' | 'number' | 'boolean' | 'date' | 'instant';

/** A column of a file that is written. */
export interface OutColumn {
  readonly name: string;
  readonly kind: CellKind;
}

/** A row of a file that is written: as the API has the values, as text; null and an empty text are an empty cell. */
export type OutRow = readonly (string | null)[];

export const cellKind = (kind: FieldKind): CellKind => kinds[kind] ?? 'text';

const kinds: Readonly<Partial<Record<FieldKind, CellKind>>> = {
  phone: 'phone',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
};
