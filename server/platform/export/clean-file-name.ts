/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Makes a name that every file system takes of one that somebody has typed: no separators, control characters or marks
 * that Windows refuses, no dots or blanks at its ends, and not the ending that is about to be added.
 *
 * @returns the name without its ending; empty where nothing is left of it
 */
export function cleanFileName(given: string, ending: string): string {
  const typed = given.normalize('NFC').trim();
  const withoutEnding = typed.toLowerCase().endsWith(`.${ending}`) ? typed.slice(0, -ending.length - 1) : typed;
  const name = withoutEnding.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\<>:"|?*]/gu, '_').replace(/^[\s.]+|[\s.]+$/gu, '');
  return DEVICE.test(name) ? `_${name}` : name;
}
