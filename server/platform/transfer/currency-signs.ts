/** Signs that people write and `Intl` does not know. */
const alsoWritten: Readonly<Record<string, readonly string[]>> = {
  DKK: ['kr', 'kr.', 'Kr', 'Kr.'],
  ISK: ['kr', 'kr.', 'Kr', 'Kr.'],
  NOK: ['kr', 'kr.', 'Kr', 'Kr.'],
  SEK: ['kr', 'kr.', 'Kr', 'Kr.'],
  CHF: ['Fr', 'Fr.', 'SFr', 'SFr.'],
  INR: ['Rs', 'Rs.'],
  PKR: ['Rs', 'Rs.'],
  LKR: ['Rs', 'Rs.'],
  NPR: ['Rs', 'Rs.'],
  MUR: ['Rs', 'Rs.'],
  USD: ['US$', '$US'],
  CAD: ['C$', 'CA$', '$CA'],
  AUD: ['A$', 'AU$'],
  SGD: ['S$'],
  MXN: ['MX$', 'Mex$'],
  CNY: ['RMB', '元', '￥'],
  JPY: ['JP¥', '円', '￥'],
  RUB: ['руб', 'руб.'],
  BGN: ['лв', 'лв.'],
  TRY: ['TL'],
  IDR: ['Rp', 'Rp.'],
  MYR: ['RM'],
  RON: ['leu', 'lei'],
  MDL: ['lei'],
  PLN: ['zł', 'zl'],
  CZK: ['Kč', 'Kc'],
  HUF: ['Ft'],
};
/** Signs of letters alone are taken from the list above only: `K`, `L` and `KM` beside a number are no currencies to most people. */
const HAS_SIGN = /[\p{Sc}\u20c0]/u;

const codesBySign = new Map<string, Set<string>>();
const codes = new Set(Intl.supportedValuesOf('currency'));
const add = (sign: string, code: string): void => {
  const known = codesBySign.get(sign);
  if (known) known.add(code);
  else codesBySign.set(sign, new Set([code]));
};
for (const code of codes) {
  for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
    const parts = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay }).formatToParts(0);
    const sign = parts.find(({ type }) => type === 'currency')?.value ?? code;
    if (HAS_SIGN.test(sign)) add(sign, code);
  }
  for (const sign of alsoWritten[code] ?? []) add(sign, code);
}

/** The ISO codes that a sign or a code may stand for: `$` many, `EUR` one, `pcs` none. */
export const currenciesOf = (sign: string): ReadonlySet<string> => codesBySign.get(sign) ?? (codes.has(sign) ? new Set([sign]) : new Set());

/** Every sign, the longest first: `US$` is not `$`. */
export const currencySigns: readonly string[] = [...codesBySign.keys()].sort((a, b) => b.length - a.length);
