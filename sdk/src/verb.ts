import { call, seen } from './call.js';
import type { CallOptions, Crm } from './client.js';
import type { OperationKind } from './operation.js';
import { typesOf, type Selection } from './selection.js';

/**
 * The function of a root field that is no plain reading or writing of a record.
 *
 * @param signature its arguments: `id:ID! expectedVersion:Int`
 * @param given the arguments, and beside them the options of the call
 * @param unwrapped the field of the payload that is answered in its place
 */
export async function verb<Result>(
  crm: Crm,
  kind: OperationKind,
  name: string,
  signature: string,
  fields: string,
  given: object,
  unwrapped?: string,
): Promise<Result> {
  const own = typesOf(signature.split(' ').filter(Boolean));
  const args = Object.fromEntries(Object.entries(given).filter(([arg]) => arg in own));
  const { select: chosen, ...options } = given as CallOptions & { readonly select?: Selection };
  const selected = chosen ?? fields;
  const select = unwrapped === undefined ? selected : { [unwrapped]: selected };
  const answer = await call<Readonly<Record<string, unknown>> | Result>(crm, kind, { name, target: '', args, own, select }, options);
  if (kind === 'query') return answer as Result;
  const value = unwrapped === undefined ? answer : (answer as Readonly<Record<string, unknown>>)[unwrapped];
  return seen(value, name) as Result;
}
