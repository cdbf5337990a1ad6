/** `accountName` → `account_name`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** `accountName` → `ACCOUNT_NAME`; the wire name of an enum value made from a field. */
export const screamingCase = (name: string): string => snakeCase(name).toUpperCase();

/** `accountName` → `AccountName`. */
export const pascalCase = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** `AccountPayload` → `accountPayload`. */
export const camelCase = (name: string): string => name[0]!.toLowerCase() + name.slice(1);

/**
 * The stable key of a picklist value made from its label: upper case, every run of other characters one underscore.
 * `Small/Medium Enterprise` → `SMALL_MEDIUM_ENTERPRISE`.
 */
export const picklistKey = (label: string): string =>
  label
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** `account` → `an account`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** `BEST_CASE` → `Best case`: the English label of an enum's value. */
export const titleCase = (key: string): string => `${key[0]!}${key.slice(1).toLowerCase().replaceAll('_', ' ')}`;
