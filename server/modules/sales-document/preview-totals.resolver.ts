import { GraphQLID, GraphQLInt } from 'graphql';
import { Ctx, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import { costs } from '../../core/access.js';
import type { Context, WriteContext } from '../../core/context.js';
import { arg } from '../../core/crud.js';
import { fault, Unauthenticated, ValidationFailed } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { CurrencyCodeScalar, DecimalScalar } from '../../core/scalars.js';
import { checkCurrency, checkDecimals, checkRow, checkValue, type PendingRow } from '../../core/write/check.js';
import { MAX_NESTED } from '../../core/write/nested.js';
import { checkReferences } from '../../core/write/references.js';
import { AppliedTaxesScalar, type AppliedTax } from './applied-taxes.js';
import { addUp } from './add-up.js';
import { DiscountTiming } from '../discount-timing.js';
import { readRelated, takeTerms } from './related-records.js';
import { TaxBreakdownScalar } from './tax-breakdown.js';
import type { TaxBreakdownEntry } from './totals.js';

@InputType({ description: 'A line of a document that is not there yet.' })
class PreviewLineInput {
  @Field(() => GraphQLID, { description: 'The product.' }) productId!: string;
  @Field(() => DecimalScalar, { description: 'How many.' }) quantity!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The price of one. Default: that of the price book, else the unit price.' })
  listPrice?: string | null;
  @Field(() => GraphQLID, { nullable: true, description: 'The price book.' }) priceBookId?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'A discount: an amount.' }) discount?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'A discount in percent.' }) discountPercent?: string | null;
  @Field(() => AppliedTaxesScalar, { nullable: true, description: 'The taxes on the line.' }) taxes?: unknown;
}

@InputType({ description: 'A document that is not there yet.' })
class PreviewTotalsInput {
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of its amounts. Default: the base currency.' })
  currency?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Units of the currency for one of the base currency. Default: the rate of the day.' })
  exchangeRate?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The document's own discount: an amount." }) discount?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The document's own discount in percent." }) discountPercent?: string | null;
  @Field(() => DiscountTiming.values, { nullable: true, description: "When the document's discount is taken off. Default: the organization's setting." }) discountTiming?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the prices of the lines include tax. Default: the organization's setting." }) pricesIncludeTax?: boolean | null;
  @Field(() => AppliedTaxesScalar, { nullable: true, description: "The document's own taxes." }) taxes?: unknown;
  @Field(() => DecimalScalar, { nullable: true, description: 'Added at the end; may be negative.' }) adjustment?: string | null;
  @Field(() => [PreviewLineInput], { description: `Its lines, at most ${MAX_NESTED}.` }) lineItems!: PreviewLineInput[];
}

const amount = (description: string) => Field(() => DecimalScalar, { nullable: true, description });
const taxes = (description: string) => Field(() => AppliedTaxesScalar, { nullable: true, description });

@ObjectType({ description: 'What a line comes to.' })
class PreviewLine {
  @Field(() => GraphQLInt, { description: 'Its place in the input, from 0.' }) index!: number;
  @amount("The product's own price in the currency of the document.") unitPrice!: string | null;
  @amount('The price of one.') listPrice!: string;
  @amount('quantity × list price.') total!: string;
  @amount('What is taken off the total.') discount!: string | null;
  @amount('The total less the discount.') totalAfterDiscount!: string;
  @amount("The line's share of the document's discount, where that is taken off before tax.") documentDiscount!: string;
  @amount('Amount that is taxed: after all discounts taken off before tax, without tax.') taxableAmount!: string;
  @taxes('The taxes, and what each comes to.') taxes!: AppliedTax[] | null;
  @amount('What the taxes come to.') tax!: string;
  @amount("The total after the line's own discount, with its taxes.") netTotal!: string;
}

