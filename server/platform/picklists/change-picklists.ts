import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { fault, ValidationFailed, type Fault, type FaultCode } from '../../core/errors.js';
import { label as labelOf, say, type Message } from '../../core/messages.js';
import { freeKey, isPicklistKey } from '../../core/names.js';
import { standardPicklist } from '../../core/picklist.js';
import type { Field, Module } from '../../core/registry.js';
import { characters, cleanText, hasForbiddenCharacter, isColor } from '../../core/text.js';
import { organizationDb, recordTable } from '../../core/typed-sql.js';
import { lockAdministration } from '../../core/write/administration-lock.js';
import { logEvent } from '../../core/write/log-event.js';
import { checkOrder, withPlace } from '../../core/write/places.js';
import { noSuchPicklist, readValues, type Value } from './read-picklists.js';

/** So many values a list may have, retired ones too. */
export const MAX_VALUES = 1000;
const MAX_LABEL = 120;
/** So many languages a value may have labels in. */
const MAX_LABELS = 100;

/** A label in a language; null takes it away. */
export interface LabelInput {
  readonly language: string;
  readonly label?: string | null;
}

/** What inputs say of a value: what is absent stays. */
export interface ValueInput {
  readonly key?: string | null;
  readonly label?: string | null;
  readonly labels?: readonly LabelInput[] | null;
  readonly color?: string | null;
  readonly category?: string | null;
  readonly place?: number | null;
  readonly isRetired?: boolean | null;
}

/** Adds a value to a list: at its place, else at the end. */
export async function createValue(context: WriteContext, picklist: string, input: ValueInput): Promise<void> {
  const values = await lockPicklist(context, picklist);
  if (values.length >= MAX_VALUES)
    throw fault('picklist', 'TOO_MANY', say('faults.tooManyValues', { limit: MAX_VALUES }), { limit: MAX_VALUES });
  const faults = createFaults();
  const next = checkValue(picklist, input, emptyValue, values, faults);
  const taken = new Set(values.map(({ key }) => key));
  const key = checkKey(input, taken, faults);
  faults.done();

  const place = input.place ?? values.length + 1;
  await savePlaces(
    context,
    picklist,
    withPlace(
      values.map((value) => value.key),
      key,
      place,
    ),
  );
  const order = Math.min(place, values.length + 1);
  await organizationDb(context)
    .insertInto('picklist_value')
    .values({ picklist, key, place: order, ...columnsOf(next) })
    .execute();
  await log(context, picklist, 'picklistValue.created', { key, ...next });
}

/** Changes what a value is called and how it is shown, retires it or brings it back. Its key stays. */
export async function updateValue(context: WriteContext, picklist: string, key: string, input: ValueInput): Promise<void> {
  const values = await lockPicklist(context, picklist);
  const value = find(values, 'key', key);
  const faults = createFaults();
  const next = checkValue(picklist, input, value, values, faults);
  if (next.isRetired && !value.isRetired) refuseDefault(context, picklist, key, 'input.isRetired', faults);
  faults.done();
  const was = Object.fromEntries(
    Object.entries(valueOf(value)).filter(([name, one]) => JSON.stringify(one) !== JSON.stringify(next[name as 'label'])),
  );
  if (Object.keys(was).length > 0) {
    await organizationDb(context)
      .updateTable('picklist_value')
      .set(columnsOf(next))
      .where('picklist', '=', picklist)
      .where('key', '=', key)
      .execute();
    const became = Object.fromEntries(Object.keys(was).map((name) => [name, next[name as 'label']]));
    await log(context, picklist, 'picklistValue.updated', { key, ...became }, was);
  }
  if (typeof input.place === 'number')
    await savePlaces(
      context,
      picklist,
      withPlace(
        values.map((one) => one.key),
        key,
        input.place,
      ),
    );
}

/** Puts all values of a list in an order. */
export async function reorderValues(context: WriteContext, picklist: string, keys: readonly string[]): Promise<void> {
  const values = await lockPicklist(context, picklist);
  checkOrder('keys', keys, new Map(values.map(({ key }) => [key, key])));
  await savePlaces(context, picklist, keys);
  await log(context, picklist, 'picklist.reordered', { keys });
}

