import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import type { TextFormat } from '../core/registry.js';

/** VAT numbers by the prefix of their country, as the VIES service of the EU describes them. */
const vatForms: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  // Northern Ireland, for goods.
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

const compact = (text: string): string => text.replace(/[\s.]/g, '').toUpperCase();

/** VAT numbers of EU countries have the form of their country. Those of others, and without a country, are kept. */
export const vatNumberFormat: TextFormat = {
  normalize(text) {
    // Greece is GR everywhere but in its VAT numbers.
    const number = compact(text).replace(/^GR/, 'EL');
    return number.slice(0, 2) in vatForms ? number.replace(/-/g, '') : number;
  },
  issueOf: (number) => ((vatForms[number.slice(0, 2)]?.test(number.slice(2)) ?? true) ? null : 'vatNumber'),
};

/** `12 34 56 78` is `12345678`; a number with letters, like `HRB 12345 B`, stays as it is written. */
export const registrationNumberFormat: TextFormat = {
  normalize: (text) => (/^\d+$/.test(compact(text)) ? compact(text) : text.trim()),
  issueOf: () => null,
};

export const ibanFormat: TextFormat = {
  normalize: (text) => electronicFormatIBAN(text) ?? '',
  issueOf: (text) => (isValidIBAN(text) ? null : 'iban'),
};

export const bicFormat: TextFormat = { normalize: compact, issueOf: (text) => (isValidBIC(text) ? null : 'bic') };