@ObjectType({ description: 'What a document comes to.' })
class PreviewTotals {
  @Field(() => [PreviewLine], { nullable: true, description: 'Its lines.' }) lines!: PreviewLine[];
  @amount('The sum of the net totals of the lines.') subTotal!: string;
  @amount("Sum of the lines without tax, before the document's discount.") subTotalExclTax!: string;
  @amount("The document's own discount.") discount!: string | null;
  @taxes("The document's own taxes, and what each comes to.") taxes!: AppliedTax[] | null;
  @amount("What the document's own taxes come to.") tax!: string;
  @amount('Discounts of the lines and of the document.') discountTotal!: string;
  @amount('Total without tax, after all discounts.') totalExclTax!: string;
  @amount('Taxes of the lines and of the document.') taxTotal!: string;
  @Field(() => TaxBreakdownScalar, { nullable: true, description: 'Taxes of the lines and of the document, by tax and rate, with the amounts they are on.' }) taxBreakdown!: readonly TaxBreakdownEntry[];
  @amount('Amount added at the end.') adjustment!: string | null;
  @Field(() => DiscountTiming.values, { nullable: true, description: "When the document's discount is taken off." }) discountTiming!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether the prices of the lines include tax.' }) pricesIncludeTax!: boolean;
  @amount('Amount to pay: total without tax + taxes + adjustment.') grandTotal!: string;
}

/** The same checks and the same arithmetic as when a document is saved; nothing is. */
@Resolver()
export class PreviewTotalsResolver {
  @costs(100)
  @Query(() => PreviewTotals, {
    nullable: true,
    description: 'What a document would come to, worked out as if it were saved: prices, discounts, taxes, sums. Nothing is saved.',
  })
  async previewTotals(@Ctx() context: Context, @arg('input', () => PreviewTotalsInput, 'The document.') input: PreviewTotalsInput): Promise<object> {
    const { viewer, services, metrics, requestId } = context;
    if (!viewer) throw Unauthenticated({});
    const given = input.lineItems.length;
    if (given > MAX_NESTED) throw fault('input.lineItems', 'TOO_MANY', say('faults.tooManyLines', { limit: MAX_NESTED, given }), { limit: MAX_NESTED, given });
    return services.transactions.run(
      { org: viewer.org, actor: viewer.userId, cause: requestId, metrics },
      (transaction) => preview({ ...context, viewer, transaction }, input),
      () => false,
    );
  }
}

async function preview(context: WriteContext, { lineItems, ...document }: PreviewTotalsInput): Promise<object> {
  const { registry } = context.model;
  const [quote, line] = [registry.module('Quote'), registry.module('LineItem')];
  const row = pending('input', document);
  for (const [name, value] of Object.entries(document)) {
    const field = quote.fields.get(name)!;
    if (value !== null && value !== undefined) checkValue(registry, quote, field, value, row, name);
  }
  takeTerms([row], await readRelated(context, quote, [row]));
  checkCurrency(quote, row, context.viewer.baseCurrency);
  checkDecimals(quote, row, context.viewer.baseCurrency);
  const via = line.fields.get('quote')!;
  const created = lineItems.map((given, index): PendingRow => ({ ...pending(`input.lineItems.${index}`, given as unknown as PendingRow['input']), within: { row, via } }));
  for (const item of created) {
    item.values.set('quote', row.id);
    checkRow(registry, line, item);
    checkDecimals(line, item, context.viewer.baseCurrency);
  }
  await checkReferences(context, quote, [row]);
  await checkReferences(context, line, created);
  await addUp(context, 'Quote', [{ row, created, changed: [], deleted: [] }]);
  const faults = [row, ...created].flatMap((one) => one.faults);
  if (faults.length > 0) throw ValidationFailed({ fields: faults });
  const lines = created.map(({ values }, index) => ({ ...Object.fromEntries(values), index }));
  return { ...Object.fromEntries(row.values), lines };
}

const pending = (path: string, input: PendingRow['input']): PendingRow => ({
  index: 0,
  path,
  id: newRowId(),
  input,
  values: new Map(),
  faults: [],
  current: null,
});
