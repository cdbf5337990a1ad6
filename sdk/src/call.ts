import type { CallOptions, Crm } from './client.js';
import { CrmError } from './errors.js';
import type { OperationKind } from './operation.js';
import { printField, type Field, type Variables } from './selection.js';

/** Asks for one root field and gives what it answers. */
export async function call<Result>(crm: Crm, kind: OperationKind, field: Field, options: CallOptions = {}): Promise<Result> {
  const variables: Variables = { declared: '', values: {} };
  const { name } = field;
  const text = printField(field, variables);
  const clashes = text.includes('...on') ? await import('./clashes.js') : null;
  const data = await crm.request<Readonly<Record<string, Result>>>(
    `${kind === 'query' ? kind : 'mutation'} ${name}${variables.declared && `(${variables.declared})`}{${clashes?.alias(text) ?? text}}`,
    variables.values,
    { ...options, kind },
  );
  return (clashes ? clashes.restore(data[name]) : data[name]) as Result;
}

/** A value that is null only where the caller may not see it. */
export function seen<Value>(value: Value | null, field: string): Value {
  if (value === null) throw new CrmError('RESULT_HIDDEN', `The caller may not see what ${field} answers.`);
  return value;
}
