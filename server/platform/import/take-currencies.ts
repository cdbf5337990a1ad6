import type { WriteContext } from '../../core/context.js';
import type { Fault, FaultCode } from '../../core/errors.js';
import { organizationDb } from '../../core/typed-sql.js';
import { say, type Message } from '../../core/messages.js';
import type { Module } from '../../core/registry.js';
import { currenciesOf } from '../transfer/currency-signs.js';
import type { ConvertedRow } from './convert-rows.js';

/** The currency that a cell names beside its amount, by sign or code. */
export interface StatedCurrency {
  readonly column: string;
  readonly sign: string;
}

/** ISO code and sign of a currency of the organization. */
type Known = readonly { readonly code: string; readonly symbol: string | null }[];

/**
 * Gives each record the currency that its amounts are written in: the one currency of the organization with that sign or
 * code. A row whose amounts leave a doubt is rejected, never taken for another currency.
 */
export async function takeCurrencies(context: WriteContext, module: Module, rows: readonly ConvertedRow[]): Promise<void> {
  const stating = rows.filter(({ currencies }) => currencies.length > 0);
  if (stating.length === 0) return;
  const known = await organizationDb(context)
    .selectFrom('currency as c')
    .select(['c.iso_code as code', 'c.symbol'])
    .where('c.is_active', '=', true)
    .where('c.deleted_at', 'is', null)
    .orderBy('c.iso_code')
    .execute();
  for (const row of stating) takeCurrency(context.viewer.baseCurrency, module, known, row);
}

function takeCurrency(base: string, module: Module, known: Known, { currencies, input, history, faults }: ConvertedRow): void {
  const field = module.fields.get('currency');
  const named = (input['currency'] ?? history.get('currency') ?? (field ? undefined : base)) as string | undefined;
  let code = named;
  for (const { column, sign } of currencies) {
    const possible = known.flatMap(({ code: one, symbol }) => (symbol === sign || isNamedBy(one, sign) ? [one] : []));
    const refuse = (reason: FaultCode, message: Message): void =>
      void faults.push({ inputPath: column, code: reason, message } satisfies Fault);
    if (code !== undefined && (possible.includes(code) || isNamedBy(code, sign))) continue;
    if (code !== undefined) refuse('CONTRADICTION', say('faults.amountInOther', { sign, currency: code }));
    else if (possible.length === 0) refuse('UNKNOWN_CURRENCY', say('faults.amountUnknown', { sign }));
    else if (possible.length > 1) refuse('NOT_UNIQUE', say('faults.amountUnclear', { sign, currencies: possible }));
    else code = possible[0];
  }
  if (!field || code === undefined || named !== undefined) return;
  if (field.writable) input['currency'] = code;
  else history.set('currency', code);
}

/** Whether a currency is written with a sign, or with each of several: `€ EUR`. */
const isNamedBy = (code: string, sign: string): boolean => sign.split(' ').every((one) => currenciesOf(one).has(code));
