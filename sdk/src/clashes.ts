import { clashing } from './records/clashing.js';

/**
 * Gives fields of branches aliases where other types have a field of the same name and another type: `Invoice_status:status`.
 * GraphQL refuses a selection with both.
 */
export function alias(text: string): string {
  const branches: (string | undefined)[] = [];
  return text.replace(/\([^)]*\)|(?:\.\.\.on (\w+))?{|}|\w+/g, (token: string, type?: string) => {
    const branch = branches.at(-1);
    if (token.endsWith('{')) branches.push(type);
    if (token === '}') branches.pop();
    return branch && clashing.test(token) ? `${branch}_${token}:${token}` : token;
  });
}

/** Gives the fields of an answer their own names again. */
export function restore(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  const fields = answer as Record<string, unknown>;
  for (const value of Object.values(fields)) restore(value);
  const type = fields['__typename'];
  if (typeof type !== 'string') return;
  for (const [name, value] of Object.entries(fields)) {
    const own = name.slice(type.length + 1);
    if (name !== `${type}_${own}` || !clashing.test(own)) continue;
    fields[own] = value;
    delete fields[name];
  }
}