/** Removes a value that no record holds. A record that is being saved with it is waited for. */
export async function deleteValue(context: WriteContext, picklist: string, key: string): Promise<void> {
  const values = await lockPicklist(context, picklist);
  find(values, 'key', key);
  await lockValue(context, picklist, key);
  const faults = createFaults();
  refuseDefault(context, picklist, key, 'key', faults);
  const uses = await countUses(context, picklist, key);
  if (uses.size > 0) {
    const count = [...uses.values()].reduce((sum, one) => sum + one, 0);
    const where = [...uses].map(([module, one]) => say('texts.picklistUse', { module: labelOf(module), count: one }));
    faults.add('key', 'IN_USE', say('faults.picklistValueInUse', { key, count, where }), { count, ...Object.fromEntries(uses) });
  }
  faults.done();
  await removeValue(context, picklist, key);
  await log(context, picklist, 'picklistValue.deleted', { key });
}

/**
 * Removes a value that an import had added, unless a record holds it. Records that the import itself made and that are in the recycle bin
 * do not count.
 *
 * @param cause of the import, in the change log
 * @returns whether it was removed
 */
export async function removeUnused(context: WriteContext, picklist: string, key: string, cause: string): Promise<boolean> {
  const values = await lockPicklist(context, picklist);
  if (!values.some((value) => value.key === key)) return false;
  await lockValue(context, picklist, key);
  const isDefault = holders(context, picklist).some(({ field }) => field.default === key);
  if (isDefault || (await countUses(context, picklist, key, cause)).size > 0) return false;
  await removeValue(context, picklist, key);
  await log(context, picklist, 'picklistValue.deleted', { key });
  return true;
}

/**
 * Gives every record that holds a value another one, those in the bin too, and removes the value.
 *
 * @returns how many records changed
 */
export async function replaceValue(context: WriteContext, picklist: string, key: string, other: string): Promise<number> {
  const values = await lockPicklist(context, picklist);
  find(values, 'key', key);
  const target = find(values, 'with', other);
  const faults = createFaults();
  if (other === key) faults.add('with', 'CONTRADICTION', say('faults.replacedByItself', { key }));
  else if (target.isRetired) faults.add('with', 'CONTRADICTION', say('faults.retiredTarget', { name: target.label }));
  refuseDefault(context, picklist, key, 'key', faults);
  faults.done();
  await lockValue(context, picklist, key);
  let count = 0;
  for (const { module, field } of holders(context, picklist)) count += await rewrite(context, module, field, key, other);
  await removeValue(context, picklist, key);
  await log(context, picklist, 'picklistValue.replaced', { key, with: other, records: count });
  return count;
}

/** The values of a list that is about to be changed, by one transaction of the organisation at a time. */
async function lockPicklist(context: WriteContext, picklist: string): Promise<Value[]> {
  if (!standardPicklist(picklist)) throw noSuchPicklist('picklist', picklist);
  await lockAdministration(context, 'Picklists');
  return readValues(organizationDb(context), picklist);
}

const columnsOf = ({ label, labels, color, isRetired, category }: Content) => ({
  label,
  labels: JSON.stringify(labels),
  color,
  is_retired: isRetired,
  category,
});

/** Waits for records that are being saved with the value; later ones wait for us, and then find that it is gone. */
async function lockValue(context: WriteContext, picklist: string, key: string): Promise<void> {
  await organizationDb(context)
    .selectFrom('picklist_value as v')
    .select('v.key')
    .where('v.picklist', '=', picklist)
    .where('v.key', '=', key)
    .forUpdate()
    .execute();
}

async function removeValue(context: WriteContext, picklist: string, key: string): Promise<void> {
  await organizationDb(context).deleteFrom('picklist_value').where('picklist', '=', picklist).where('key', '=', key).execute();
}

function find(values: readonly Value[], path: string, key: string): Value {
  const found = values.find((value) => value.key === key);
  if (!found) throw fault(path, 'REFERENCE_NOT_FOUND', say('faults.noSuchValue'));
  return found;
}

type Content = Omit<Value, 'key' | 'place'>;
const emptyValue: Content = { label: '', labels: {}, color: null, category: null, isRetired: false };
const valueOf = ({ label, labels, color, category, isRetired }: Content): Content => ({ label, labels, color, category, isRetired });

