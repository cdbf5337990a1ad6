import { say } from '../../core/messages.js';
import type { Module, Registry } from '../../core/registry.js';
import type { WriteContext } from '../../core/context.js';
import { moneyTable, organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';
import { currencyName, currencySymbol } from './currency-names.js';

/** The base currency stays in use, and one that records have amounts in stays known. */
defineRules('Currency', {
  reads: ['isoCode'],
  prepare({ viewer, language }, rows) {
    for (const row of rows) {
      const isoCode = (row.values.get('isoCode') as string | undefined) ?? row.current?.get('isoCode');
      if (!row.current && isoCode) {
        if (!row.values.has('name')) row.values.set('name', currencyName(isoCode, language));
        if (!row.values.has('symbol')) row.values.set('symbol', currencySymbol(isoCode));
      }
      if (isoCode === viewer.baseCurrency && row.values.get('isActive') === false) addFault(row, 'isActive', 'CONTRADICTION', say('faults.baseCurrencyStays', { currency: isoCode }));
    }
    return Promise.resolve();
  },
  async prepareDelete(context, rows) {
    const used = await countUses(context, rows);
    for (const row of rows) {
      const isoCode = row.current!.get('isoCode')!;
      const count = used.get(isoCode) ?? 0;
      if (isoCode === context.viewer.baseCurrency) addFault(row, 'id', 'CONTRADICTION', say('faults.baseCurrencyStays', { currency: isoCode }));
      else if (count > 0) addFault(row, 'id', 'IN_USE', say('faults.currencyInUse', { currency: isoCode, count }), { count });
    }
  },
});

/** The modules whose records have amounts in a currency of their own. */
const withCurrency = (registry: Registry): Module[] => [...registry.modules.values()].filter(({ hasMoney }) => hasMoney);

/** How many records, those in the recycle bin too, have amounts in the currencies of the rows, by code. */
async function countUses(context: WriteContext, rows: readonly PendingRow[]): Promise<Map<string, number>> {
  const codes = rows.map((row) => row.current!.get('isoCode')!);
  if (codes.length === 0) return new Map();
  const db = organizationDb(context);
  const parts = withCurrency(context.model.registry).map((module) =>
    db
      .selectFrom(`${moneyTable(module)} as t` as const)
      .select('t.currency')
      .where('t.currency', 'in', codes),
  );
  const found = await db
    .selectFrom(parts.reduce((all, part) => all.unionAll(part)).as('u'))
    .select((eb) => ['u.currency', eb.fn.countAll<string>().as('count')])
    .groupBy('u.currency')
    .execute();
  return new Map(found.map(({ currency, count }) => [currency, Number(count)]));
}

/** The base currency is what others are measured in. */
defineRules('ExchangeRate', {
  reads: [],
  async prepare(context, rows) {
    const given = rows.filter((row) => row.values.has('currency'));
    if (given.length === 0) return;
    const { baseCurrency } = context.viewer;
    const base = await organizationDb(context).selectFrom('currency as c').select('c.id').where('c.iso_code', '=', baseCurrency).where('c.deleted_at', 'is', null).executeTakeFirst();
    for (const row of given) if (row.values.get('currency') === base?.id) addFault(row, 'currencyId', 'CONTRADICTION', say('faults.baseRate', { currency: baseCurrency }));
  },
});
