import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { pascalCase, screamingCase, snakeCase } from '../../core/names.js';
import { organizationDb, recordTable } from '../../core/typed-sql.js';
import type { PendingRow } from '../../core/write/check.js';
import type { NestedRows } from '../../core/write/nested.js';
import { defineRules } from '../../core/write/rules.js';
import type { AppliedTax } from './applied-taxes.js';
import { inheritCurrency } from '../inherited-currency.js';
import { addUp, isMoving, type Document } from './add-up.js';
import { keepRestoredPriceBook, verifyPriceBooks } from './deal-price-book.js';
import { datesOf, takeDates, yearOf } from './document-dates.js';
import { numberDocuments } from './document-number.js';
import type { DocumentKindName } from './document-setting.js';
import { checkRelated, readRelated, takeTerms } from './related-records.js';

/** What differs from one kind of document to another. */
interface DocumentRules {
  /** The field that holds its number. */
  readonly number: string;
  /** The lookup to the company that it goes to, whose address it takes over, and where that stands in it. */
  readonly company: string;
  readonly address: Readonly<Record<string, string>>;
}

const paymentTerm = ['paymentTermDays', 'paymentTermBasis'];
const parts = ['Street', 'City', 'State', 'Code', 'Country'];
const ofAccount = Object.fromEntries(['billing', 'shipping'].flatMap((kind) => parts.map((part) => [`${kind}${part}`, `${kind}${part}`])));
const ofVendor = { billingStreet: 'street', billingCity: 'city', billingState: 'state', billingCode: 'zipCode', billingCountry: 'country' };

const kinds: Readonly<Record<string, DocumentRules>> = {
  Quote: { number: 'quoteNumber', company: 'account', address: ofAccount },
  SalesOrder: { number: 'soNumber', company: 'account', address: ofAccount },
  PurchaseOrder: { number: 'poNumber', company: 'vendor', address: ofVendor },
  Invoice: { number: 'invoiceNumber', company: 'account', address: ofAccount },
};

for (const [module, rules] of Object.entries(kinds))
  defineRules(module, {
    reads: [rules.company, 'invoiceDate', 'poDate', 'dueDate', ...paymentTerm, 'discount', 'discountPercent', 'discountTiming', 'pricesIncludeTax', 'taxes', 'adjustment', 'deal', 'contact', 'quote', 'salesOrder'],
    // A copy with another discount has no other; one for another company has its address.
    follows: { discount: 'discountPercent', discountPercent: 'discount', ...Object.fromEntries([...Object.keys(rules.address), ...paymentTerm].map((name) => [name, rules.company])) },
    fillsIn: [...Object.keys(rules.address), 'termsAndConditions', ...paymentTerm],
    copied: (values) => asCopied(module, values),
    async prepare(context, rows) {
      await inheritCurrency(context, module, rows, ['salesOrder', 'quote', 'deal', rules.company]);
      const document = context.model.registry.module(module);
      const related = await readRelated(context, document, rows);
      takeTerms(rows, related);
      await checkRelated(context, document, rows, related);
      await takeOver(context, module, rules, rows);
      takeDates(context, module, rows);
    },
    async complete(context, rows, nested) {
      const written = nested.find((list) => list.module.name === 'LineItem') ?? noLines(context);
      const documents = rows.map((row): Document => {
        const isOf = (line: PendingRow): boolean => line.within!.row === row;
        return { row, created: written.created.filter(isOf), changed: written.changed.filter(isOf), deleted: written.deleted.filter(isOf) };
      });
      const moving = documents.filter(isMoving);
      const more: PendingRow[] = [];
      if (moving.length > 0) more.push(...(await addUp(context, module, moving)));
      const good = documents.filter(({ created, changed }) => [...created, ...changed].every(({ faults }) => faults.length === 0));
      await numberDocuments(
        context,
        { table: snakeCase(module), field: rules.number, document: screamingCase(module) as DocumentKindName },
        good.map(({ row }) => row),
        (row) => yearOf(context, module, row),
      );
      return more.length > 0 ? [{ ...noLines(context), changed: more }] : [];
    },
    verify: (context, rows) => verifyPriceBooks(context, module, rows),
    prepareRestore: (context, rows) => keepRestoredPriceBook(context, module, rows),
  });