/** A value as the input leaves it; all that is wrong is noted. */
function checkValue(
  picklist: string,
  input: ValueInput,
  before: Content & { readonly key?: string },
  values: readonly Value[],
  faults: Faults,
): Content {
  const label = input.label === undefined ? before.label : checkLabel(input.label, 'input.label', faults);
  const isRetired = input.isRetired ?? before.isRetired;
  if (input.isRetired === null) faults.add('input.isRetired', 'REQUIRED', say('faults.empty', { label: 'isRetired' }));
  const others = values.filter((value) => value.key !== before.key && !value.isRetired);
  if (label && !isRetired && (label !== before.label || before.isRetired) && others.some((value) => isSameLabel(value.label, label)))
    faults.add(input.label === undefined ? 'input.isRetired' : 'input.label', 'NOT_UNIQUE', say('faults.nameTaken', { name: label }), {
      value: label,
    });
  const { color = before.color, category = before.category, place } = input;
  const { categories } = standardPicklist(picklist)!;
  if (input.category != null && !categories.includes(input.category))
    faults.add('input.category', 'INVALID_FORMAT', say('faults.noSuchCategory', { categories }), { categories: categories.join(', ') });
  if (input.color != null && !isColor(input.color))
    faults.add('input.color', 'INVALID_FORMAT', say('faults.colorForm', { field: 'color' }));
  if (typeof place === 'number' && place < 1) faults.add('input.place', 'OUT_OF_RANGE', say('faults.placeFromOne'), { min: 1 });
  return { label, labels: checkLabels(input.labels ?? [], before.labels, faults), color, category, isRetired };
}

function checkLabels(given: readonly LabelInput[], before: Value['labels'], faults: Faults): Value['labels'] {
  const labels = new Map(Object.entries(before));
  const seen = new Set<string>();
  for (const [index, { language, label }] of given.slice(0, MAX_LABELS + 1).entries()) {
    const path = `input.labels.${index}`;
    const tag = languageTag(language);
    if (!tag) {
      faults.add(`${path}.language`, 'INVALID_FORMAT', say('faults.languageTag'));
      continue;
    }
    if (seen.has(tag)) faults.add(`${path}.language`, 'CONTRADICTION', say('faults.twice', { id: tag }));
    seen.add(tag);
    if (label === null || label === undefined) labels.delete(tag);
    else labels.set(tag, checkLabel(label, `${path}.label`, faults));
  }
  if (given.length > MAX_LABELS || labels.size > MAX_LABELS)
    faults.add('input.labels', 'TOO_MANY', say('faults.tooManyLabels', { limit: MAX_LABELS }), { limit: MAX_LABELS });
  return Object.fromEntries(labels);
}

/** `nl`, `nl-BE`, `nl_be` → as catalogues are named; null for what is no tag of a language. */
function languageTag(given: string): string | null {
  const match = /^([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2}))?$/.exec(given);
  return match ? match[1]!.toLowerCase() + (match[2] ? `-${match[2].toUpperCase()}` : '') : null;
}

function checkLabel(given: string | null, path: string, faults: Faults): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (given === null) faults.add(path, 'REQUIRED', say('faults.empty', { label: name }));
  else if (hasForbiddenCharacter(given)) faults.add(path, 'INVALID_CHARACTER', say('faults.forbiddenCharacter', { label: name }));
  else {
    const label = cleanText(given);
    const details = { max: MAX_LABEL, length: characters(label ?? '') };
    if (label === null) faults.add(path, 'REQUIRED', say('faults.blank', { label: name }));
    else if (details.length > MAX_LABEL) faults.add(path, 'TOO_LONG', say('faults.tooLong', { label: name, ...details }), details);
    else return label;
  }
  return '';
}

/** Labels that people would take for the same. */
const isSameLabel = (one: string, other: string): boolean => sameLabel(one) === sameLabel(other);
const sameLabel = (label: string): string => label.normalize('NFKC').toLowerCase();

function checkKey(input: ValueInput, taken: ReadonlySet<string>, faults: Faults): string {
  const { key } = input;
  if (key === undefined || key === null) return freeKey(input.label ?? '', taken, 'VALUE');
  if (key.length > MAX_LABEL)
    faults.add('input.key', 'TOO_LONG', say('faults.tooLong', { label: 'key', max: MAX_LABEL, length: key.length }));
  else if (!isPicklistKey(key)) faults.add('input.key', 'INVALID_FORMAT', say('faults.keyForm', { field: 'key' }));
  else if (taken.has(key)) faults.add('input.key', 'NOT_UNIQUE', say('faults.keyTaken', { key }), { value: key });
  return key;
}

interface Holder {
  readonly module: Module;
  readonly field: Field;
}

