import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import type { Context } from '../../core/context.js';
import type { Row } from '../../core/database/rows.js';
import { statementName } from '../../core/database/transactions.js';
import { fault, Unauthenticated, type CrmError } from '../../core/errors.js';
import { say, textOf } from '../../core/messages.js';
import { standardPicklist, standardPicklists } from '../../core/picklist.js';

/** A value as the organisation keeps it. */
export interface Value {
  readonly key: string;
  /** What stands where a language has no label of its own. */
  readonly label: string;
  /** By language. */
  readonly labels: Readonly<Record<string, string>>;
  readonly color: string | null;
  /** What the program takes it for. */
  readonly category: string | null;
  readonly place: number;
  readonly isRetired: boolean;
}

// A bare `place` would order by the text in the answer: 1, 10, 2.
const SELECT = `SELECT v.picklist, v.key, v.label, v.labels::text, v.color, v.place::text, v.is_retired::text, v.category FROM picklist_value v WHERE v.org = $1::uuid`;
/** The values of one list, for `$2`. */
export const valuesOfOne = `${SELECT} AND v.picklist = $2 ORDER BY v.place, v.key`;
/** The values of all lists. */
export const valuesOfAll = `${SELECT} ORDER BY v.picklist, v.place, v.key`;

export const readValue = ([, key, label, labels, color, place, isRetired, category]: Row): Value => ({
  key: key!,
  label: label!,
  labels: JSON.parse(labels!) as Record<string, string>,
  color: color ?? null,
  category: category ?? null,
  place: Number(place),
  isRetired: isRetired === 'true',
});

/** A list as a reader sees it. */
export interface ReadPicklist {
  readonly name: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly values: readonly ReadValue[];
}

type ReadValue = Omit<Value, 'labels'> & { readonly labels: readonly { readonly language: string; readonly label: string }[] };

export const readPicklist = (name: string, values: readonly Value[], language: string): ReadPicklist => ({
  name,
  description: textOf(say(`texts.picklist.${name}`), language),
  categories: standardPicklist(name)!.categories,
  values: values.map(({ label, labels, ...value }) => ({
    ...value,
    label: labels[language] ?? label,
    labels: Object.entries(labels)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, text]) => ({ language: tag, label: text })),
  })),
});

/** All lists of the caller's organisation by name, in the order in which the product declares them. Read once an operation. */
export function picklistsOf(context: Context): Promise<ReadonlyMap<string, ReadPicklist>> {
  const known = read.get(context);
  if (known) return known;
  const lists = readAll(context);
  read.set(context, lists);
  return lists;
}

const read = new WeakMap<Context, Promise<ReadonlyMap<string, ReadPicklist>>>();

async function readAll({ viewer, services, language, metrics }: Context): Promise<ReadonlyMap<string, ReadPicklist>> {
  if (!viewer) throw Unauthenticated({});
  metrics.statementCount++;
  const rows = await services.reader.read(viewer.org, { name: statementName(valuesOfAll), text: valuesOfAll }, [viewer.org]);
  return new Map(readPicklists(rows.texts(), language).map((list) => [list.name, list]));
}

/** All lists by the rows of `valuesOfAll`, in the order in which the product declares them; those without values are left out. */
function readPicklists(rows: readonly Row[], language: string): ReadPicklist[] {
  const values = new Map<string, Value[]>();
  for (const row of rows) {
    const known = values.get(row[0]!);
    if (known) known.push(readValue(row));
    else values.set(row[0]!, [readValue(row)]);
  }
  return standardPicklists().flatMap(({ name }) => {
    const found = values.get(name);
    return found ? [readPicklist(name, found, language)] : [];
  });
}

/** The error for a list that there is not, with the one that is meant where that can be told. */
export function noSuchPicklist(path: string, name: string): CrmError {
  const names = standardPicklists().map((one) => one.name);
  const [meant] = suggestionList(name, names);
  const message = meant ? say('faults.noSuchPicklistMeant', { meant }) : say('faults.noSuchPicklist', { names });
  return fault(path, 'REFERENCE_NOT_FOUND', message);
}
