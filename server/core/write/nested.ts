import type { WriteContext } from '../context.js';
import { fault, type FaultCode } from '../errors.js';
import { newRowId, rowIdOf } from '../ids.js';
import { label, say, type Message } from '../messages.js';
import type { Module, RelatedList } from '../registry.js';
import type { PendingRow } from './check.js';
import { conflict, isStale, lockRows, type LockedRow } from './lock.js';
import type { Refusal } from './outcome.js';

/** So many records of one list a form may edit in one call. */
export const MAX_NESTED = 200;

type Input = Readonly<Record<string, unknown>>;

/** What a form says about a list, as GraphQL coerced it. */
interface ListInput {
  readonly create?: readonly Input[] | null;
  readonly update?: readonly { readonly id: string; readonly input: Input; readonly expectedVersion?: number | null }[] | null;
  readonly delete?: readonly { readonly id: string; readonly expectedVersion?: number | null }[] | null;
}

/** The rows of one list of all forms of a call. */
export interface NestedRows {
  readonly module: Module;
  readonly created: readonly PendingRow[];
  readonly changed: readonly PendingRow[];
  readonly deleted: readonly PendingRow[];
}

const listInput = (input: Input, { name }: RelatedList): ListInput | null => (input[name] as ListInput | null | undefined) ?? null;

const sizeOf = (list: ListInput | null): number =>
  list ? (list.create?.length ?? 0) + (list.update?.length ?? 0) + (list.delete?.length ?? 0) : 0;

/**
 * How many rows are nested in a form.
 *
 * @param path where the form stands in the arguments
 */
export function countNested(module: Module, input: Input, path: string): number {
  let count = 0;
  for (const list of module.nestedLists) {
    const size = sizeOf(listInput(input, list));
    if (size > MAX_NESTED) {
      const at = `${path}.${list.name}`;
      throw fault(at, 'TOO_MANY', say('faults.tooManyNested', { path: at, limit: MAX_NESTED, given: size }), {
        limit: MAX_NESTED,
        given: size,
      });
    }
    count += size;
  }
  return count;
}

/**
 * The rows nested in forms, one statement for each list that changes or deletes some. Those rows are locked; they must
 * be of the form that names them, each once in the call. What is wrong is noted on the form's row.
 */
export async function nestedRows(
  context: WriteContext,
  module: Module,
  forms: readonly PendingRow[],
): Promise<{ lists: NestedRows[]; refusals: Refusal[] }> {
  const lists: NestedRows[] = [];
  const refusals: Refusal[] = [];
  for (const list of module.nestedLists) {
    if (!forms.some(({ input }) => sizeOf(listInput(input, list)) > 0)) continue;
    lists.push(await rowsOfList(context, list, forms, refusals));
  }
  return { lists, refusals };
}

async function rowsOfList(
  context: WriteContext,
  list: RelatedList,
  forms: readonly PendingRow[],
  refusals: Refusal[],
): Promise<NestedRows> {
  const module = context.model.registry.module(list.module);
  const given = forms.map((form) => ({ form, input: listInput(form.input, list), path: `${form.path}.${list.name}` }));
  const ids = given.flatMap(({ input }) => [...(input?.update ?? []), ...(input?.delete ?? [])].map(({ id }) => id));
  const locked = ids.length > 0 ? await lockRows(context, module, ids, 'WITHOUT', [list.via.name]) : new Map<string, LockedRow>();

  const row = (form: PendingRow, path: string, input: Input, found: LockedRow | null): PendingRow => ({
    index: form.index,
    path,
    id: found?.rowId ?? newRowId(),
    input,
    values: new Map(),
    faults: [],
    current: found?.current ?? null,
    original: context.originals?.get(input),
    within: { row: form, via: list.via },
  });
  const [created, changed, deleted]: PendingRow[][] = [[], [], []];
  const seen = new Set<string>();
  /** The row of a child that the form may act on; what speaks against it is noted. */
  const take = async (form: PendingRow, path: string, id: string, expected: number | null | undefined): Promise<LockedRow | null> => {
    const refuse = (code: FaultCode, message: Message): null => {
      form.faults.push({ inputPath: `${path}.id`, code, message });
      return null;
    };
    const found = locked.get(rowIdOf(module, id) ?? '');
    if (!found || found.current.get(list.via.name) !== form.id)
      return refuse('REFERENCE_NOT_FOUND', say('faults.notInList', { id, module: label(module.name) }));
    if (seen.has(found.rowId)) return refuse('CONTRADICTION', say('faults.twice', { id }));
    seen.add(found.rowId);
    if (!isStale(found, expected)) return found;
    refusals.push({ index: form.index, error: await conflict(context, module, found, expected) });
    return null;
  };
  for (const { form, input, path } of given) {
    for (const [index, one] of (input?.create ?? []).entries()) {
      const child = row(form, `${path}.create.${index}`, one, null);
      child.values.set(list.via.name, form.id);
      if (module.hasOwner) child.values.set('owner', context.viewer.userId);
      created!.push(child);
    }
    for (const [index, one] of (input?.update ?? []).entries()) {
      const found = await take(form, `${path}.update.${index}`, one.id, one.expectedVersion);
      if (found) changed!.push(row(form, `${path}.update.${index}.input`, one.input, found));
    }
    for (const [index, one] of (input?.delete ?? []).entries()) {
      const found = await take(form, `${path}.delete.${index}`, one.id, one.expectedVersion);
      if (found) deleted!.push(row(form, `${path}.delete.${index}`, {}, found));
    }
  }
  return { module, created: created!, changed: changed!, deleted: deleted! };
}
