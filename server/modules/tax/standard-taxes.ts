/** The taxes that every organisation starts with (modules.md 13). Rates differ from country to country: an administrator sets them. */
export const standardTaxes = [
  { key: 'VAT', percentage: '0' },
  { key: 'SALES_TAX', percentage: '0' },
] as const;
