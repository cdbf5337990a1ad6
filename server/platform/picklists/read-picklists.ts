import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import type { Context } from '../../core/context.js';
import { fault, type CrmError } from '../../core/errors.js';
import { say, textOf } from '../../core/messages.js';
import { standardPicklist, standardPicklists } from '../../core/picklist.js';
import { organizationDb, type Db } from '../../core/typed-sql.js';

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

/** Values of the organization's lists, in their order. */
const selectValues = (db: Db) =>
  db
    .selectFrom('picklist_value as v')
    .select(['v.key', 'v.label', 'v.labels', 'v.color', 'v.category', 'v.place', 'v.is_retired as isRetired'])
    .orderBy('v.picklist')
    .orderBy('v.place')
    .orderBy('v.key');

const valueOf = ({ labels, ...value }: Omit<Value, 'labels'> & { labels: unknown }): Value => ({
  ...value,
  labels: labels as Record<string, string>,
});

/** The values of one list. */
export const readValues = async (db: Db, picklist: string): Promise<Value[]> =>
  (await selectValues(db).where('v.picklist', '=', picklist).execute()).map(valueOf);

/** The values of some lists by the lists' names, or of all. */
export async function readValuesOf(db: Db, picklists?: readonly string[]): Promise<Map<string, Value[]>> {
  const rows = await selectValues(db)
    .select('v.picklist')
    .$if(picklists !== undefined, (qb) => qb.where('v.picklist', 'in', picklists!))
    .execute();
  const byList = Map.groupBy(rows, ({ picklist }) => picklist);
  return new Map([...byList].map(([name, values]) => [name, values.map(({ picklist: _, ...value }) => valueOf(value))]));
}

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

/** All lists in the order in which the product declares them; those without values are left out. */
async function readAll(context: Context): Promise<ReadonlyMap<string, ReadPicklist>> {
  const values = await readValuesOf(organizationDb(context));
  const lists = standardPicklists().flatMap(({ name }) => {
    const found = values.get(name);
    return found ? [readPicklist(name, found, context.language)] : [];
  });
  return new Map(lists.map((list) => [list.name, list]));
}

/** The error for a list that there is not, with the one that is meant where that can be told. */
export function noSuchPicklist(path: string, name: string): CrmError {
  const names = standardPicklists().map((one) => one.name);
  const [meant] = suggestionList(name, names);
  const message = meant ? say('faults.noSuchPicklistMeant', { meant }) : say('faults.noSuchPicklist', { names });
  return fault(path, 'REFERENCE_NOT_FOUND', message);
}
