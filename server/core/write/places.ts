import type { WriteContext } from '../context.js';
import { ValidationFailed, type Fault } from '../errors.js';
import { say } from '../messages.js';
import type { Module } from '../registry.js';

/** An order with one of its members at a place, counted from 1; past the end it becomes the last. */
export function withPlace(order: readonly string[], member: string, place: number): string[] {
  const others = order.filter((one) => one !== member);
  others.splice(Math.min(place - 1, others.length), 0, member);
  return others;
}

/** Numbers records by their order, from 1; those that stand right are left alone. */
export async function savePlaces({ transaction, viewer }: WriteContext, { table }: Module, order: readonly string[]): Promise<void> {
  await transaction.run(
    `UPDATE ${table} t SET place = r.place::int FROM unnest($2::uuid[]) WITH ORDINALITY AS r(id, place) WHERE t.org = $1::uuid AND t.id = r.id AND t.place <> r.place`,
    [viewer.org, `{${order.join(',')}}`],
  );
}

/**
 * Refuses an order that does not name each of `known` exactly once; all faults at once.
 *
 * @param given null: a text that can be none of them
 */
export function checkOrder(path: string, given: readonly (string | null)[], known: ReadonlyMap<string, string>): void {
  const seen = new Set<string | null>();
  const faults: Fault[] = [];
  for (const [index, one] of given.entries()) {
    const inputPath = `${path}.${index}`;
    if (one === null || !known.has(one)) faults.push({ inputPath, code: 'REFERENCE_NOT_FOUND', message: say('faults.orderUnknown') });
    else if (seen.has(one)) faults.push({ inputPath, code: 'CONTRADICTION', message: say('faults.orderTwice', { name: known.get(one)! }) });
    seen.add(one);
    if (faults.length >= MAX_FAULTS) break;
  }
  const missing = [...known].filter(([one]) => !seen.has(one)).map(([, name]) => name);
  if (missing.length > 0)
    faults.push({ inputPath: path, code: 'REQUIRED', message: say('faults.orderIncomplete', { missing: missing.slice(0, 20) }) });
  if (faults.length > 0) throw ValidationFailed({ fields: faults });
}

const MAX_FAULTS = 1000;
