/** Characters of a pattern; a counter that outgrows its digits still fits into the number. */
export const MAX_PATTERN = 40;

const MAX_DIGITS = 12;

/** Whether the numbers of a pattern say the year. */
export const hasYear = (pattern: string | null): boolean => /\{yy(?:yy)?\}/.test(pattern ?? '');

/** The message in `faults` for a pattern that makes no numbers; null where it does. */
export function patternIssue(pattern: string): 'patternPlaceholder' | 'patternCounter' | null {
  const placeholders = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const isCounter = (name: string): boolean => /^0+$/.test(name) && name.length <= MAX_DIGITS;
  const isKnown = placeholders.every((name) => name === 'yyyy' || name === 'yy' || isCounter(name));
  if (!isKnown || /[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return 'patternPlaceholder';
  return placeholders.filter(isCounter).length === 1 ? null : 'patternCounter';
}
