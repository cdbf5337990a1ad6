import type { Calendar } from '../calendar.js';
import type { Variables } from './input.js';

/** What one run of a plan binds its parameters from. */
export interface Run {
  readonly variables: Variables;
  /** The organisation, as a uuid. */
  readonly org: string;
  /** BCP 47 tag of the language labels are wanted in. */
  readonly language: string;
  /** The row id of the reader. */
  readonly userId: string;
  /** The order in which the reader sees the parts of names. */
  readonly nameFormat: string;
  readonly calendar: Calendar;
  /** The moment that `today` is read from. */
  readonly now: Date;
  /** Values of the viewer's row predicates, by name (section 6 of the access shape). */
  readonly viewer: Readonly<Record<string, readonly string[]>>;
  /** Row ids for reads that start from known records. */
  readonly ids?: readonly string[];
}

/** Reads one parameter of a run; null and text as PostgreSQL's text format has them. */
export type Binder = (run: Run) => string | null;

/** The text of a statement in the making, and what its parameters are read from. No value ever enters the text. */
export class Statement {
  readonly binders: Binder[] = [];
  private aliases = 0;
  private readonly places = new Map<Binder, string>();

  /** A fresh table alias. */
  alias(): string {
    return `t${this.aliases++}`;
  }

  /** A parameter, cast to `type`; the same binder gets the same place. */
  bind(binder: Binder, type: string): string {
    let place = this.places.get(binder);
    if (!place) {
      place = `$${this.binders.push(binder)}`;
      this.places.set(binder, place);
    }
    return `${place}::${type}`;
  }
}

export const bindOrg: Binder = (run) => run.org;
export const nameFormatOf: Binder = (run) => run.nameFormat;
export const bindNow: Binder = (run) => run.now.toISOString();
export const bindLanguage: Binder = (run) => run.language;
export const bindIds: Binder = (run) => arrayLiteral(run.ids ?? []);

/** PostgreSQL's text form of an array. */
export const arrayLiteral = (items: readonly (string | null)[]): string =>
  `{${items.map((item) => (item === null ? 'NULL' : `"${item.replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;

/** A text as a literal of SQL; for the product's own names only, never for input. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** PostgreSQL takes at most 100 arguments, so longer rows are arrays of arrays. */
const CHUNK = 90;

/** SQL for a JSON array of the cells. */
export function jsonArray(cells: readonly string[]): string {
  if (cells.length <= CHUNK) return `json_build_array(${cells.join(', ')})`;
  const chunks: string[] = [];
  for (let at = 0; at < cells.length; at += CHUNK) chunks.push(`json_build_array(${cells.slice(at, at + CHUNK).join(', ')})`);
  return `json_build_array(${chunks.join(', ')})`;
}

/** The JavaScript that reads cell `index` of a row made by `jsonArray`. */
export const cellOf = (row: string, index: number, total: number): string =>
  total <= CHUNK ? `${row}[${index}]` : `${row}[${Math.floor(index / CHUNK)}][${index % CHUNK}]`;