/** The fields that hold values of a list. */
const holders = ({ model }: WriteContext, picklist: string): Holder[] =>
  [...model.registry.modules.values()].flatMap((module) =>
    [...module.fields.values()].filter((field) => field.picklist?.name === picklist && !field.custom).map((field) => ({ module, field })),
  );

/** What new records get by themselves must be there. */
function refuseDefault(context: WriteContext, picklist: string, key: string, path: string, faults: Faults): void {
  const holder = holders(context, picklist).find(({ field }) => field.default === key);
  if (holder)
    faults.add(path, 'CONTRADICTION', say('faults.picklistDefault', { key, field: labelOf(holder.module.name, holder.field.name) }));
}

/**
 * How many records hold a value, those in the bin too, by module.
 *
 * @param undone the cause of an import whose records in the bin do not count
 */
async function countUses(context: WriteContext, picklist: string, key: string, undone: string | null = null): Promise<Map<string, number>> {
  const byModule = Map.groupBy(holders(context, picklist), ({ module }) => module);
  if (byModule.size === 0) return new Map();
  const db = organizationDb(context);
  const parts = [...byModule].map(([module, fields]) =>
    db
      .selectFrom(`${recordTable(module)} as t` as const)
      .select((eb) => [sql<string>`${module.name}::text`.as('module'), eb.fn.countAll<string>().as('count')])
      .where((eb) => eb.or(fields.map(({ field }) => eb(sql<string>`${sql.ref(`t.${field.column}`)}`, '=', key))))
      .$if(undone !== null, (qb) =>
        qb.where((eb) =>
          eb.or([
            eb('t.deleted_at', 'is', null),
            eb.not(
              eb.exists(
                eb
                  .selectFrom('change as c')
                  .select('c.id')
                  .whereRef('c.record_id', '=', 't.id')
                  .where('c.operation', '=', 'CREATE')
                  .where('c.cause', '=', undone),
              ),
            ),
          ]),
        ),
      ),
  );
  const rows = await parts.reduce((all, part) => all.unionAll(part)).execute();
  return new Map(rows.flatMap(({ module, count }) => (count === '0' ? [] : [[module, Number(count)] as const])));
}

/** So many records are changed by one statement, so that none runs into the time limit of statements. */
const BATCH = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** @returns how many records had the value */
async function rewrite(context: WriteContext, module: Module, { column }: Field, from: string, to: string): Promise<number> {
  const table = `${recordTable(module)} as t` as const;
  let total = 0;
  for (let last = FIRST; ;) {
    const batch = await organizationDb(context)
      .with('batch', (qb) =>
        qb
          .selectFrom(table)
          .select('t.id')
          .where(sql<string>`${sql.ref(`t.${column}`)}`, '=', from)
          .where('t.id', '>', last)
          .orderBy('t.id')
          .limit(BATCH)
          .forNoKeyUpdate(),
      )
      .with('changed', (qb) => qb.updateTable(table).from('batch as b').set(sql.ref(column), to).whereRef('t.id', '=', 'b.id'))
      .selectFrom('batch as b')
      .select(['b.id', sql<string>`count(*) OVER ()`.as('count')])
      .orderBy('b.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!batch) return total;
    total += Number(batch.count);
    last = batch.id;
  }
}

async function savePlaces(context: WriteContext, picklist: string, keys: readonly string[]): Promise<void> {
  await organizationDb(context)
    .updateTable('picklist_value as v')
    .from(sql<{ key: string; place: string }>`unnest(${keys}::text[]) with ordinality`.as<'r'>(sql`r(key, place)`))
    .set({ place: sql`r.place::int` })
    .where('v.picklist', '=', picklist)
    .whereRef('v.key', '=', 'r.key')
    .where(sql<boolean>`v.place <> r.place`)
    .execute();
}

/** Values have no row ids: the log files what happens to lists under the organisation. */
const log = (context: WriteContext, picklist: string, event: string, became: object, was: object = {}): Promise<void> =>
  logEvent(context, { module: 'Picklist', recordId: context.viewer.org, was, became: { event, picklist, ...became } });

interface Faults {
  add(inputPath: string, code: FaultCode, message: Message, details?: Fault['details']): void;
  /** Throws all that was noted. */
  done(): void;
}

function createFaults(): Faults {
  const fields: Fault[] = [];
  return {
    add: (inputPath, code, message, details) => void fields.push({ inputPath, code, message, ...(details && { details }) }),
    done() {
      if (fields.length > 0) throw ValidationFailed({ fields });
    },
  };
}
