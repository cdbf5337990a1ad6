/**
 * NUL, which PostgreSQL refuses, or half of a surrogate pair, which it would silently turn into U+FFFD. Neither may
 * enter: they are refused with a code instead.
 */
export const hasForbiddenCharacter = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** The length people see: code points, not UTF-16 units. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** `#RRGGBB`. */
export const isColor = (text: string): boolean => /^#[0-9A-Fa-f]{6}$/.test(text);