// An empty list of taxes means none: a copy of a line without taxes has none.
defineRules('LineItem', { reads: [], fillsIn: ['taxes'] });

/** Dates, an amount that percent came to, and rates of another day belong to the document that they were worked out for. */
function asCopied(module: string, { discount, taxes, ...values }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...Object.fromEntries(Object.entries(values).filter(([name]) => !datesOf(module).includes(name))),
    ...(discount !== undefined && values['discountPercent'] == null && { discount }),
    ...(taxes !== undefined && { taxes: (taxes as AppliedTax[] | null)?.map(({ taxId }) => ({ taxId, percentage: null })) ?? null }),
  };
}

const noLines = ({ model }: WriteContext): NestedRows => ({ module: model.registry.module('LineItem'), created: [], changed: [], deleted: [] });

/** Fills in the address and the payment term of the company that a document is for, and what the settings say of new ones: unless the caller gives it. */
async function takeOver(context: WriteContext, module: string, { company, address }: DocumentRules, rows: readonly PendingRow[]): Promise<void> {
  const chosen = rows.filter((row) => row.values.get(company) && row.values.get(company) !== row.current?.get(company));
  const created = rows.filter((row) => !row.current);
  if (chosen.length + created.length === 0) return;
  // What the caller may not see of the company is not copied.
  const of = context.model.registry.module(pascalCase(company));
  const hasTerm = context.model.registry.module(module).fields.has('paymentTermDays');
  const isSeen = (name: string): boolean => !context.viewer.access.isHidden(of, of.fields.get(name)!);
  const columns = [...Object.values(address), ...(hasTerm ? paymentTerm : [])].filter(isSeen);
  const ofCompany = sql.join(columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(`c.${snakeCase(name)}`)}`));
  const db = organizationDb(context);
  const companies = db
    .selectFrom(`${recordTable(of)} as c` as const)
    .select([sql<string | null>`c.id`.as('id'), sql<Facts>`json_build_object(${ofCompany})`.as('facts')])
    .where('c.id', 'in', [...new Set(chosen.map((row) => row.values.get(company) as string))])
    .where('c.deleted_at', 'is', null);
  const ofSetting = sql<Facts>`json_build_object('termsAndConditions', d.terms_and_conditions, 'paymentTermDays', d.payment_term_days, 'paymentTermBasis', d.payment_term_basis)`;
  const settings = db
    .selectFrom('document_setting as d')
    .select([sql<string | null>`NULL::uuid`.as('id'), ofSetting.as('facts')])
    .where('d.document', '=', screamingCase(module) as DocumentKindName)
    .where('d.deleted_at', 'is', null);
  const found = await companies.unionAll(settings).execute();
  const facts = new Map(found.map(({ id, facts: one }) => [id, one]));
  const setting = facts.get(null) ?? {};
  for (const row of chosen) {
    const from = facts.get(row.values.get(company) as string);
    if (!from) continue;
    for (const [name, source] of Object.entries(address)) if (!(name in row.input)) row.values.set(name, from[source] ?? null);
    if (hasTerm) takePaymentTerm(row, from['paymentTermDays'] == null ? setting : from);
  }
  for (const row of created) if (!row.values.has('termsAndConditions')) row.values.set('termsAndConditions', setting['termsAndConditions'] ?? null);
}

type Facts = Readonly<Record<string, string | number | null>>;

/** Days and the day that they count from belong together. */
function takePaymentTerm(row: PendingRow, from: Facts): void {
  const [days, basis] = paymentTerm as [string, string];
  const isGiven = days in row.input;
  if (!isGiven) row.values.set(days, from[days] ?? null);
  if (basis in row.input) return;
  row.values.set(basis, row.values.get(days) == null ? null : ((isGiven ? null : from[basis]) ?? 'INVOICE_DATE'));
}
