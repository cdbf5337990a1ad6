import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
import { freeKey, isPicklistKey } from '../../core/names.js';
import { lockAdministration } from '../../core/write/administration-lock.js';
import { organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { savePlaces, withPlace } from '../../core/write/places.js';
import { defineRules } from '../../core/write/rules.js';

export const MAX_PIPELINES = 100;

interface Known {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isDeleted: boolean;
}

/** Exactly one pipeline is the default, and it is not retired; keys, names and places are the organisation's own (modules.md 5). */
defineRules('Pipeline', {
  reads: ['isDefault', 'isRetired'],
  begin: lockPipelines,
  async prepare(context, rows) {
    const known = await readPipelines(context);
    for (const row of rows) await prepareRow(context, row, known);
  },
});

/** Pipelines and their stages are changed by one transaction of the organisation at a time: each rule is about all of them. */
export function lockPipelines(context: WriteContext): Promise<void> {
  return lockAdministration(context, 'Pipelines');
}

async function prepareRow(context: WriteContext, row: PendingRow, known: readonly Known[]): Promise<void> {
  const present = known.filter(({ isDeleted }) => !isDeleted);
  const others = present.filter(({ id }) => id !== row.id);
  if (!row.current && present.length >= MAX_PIPELINES) {
    row.faults.push({ inputPath: row.path, code: 'TOO_MANY', message: say('faults.tooManyPipelines', { limit: MAX_PIPELINES }) });
    return;
  }
  const name = row.values.get('name');
  if (typeof name === 'string' && others.some((one) => isSameName(one.name, name))) addFault(row, 'name', 'NOT_UNIQUE', say('faults.nameTaken', { name }), { value: name });
  if (!row.current) setKey(row, 'Pipeline', typeof name === 'string' ? name : '', new Set(known.map(({ key }) => key)));

  const isDefault = (row.values.get('isDefault') ?? row.current?.get('isDefault') === 'true') as boolean;
  const isRetired = (row.values.get('isRetired') ?? row.current?.get('isRetired') === 'true') as boolean;
  const isOnlyDefault = !others.some((one) => one.isDefault);
  if (isDefault && isRetired) addFault(row, 'isRetired', 'CONTRADICTION', say('faults.defaultPipelineRetired'));
  else if (!isDefault && isOnlyDefault && row.current) addFault(row, 'isDefault', 'CONTRADICTION', say('faults.defaultPipelineNeeded'));
  if (!row.current) checkStages(row);
  if (row.faults.length > 0) return;

  if (isDefault && !isOnlyDefault) {
    await organizationDb(context).updateTable('pipeline').set({ is_default: false }).where('is_default', '=', true).where('id', '!=', row.id).execute();
  }
  await setPlace(
    context,
    row,
    'Pipeline',
    present.map(({ id }) => id),
  );
}

/** A new pipeline brings a stage to work in, one to win in and one to lose in. */
function checkStages(row: PendingRow): void {
  const given = (row.input['stages'] as { create?: readonly { category: string; isRetired?: boolean }[] | null } | null | undefined)?.create ?? [];
  const categories = new Set(given.filter(({ isRetired }) => !isRetired).map(({ category }) => category));
  const missing = ['OPEN', 'WON', 'LOST'].filter((category) => !categories.has(category));
  if (missing.length > 0) addFault(row, 'stages', 'REQUIRED', say('faults.stagesNeeded', { missing }), { missing: missing.join(', ') });
}

async function readPipelines(context: WriteContext): Promise<Known[]> {
  const rows = await organizationDb(context)
    .selectFrom('pipeline as p')
    .select((eb) => ['p.id', 'p.key', 'p.name', 'p.is_default', eb('p.deleted_at', 'is not', null).as('isDeleted')])
    .orderBy('p.place')
    .orderBy('p.id')
    .execute();
  return rows.map(({ is_default, isDeleted, ...row }) => ({ ...row, isDefault: is_default && !isDeleted, isDeleted: isDeleted as boolean }));
}

/** Names that people would take for the same. */
export const isSameName = (one: string, other: string): boolean => sameName(one) === sameName(other);
const sameName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Gives a new row its key: the one that was asked for, if it can be had, else one made from what people call it. */
export function setKey(row: PendingRow, module: string, name: string, taken: ReadonlySet<string>): void {
  const given = row.values.get('key');
  if (typeof given !== 'string') {
    if (!row.faults.some(({ inputPath }) => inputPath.endsWith('.key'))) row.values.set('key', freeKey(name, taken, module.toUpperCase()));
    return;
  }
  const field = label(module, 'key');
  if (!isPicklistKey(given)) addFault(row, 'key', 'INVALID_FORMAT', say('faults.keyForm', { field }));
  else if (taken.has(given)) addFault(row, 'key', 'NOT_UNIQUE', say('faults.keyTaken', { key: given }), { value: given });
}

/** Puts a row at the place it asks for, a new one else at the end; the others move. */
export async function setPlace(context: WriteContext, row: PendingRow, module: string, order: readonly string[]): Promise<void> {
  const given = row.values.get('place');
  if (typeof given !== 'number' && row.current) return;
  const places = withPlace(order, row.id, typeof given === 'number' ? given : Infinity);
  row.values.set('place', places.indexOf(row.id) + 1);
  if (typeof given === 'number') await savePlaces(context, context.model.registry.module(module), places);
}
