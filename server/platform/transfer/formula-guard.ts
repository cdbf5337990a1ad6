/** What a spreadsheet takes for the beginning of a formula, after any number of guards. */
const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * The text with a `'` before what a spreadsheet would run as a formula. What looks guarded already is guarded once more, so
 * that `unguarded` gives back every text exactly.
 */
export const guarded = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** Takes one guard off. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

/** Whether a text has a guard. */
export const isGuardedText = (text: string): boolean => GUARDED.test(text);

/** Whether a spreadsheet would take a text for a formula. */
export const isFormulaLike = (text: string): boolean => DANGEROUS.test(text) && !GUARDED.test(text);
