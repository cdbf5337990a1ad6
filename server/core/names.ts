/** `accountName` → `account_name`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** `accountName` → `ACCOUNT_NAME`; the wire name of an enum value made from a field. */
export const screamingCase = (name: string): string => snakeCase(name).toUpperCase();

/** `accountName` → `AccountName`. */
export const pascalCase = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** `AccountPayload` → `accountPayload`. */
export const camelCase = (name: string): string => name[0]!.toLowerCase() + name.slice(1);

/**
 * The stable key of a picklist value made from its label: upper case, letters without their accents, every run of other
 * characters one underscore. `Small/Medium Enterprise` → `SMALL_MEDIUM_ENTERPRISE`, `Café Zürich` → `CAFE_ZURICH`; empty
 * where the label has no letter of the Latin alphabet.
 */
export const picklistKey = (label: string): string =>
  label
    .toUpperCase()
    .replace(/[ÆŒØÐĐŁÞĦŊ]/g, (letter) => letters[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

/** Letters that are not a letter of the Latin alphabet and an accent. */
const letters: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE', Ø: 'O', Ð: 'D', Đ: 'D', Ł: 'L', Þ: 'TH', Ħ: 'H', Ŋ: 'NG' };

/** What keys look like that people choose themselves. */
export const isPicklistKey = (key: string): boolean => /^[A-Z0-9]+(?:_[A-Z0-9]+)*$/.test(key);

/**
 * A key made from a label that none of `taken` has: the label's own, else numbered.
 *
 * @param fallback what is numbered where the label gives no key
 */
export function freeKey(label: string, taken: ReadonlySet<string>, fallback: string, max = 120): string {
  const made = picklistKey(label).slice(0, max).replace(/_$/, '');
  if (made && !taken.has(made)) return made;
  const stem = (made || fallback).slice(0, max - 6);
  for (let number = made ? 2 : 1; ; number++) {
    const key = `${stem}_${number}`;
    if (!taken.has(key)) return key;
  }
}

/** `account` → `an account`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** `BEST_CASE` → `Best case`: the English label of an enum's value. */
export const titleCase = (key: string): string => `${key[0]!}${key.slice(1).toLowerCase().replaceAll('_', ' ')}`;
