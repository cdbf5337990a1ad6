import { TooManyValues, type CrmError } from '../../core/errors.js';

/** Room for a thousand rows of a hundred values, or of fifty and ten lists and objects. */
const MAX_VALUES = 100_000;
/** What a list or an object counts beside its members: making one costs about as much as reading five numbers. */
const VALUES_PER_CONTAINER = 5;
/** A text so short can not have too many. */
export const MIN_METERED_BYTES = MAX_VALUES / VALUES_PER_CONTAINER;

const [QUOTE, COMMA, BACKSLASH, BRACKET, BRACE] = [0x22, 0x2c, 0x5c, 0x5b, 0x7b];

/**
 * Counts the values of a JSON text as it arrives, part by part, so that one of far too many is not read to its end, let alone parsed.
 * What is no JSON may be counted wrongly; the parser refuses it.
 *
 * @returns takes the next part, and says why it is too much
 */
export function createJsonMeter(limit = MAX_VALUES): (part: Buffer) => CrmError | null {
  let values = 0;
  let isInText = false;
  /** Whether the last part ended in the middle of a text with a backslash that makes the next character another one. */
  let isEscaped = false;

  /** Behind the quote that ends a text; the end of the part when it goes on in the next one. */
  function skipText(part: Buffer, start: number): number {
    for (let from = start; ;) {
      const quote = part.indexOf(QUOTE, from);
      const end = quote < 0 ? part.length : quote;
      let backslashes = 0;
      while (end - backslashes > start && part[end - backslashes - 1] === BACKSLASH) backslashes++;
      if (end - backslashes === start && isEscaped) backslashes++;
      const isNextEscaped = backslashes % 2 === 1;
      if (quote < 0) {
        isEscaped = isNextEscaped;
        return end;
      }
      if (!isNextEscaped) {
        isInText = isEscaped = false;
        return end + 1;
      }
      from = end + 1;
    }
  }

  return (part) => {
    let count = 0;
    let at = isInText ? skipText(part, 0) : 0;
    while (at < part.length) {
      const byte = part[at++];
      if (byte === QUOTE) {
        isInText = true;
        at = skipText(part, at);
      } else if (byte === COMMA) count++;
      else if (byte === BRACE || byte === BRACKET) count += VALUES_PER_CONTAINER;
    }
    values += count;
    return values > limit ? TooManyValues(limit) : null;
  };
}
