import type { Answer } from '../../support/workspace.js';
import type { NaiveAnswer } from './naive.js';
import type { Refusal } from './refusals.js';

/** What is different, in words; null when nothing is. */
export function differenceBetween(answer: Answer, expected: NaiveAnswer, refusal: Refusal | null): string | null {
  const errors = (answer.errors ?? [])
    .map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`)
    .sort()
    .join();
  const refused = [...expected.refused.filter(({ key }) => key !== refusal?.key), ...(refusal ? [refusal] : [])];
  const told = refusal ? [] : expected.errors.map(String);
  const expectedErrors = [...told, ...refused.map(({ key, code }) => `${key} ${code}`)].sort().join();
  if (errors !== expectedErrors) return `errors: ${errors || 'none'} instead of ${expectedErrors || 'none'}`;
  const data = expectedData(expected, refusal);
  if (dataText(answer) !== data) return `data, from here: ${firstDifference(dataText(answer), data)}`;
  const toldHidden = hiddenPaths(answer);
  const untold = [...expected.hidden].filter(
    (path) => !toldHidden.includes(path) && !refused.some(({ key }) => key === path.split('.')[0]),
  );
  if (untold.length > 0) return `hidden without being said: ${untold.join()}`;
  const shown = toldHidden.filter(
    (path) => !expected.shown.has(path) && valuesAt(answer.data, path.split('.')).some((value) => value !== null),
  );
  return shown.length > 0 ? `said to be hidden, but shown: ${shown.join()}` : null;
}

/** What is refused reads null as a whole. */
const expectedData = ({ data }: NaiveAnswer, refusal: Refusal | null): string =>
  JSON.stringify(data && refusal ? Object.assign(data, { [refusal.key]: null }) : data);

function firstDifference(actual: string, expected: string): string {
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at++;
  const excerpt = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return `\n  server: ${excerpt(actual)}\n  naive:  ${excerpt(expected)}`;
}

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
