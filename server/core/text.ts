/**
 * NUL, which PostgreSQL refuses, or half of a surrogate pair, which it would silently turn into U+FFFD. Neither may
 * enter: they are refused with a code instead.
 */
export const hasForbiddenCharacter = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Blanks, and characters that show nothing themselves: a text of these alone says nothing. */
const NOTHING = /^[\s\p{Cc}\p{Cf}]*$/u;

/** Blanks, and characters without width that come along when text is copied: U+200B, U+2060; U+FEFF is a blank of JavaScript. */
const EDGE = /[\s\u200b\u2060]/;

/** Returns a text without blanks, and what has no width, around it. */
export function trimText(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && EDGE.test(text[from]!)) from++;
  while (from < to && EDGE.test(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/** Returns a text as it is stored: composed (NFC), without blanks around it; null where nothing is left. */
export const cleanText = (text: string): string | null => (NOTHING.test(text) ? null : trimText(text.normalize('NFC')));

/**
 * Returns the key under which texts are found that people take for the same: whatever their case, however many blanks
 * stand between their words, and whatever without width stands in them. `crm_fold` makes the same key in the database.
 */
export const foldText = (text: string): string =>
  text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The length people see: code points, not UTF-16 units. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** `#RRGGBB`. */
export const isColor = (text: string): boolean => /^#[0-9A-Fa-f]{6}$/.test(text);
