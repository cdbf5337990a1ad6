import type { Field, Module } from './registry.js';

/** A predicate over a row, bound to a value of the viewer by name. */
export interface RowRule {
  /** The name in `Run.viewer` that the parameter is read from: an array of row ids. */
  readonly value: string;
  readonly sql: (alias: string, parameter: string) => string;
}

/**
 * What a viewer may see, as far as it decides the text of a statement: which fields are hidden and which kinds of row
 * predicate apply. Two viewers with the same shape share their plans; their values bind.
 */
export interface AccessShape {
  /** Part of every plan's key. */
  readonly key: string;
  isHidden(module: Module, field: Field): boolean;
  /** Null: every row of the organisation. */
  rows(module: Module): RowRule | null;
}

/** Every field and every row of the organisation: the shape of all users until rights come. */
export const fullAccess: AccessShape = { key: 'full', isHidden: () => false, rows: () => null };
