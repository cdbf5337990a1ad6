/** What people who speak a language call a currency. */
export const currencyName = (isoCode: string, language: string): string => new Intl.DisplayNames([language], { type: 'currency' }).of(isoCode) ?? isoCode;

/** The usual sign of a currency: `€`; its code where it has none. */
export const currencySymbol = (isoCode: string): string => new Intl.NumberFormat('en', { style: 'currency', currency: isoCode, currencyDisplay: 'narrowSymbol' }).formatToParts(0).find(({ type }) => type === 'currency')?.value ?? isoCode;
