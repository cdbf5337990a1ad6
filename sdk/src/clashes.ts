import { clashing } from './records/clashing.js';

/**
 * Adds aliases to the fields of branches that have another type elsewhere: `Invoice_status:status`. GraphQL refuses to select
 * two fields of one name and different types.
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

/** Returns an answer in which those fields have their own names again. */
export function restore(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(restore);
  if (typeof answer !== 'object' || answer === null) return answer;
  const type = '__typename' in answer ? String(answer.__typename) : null;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [ownName(name, type), restore(value)]));
}

function ownName(name: string, type: string | null): string {
  if (type === null || !name.startsWith(`${type}_`)) return name;
  const own = name.slice(type.length + 1);
  return clashing.test(own) ? own : name;
}
