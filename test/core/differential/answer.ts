import type { Answer } from '../../support/workspace.js';

/** The text of `data` in the body of an answer, byte for byte: what stands around it is taken off. */
export function dataText({ text, errors, extensions }: Answer): string {
  const before = errors ? `{"errors":${JSON.stringify(errors)},"data":` : '{"data":';
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}}` : '}';
  if (!text.startsWith(before) || !text.endsWith(after)) return `not an answer with data: ${text}`;
  return text.slice(before.length, text.length - after.length);
}

/** The paths that the answer calls hidden, joined by dots. */
export const hiddenPaths = ({ extensions }: Answer): string[] =>
  ((extensions?.['hidden'] ?? []) as string[][]).map((path) => path.join('.'));

/** Everything that stands at a path, in all rows. */
export function valuesAt(data: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(data)) return data.flatMap((one) => valuesAt(one, path));
  if (path.length === 0 || data === null || data === undefined) return [data];
  return Object.hasOwn(data, path[0]!) ? valuesAt((data as Record<string, unknown>)[path[0]!], path.slice(1)) : [];
}
