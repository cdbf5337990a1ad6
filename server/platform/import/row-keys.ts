import { hash } from 'node:crypto';
import type { Viewer } from '../../core/context.js';
import { isFolded } from '../../core/field-types.js';
import type { Field, Module } from '../../core/registry.js';
import { cleanText, foldText } from '../../core/text.js';
import { uniqueFieldsOf } from '../../core/write/upsert.js';
import { screamingCase } from '../../core/names.js';
import type { TableRow } from '../transfer/table.js';
import { cellText } from './cell-text.js';
import { fieldOfInput, type Column, type ImportFile } from './import-file.js';

/** A column by which the record of a row is looked for. */
export interface KeyColumn {
  readonly at: number;
  readonly column: Column;
  /** No two records have the same: rows that have it are of one record. Otherwise each row is a record of its own. */
  readonly isUnique: boolean;
  readonly field: Field | null;
}

/**
 * The columns by which the records of a file are looked for: an id of ours, the key or the field that the caller names, else
 * what is unique. What only tells duplicates is the last, and none where records of the module may well be called alike.
 */
export function keyColumns(viewer: Pick<Viewer, 'uniqueFields'>, module: Module, { columns, by }: ImportFile): KeyColumn[] {
  const unique = uniqueFieldsOf(viewer, module);
  const found = columns.flatMap((column, at): KeyColumn[] => {
    const { target } = column;
    if (!target || 'lookup' in target) return [];
    if ('externalId' in target)
      return by && 'externalId' in by && by.externalId === target.externalId ? [{ at, column, isUnique: true, field: null }] : [];
    if (target.field === 'id') return [{ at, column, isUnique: true, field: null }];
    const field = fieldOfInput(module, target.field)!;
    const isUnique = unique.includes(field);
    const isMeant = by
      ? 'field' in by && by.field === screamingCase(field.name)
      : isUnique || (field === module.duplicateCheck && !module.sharesNames);
    return isMeant ? [{ at, column, isUnique, field }] : [];
  });
  return found.toSorted((a, b) => Number(b.isUnique) - Number(a.isUnique));
}

/** A key of a row, as a number that is practically its own. */
export interface RowKey {
  readonly of: KeyColumn;
  readonly mark: number;
}

/** The keys that a row has. */
export const keysOfRow = (file: ImportFile, keys: readonly KeyColumn[], { cells, fault }: TableRow): RowKey[] =>
  fault
    ? []
    : keys.flatMap((of): RowKey[] => {
        const text = cleanText(cellText(file, of.column, cells[of.at]));
        if (text === null) return [];
        const { field } = of;
        const value = field?.format ? field.format.normalize(text) : text;
        return [{ of, mark: markOf(`${of.at} ${field && isFolded(field) ? foldText(value) : value}`) }];
      });

/** 52 bits of a hash: a set of a million takes no more than it must, and two are the same once in ten thousand such sets. */
const markOf = (text: string): number => parseInt(hash('sha1', text).slice(0, 13), 16);

/** Whether a row is only known by what other rows of its file have too. */
export function isShared(keys: readonly RowKey[], shared: ReadonlySet<number>): boolean {
  const [first] = keys;
  return first !== undefined && !first.of.isUnique && shared.has(first.mark);
}
