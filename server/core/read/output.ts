import type { Format } from '../field-types.js';
import type { FieldKind } from '../registry.js';

/**
 * What becomes of the rows of a statement: a tree in the order of the response. `writer.ts` turns it into the program
 * that writes the JSON text.
 */
export type Output = Leaf | Constant | RecordOutput | ChoiceOutput | SummaryOutput | ConnectionOutput;

/** A value read from a cell of the row. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly key: string;
  readonly cell: number;
  readonly format: Format;
  /** Before the uuid of an id. */
  readonly prefix?: string;
  /** The kind of the field; of what is only about one, none. */
  readonly holds?: FieldKind;
}

/** A value known when the plan is made: `__typename`, a hidden field's null. */
export interface Constant {
  readonly kind: 'constant';
  readonly key: string;
  readonly json: string;
}

/** An object out of the same row: a look-up, or a part of the row under a name of its own. */
export interface RecordOutput {
  readonly kind: 'record';
  readonly key: string;
  /** The cell that is null when the record is; none for parts that are always there. */
  readonly presence: number | null;
  readonly fields: readonly Output[];
}

/** The record of a reference: the one of its alternatives that is there; null where none is. */
export interface ChoiceOutput {
  readonly kind: 'choice';
  readonly key: string;
  readonly alternatives: readonly { readonly presence: number; readonly fields: readonly Output[] }[];
}

/** Figures about the row, inside a cell that holds a JSON array of them. */
export interface SummaryOutput {
  readonly kind: 'summary';
  readonly key: string;
  readonly cell: number;
  /** How many cells the array has. */
  readonly cells: number;
  readonly fields: readonly (Leaf | Constant)[];
}

/** A page of rows and figures about the list, inside a cell that holds JSON. */
export interface ConnectionOutput {
  readonly kind: 'connection';
  readonly key: string;
  /** The cell of the row that holds the connection's slots. */
  readonly cell: number;
  readonly connection: Connection;
}

/** The parts of a connection; each part says which slot of the connection's JSON it is read from. */
export interface Connection {
  readonly page: Page | null;
  readonly parts: readonly ConnectionPart[];
  /** How many slots there are; a page alone has no array of slots around it. */
  readonly slots: number;
}

export interface Page {
  readonly slot: number;
  readonly size: number;
  /** One row more than the size was read, to know whether there are others. */
  readonly probed: boolean;
  /** The rows were read from the end and are turned round. */
  readonly backward: boolean;
  /** How many cells each row has. */
  readonly cells: number;
  readonly cursor: { readonly print: string; readonly cells: readonly number[] } | null;
}

export type ConnectionPart =
  | Constant
  | { readonly kind: 'nodes'; readonly key: string; readonly fields: readonly Output[] }
  | { readonly kind: 'edges'; readonly key: string; readonly fields: readonly EdgePart[] }
  | { readonly kind: 'pageInfo'; readonly key: string; readonly fields: readonly PageInfoPart[] }
  /** Figures about the whole list: fields of the one row in their slot. */
  | {
      readonly kind: 'figures';
      readonly key: string;
      readonly slot: number;
      readonly cells: number;
      readonly fields: readonly Output[] | null;
    }
  | {
      readonly kind: 'groups';
      readonly key: string;
      readonly slot: number;
      readonly cells: number;
      readonly limit: number;
      /** The slot holds how many groups there are, and then their rows. */
      readonly isCounted: boolean;
      readonly fields: readonly Output[];
    };

export type EdgePart =
  | Constant
  | { readonly kind: 'node'; readonly key: string; readonly fields: readonly Output[] }
  | { readonly kind: 'cursor'; readonly key: string };

export type PageInfoPart =
  Constant | { readonly kind: 'startCursor' | 'endCursor' | 'hasNextPage' | 'hasPreviousPage'; readonly key: string };

/** What a root field answers. */
export type RootOutput =
  /** One record or null. */
  | { readonly kind: 'one'; readonly cells: number; readonly fields: readonly Output[] }
  /** A page whose rows are the statement's rows, or slots in its only row. */
  | { readonly kind: 'list'; readonly flat: boolean; readonly connection: Connection }
  /** Records of several modules in the order of the given ids. */
  | {
      readonly kind: 'byIds';
      readonly modules: readonly { readonly prefix: string; readonly cells: number; readonly fields: readonly Output[] }[];
    }
  | { readonly kind: 'null' };
