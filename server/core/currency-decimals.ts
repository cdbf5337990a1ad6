/** ISO 4217 minor units: most currencies have two. */
const exceptions: Readonly<Record<number, readonly string[]>> = {
  0: ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
};
const MOST = 2;

/** How many digits an amount has after the point. */
export const currencyDecimals = (currency: string): number =>
  Number(Object.keys(exceptions).find((decimals) => exceptions[Number(decimals)]!.includes(currency)) ?? MOST);

/** The same in SQL: `currency` is an expression. */
export const currencyDecimalsSql = (currency: string): string => {
  const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(',');
  const cases = Object.entries(exceptions).map(([decimals, codes]) => `    WHEN ${currency} IN (${list(codes)}) THEN ${decimals}\n`);
  return `CASE\n${cases.join('')}    ELSE ${MOST} END`;
};
