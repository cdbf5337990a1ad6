/** Passwords that are guessed first. The list is loaded when somebody chooses a password; a server that only signs people in has none in memory. */
let loading: Promise<ReadonlySet<string>> | undefined;

const load = (): Promise<ReadonlySet<string>> =>
  (loading ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])));

/** Whether a password is on the list of common ones, a trivial variant of one, or a run of characters. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const common = await load();
  return variantsOf(password).some((variant) => common.has(variant) || isRun(variant));
}

/** Digits and signs around a word make it no harder to guess, unless there are more of them than people think up. */
const MAX_DECORATION = 10;

const signs: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' };

/** What is tried for a password besides itself: other case, without separators, without what stands around the word, signs as letters, a repeated part once. */
export function variantsOf(password: string): string[] {
  const lower = password.normalize('NFKC').toLowerCase();
  const variants = new Set([lower, lower.replace(/[\s._-]/g, '')]);
  // The set grows while it is walked: a variant of a variant is one as well.
  for (const variant of variants) {
    const word = variant.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    if (word.length >= 3 && variant.length - word.length <= MAX_DECORATION) variants.add(word);
    const letters = variant.replace(/[@431!0$57]/g, (sign) => signs[sign]!);
    if (/\p{L}/u.test(variant)) variants.add(letters);
    const repeated = /^(.+?)\1+$/u.exec(variant)?.[1];
    if (repeated) variants.add(repeated);
  }
  return [...variants];
}

const runs = ['abcdefghijklmnopqrstuvwxyz', '0123456789', '1234567890', 'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn'].flatMap(
  (row) => {
    const twice = row.repeat(20);
    return [twice, Array.from(twice).reverse().join('')];
  },
);

/** Few different characters, or neighbours in the alphabet, among the digits or on a keyboard. */
const isRun = (text: string): boolean => new Set(text).size <= 2 || runs.some((run) => run.includes(text));
