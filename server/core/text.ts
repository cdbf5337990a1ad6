/**
 * NUL, which PostgreSQL refuses, or half of a surrogate pair, which it would silently turn into U+FFFD. Neither may
 * enter: they are refused with a code instead.
 */
export const hasForbiddenCharacter = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Blanks, and characters that show nothing themselves: a text of these alone says nothing. */
const NOTHING = /^[\s\p{Cc}\p{Cf}]*$/u;

/** Returns a text as it is stored: composed (NFC), without blanks around it; null where nothing is left. */
export const cleanText = (text: string): string | null => (NOTHING.test(text) ? null : text.normalize('NFC').trim());

/**
 * Returns the key under which texts are found that people take for the same: whatever their case, and however many blanks
 * stand between their words. `crm_fold` makes the same key in the database.
 */
export const foldText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The length people see: code points, not UTF-16 units. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** `#RRGGBB`. */
export const isColor = (text: string): boolean => /^#[0-9A-Fa-f]{6}$/.test(text);
