/**
 * A start that cannot go on: what happened, what the person at the keyboard can do about it, and the last words of
 * the program that failed, if it said any.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(happened: string, remedy: string, lastWords = '') {
    super([happened, lastWords && indent(lastWords), remedy].filter(Boolean).join('\n'));
  }
}

/** True of an error of the file system (or of a signal) with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  // not by instanceof: under jest the system's errors are of another realm
  return codes.includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** Passes over one expected error code; anything else is thrown on. */
export function unless(...codes: string[]): (error: unknown) => null {
  return (error) => {
    if (hasCode(error, ...codes)) return null;
    throw error;
  };
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .slice(-12)
    .map((line) => `    ${line}`)
    .join('\n');
}
