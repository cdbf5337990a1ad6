import { CrmError } from './errors.js';

/**
 * For `JSON.stringify`: sends numbers with decimals as text, as the server wants them. Up to 15 digits a number is what was
 * written; one that needs more is what arithmetic has left (`0.1 + 0.2`) and is refused, since nobody means that.
 */
export function exactNumber(name: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const text = String(value);
  if (/^[-\d.]+$/.test(text) && Number(value.toPrecision(15)) === value) return text;
  throw new CrmError('INEXACT_NUMBER', `${name}: ${text} is not exact. Round it or give text.`);
}
