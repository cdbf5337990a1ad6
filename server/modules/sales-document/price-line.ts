import { Decimal } from 'decimal.js';
import { label, say, type Message } from '../../core/messages.js';
import type { FaultCode } from '../../core/errors.js';
import { PRICE_DECIMALS } from '../../core/fields.js';
import { MAX_INTEGER_DIGITS } from '../../core/scalars.js';
import { MAX_TAXES, type AppliedTax, type ChosenTax } from './applied-taxes.js';
import { Exact } from './exact-decimal.js';
import type { DocumentFacts, Price, ProductFacts } from './document-facts.js';
import type { Pricing } from './price-ranges.js';
import { documentTotals, type LineToTotal, type LineTotals, type TaxRate, type TaxValue } from './totals.js';

/** A line as it was and what a caller wants of it: undefined stays, null empties. Ids are row ids. */
export interface LineDraft {
  readonly before: LineBefore | null;
  /** What a copy takes over: it is not chosen anew. */
  readonly original?: Pick<LineBefore, 'product' | 'priceBook' | 'taxes'> | null;
  readonly product?: string;
  readonly quantity?: string;
  readonly listPrice?: string | null;
  readonly priceBook?: string | null;
  readonly discount?: string | null;
  readonly discountPercent?: string | null;
  readonly taxes?: readonly ChosenTax[] | null;
}

/** A line as it stands. */
export interface LineBefore {
  readonly product: string;
  readonly quantity: string;
  readonly listPrice: string | null;
  readonly priceBook: string | null;
  readonly discount: string | null;
  readonly discountPercent: string | null;
  readonly discountKind: string | null;
  readonly taxes: readonly AppliedTax[];
}

/** What is chosen for a line, before it is added up. */
export interface PricedLine {
  readonly toTotal: LineToTotal & { readonly taxes: readonly NamedRate[] };
  /** Set with a new product only. */
  readonly productName?: string | null;
  readonly unitPrice?: string | null;
  readonly quantityInStock?: string | null;
  readonly listPrice: string;
  readonly discountPercent: string | null;
  readonly discountKind: string | null;
}

/** The rate of a tax that stands on something. */
export type NamedRate = TaxRate & { readonly taxId: string };

/** The document that lines are on. */
export interface LinesOf {
  readonly facts: DocumentFacts;
  readonly currency: string;
  readonly exchangeRate: string;
  /** Digits of the currency after the point. */
  readonly decimals: number;
  readonly allowsEditedTaxRates: boolean;
  /** The row id in an id of a tax. */
  readonly taxRow: (id: string) => string | null;
  /** The id of a tax by its row id. */
  readonly taxId: (row: string) => string;
}

/** Notes what is wrong with one of the inputs of a line or a document. */
export type Refuse = (input: string, code: FaultCode, message: Message) => void;

/** Chooses price, discount and taxes of a line (modules.md 8 and 13); null where something is missing that a fault was noted for. */
export function priceLine(document: LinesOf, draft: LineDraft, refuse: Refuse): PricedLine | null {
  const { facts } = document;
  const { before } = draft;
  const had = before ?? draft.original;
  const product = draft.product ?? before?.product;
  const quantity = draft.quantity ?? before?.quantity;
  const known = facts.products.get(product ?? '');
  if (!known || !quantity) return null;
  const isOther = product !== before?.product;
  const isChosen = product !== had?.product;
  if (isChosen && !known.isActive) refuse('productId', 'CONTRADICTION', say('faults.productInactive'));

  const priceBook = draft.priceBook === undefined ? (before?.priceBook ?? null) : draft.priceBook;
  const book = priceBook === null ? null : facts.priceBooks.get(priceBook);
  if (book === undefined) return null;
  const isNewPrice = isOther || priceBook !== (before?.priceBook ?? null);
  if (book && (isChosen || priceBook !== (had?.priceBook ?? null))) {
    if (!book.isActive) refuse('priceBookId', 'CONTRADICTION', say('faults.priceBookInactive'));
    if (!book.prices.has(product!)) refuse('priceBookId', 'CONTRADICTION', say('faults.notInPriceBook'));
  }
  const unitPrice = inCurrency(document, known.price);
  const usual = inCurrency(document, book?.prices.get(product!) ?? null) ?? unitPrice;
  const chosen = draft.listPrice ?? (draft.listPrice === undefined && !isNewPrice ? before?.listPrice : null) ?? usual;
  if (chosen === null) {
    refuse('listPrice', 'REQUIRED', say('faults.needed', { name: label('LineItem', 'listPrice') }));
    return null;
  }
  // As it is stored, so that a line always comes to what it shows.
  const listPrice = priceText(chosen, document.decimals);
  if (isTooLarge(quantity, listPrice)) refuse('quantity', 'OUT_OF_RANGE', say('faults.totalTooLarge', { digits: MAX_INTEGER_DIGITS }));

  const taxes = ratesOf(document, { given: taxesOf(document, draft, known, refuse), before: had?.taxes ?? [], product: known, isOther: isChosen }, refuse);
  const pricing = book && book.pricing.ranges.length > 0 ? book.pricing : null;
  const isSameLine = !isNewPrice && before !== null && isSame(quantity, before.quantity) && before.listPrice !== null && isSame(listPrice, before.listPrice);
  const discount = discountOf(draft, { quantity, listPrice }, { pricing, isSameLine }, document.decimals, refuse);
  return {
    toTotal: {
      quantity,
      listPrice,
      taxes,
      ...(discount.amount !== null && { discount: discount.amount }),
      ...(discount.percent !== null && { discountPercent: discount.percent }),
      ...(discount.kind === 'PRICE_BOOK' && discount.amount === null && { pricing }),
    },
    ...(isOther && { productName: known.name, unitPrice, quantityInStock: known.qtyInStock }),
    listPrice,
    discountPercent: discount.percent,
    discountKind: discount.kind,
  };
}

/** The taxes that are given, otherwise those of the product, on a new line and on one that has those of its product; undefined: the line keeps its own. */
function taxesOf(document: LinesOf, { before, taxes, product }: LineDraft, known: ProductFacts, refuse: Refuse): readonly ChosenTax[] | null | undefined {
  if (taxes !== undefined || product === undefined || product === before?.product) return taxes;
  const former = before && document.facts.products.get(before.product);
  const isUsual = !before || (former && haveSameTaxes(before.taxes, usualTaxes(document, former)));
  if (!isUsual) return undefined;
  const usual = usualTaxes(document, known);
  if (usual.length > MAX_TAXES) refuse('taxes', 'OUT_OF_RANGE', say('faults.appliedTaxes', { max: MAX_TAXES }));
  return usual;
}

/** A tax in the recycle bin is on no new line. */
const usualTaxes = ({ facts, taxId }: LinesOf, { isTaxable, taxIds }: ProductFacts): ChosenTax[] => (isTaxable ? taxIds.filter((id) => facts.taxes.get(id)?.isDeleted === false).map((id) => ({ taxId: taxId(id), percentage: null })) : []);

const haveSameTaxes = (some: readonly ChosenTax[] | readonly AppliedTax[], others: readonly ChosenTax[]): boolean => some.length === others.length && some.every(({ taxId }) => others.some((other) => other.taxId === taxId));

interface Discount {
  readonly kind: 'AMOUNT' | 'PERCENT' | 'PRICE_BOOK' | null;
  readonly amount: string | null;
  readonly percent: string | null;
}

/** What the price book grants, and whether the line is about as many of the same at the same price as before. */
interface Granted {
  readonly pricing: Pricing | null;
  readonly isSameLine: boolean;
}

/** An amount, percent, or what the price book grants: what was said last holds. Whoever sends back all that was answered says nothing new. */
function discountOf({ before, ...draft }: LineDraft, line: LineToTotal, { pricing, isSameLine }: Granted, decimals: number, refuse: Refuse): Discount {
  const comesTo = (more: Partial<LineToTotal>): string => documentTotals({ decimals, lines: [{ ...line, ...more }] }).lines[0]!.discount;
  const percent = draft.discountPercent ?? null;
  const granted = isSameLine && before?.discountKind === 'PRICE_BOOK' ? before.discount : null;
  if (draft.discount != null) {
    if (percent !== null && !isSame(draft.discount, comesTo({ discountPercent: percent }))) refuseBoth(refuse);
    if (percent !== null) return { kind: 'PERCENT', amount: null, percent };
    if (granted !== null && isSame(draft.discount, granted)) return { kind: 'PRICE_BOOK', amount: granted, percent: null };
    if (pricing && isSame(draft.discount, comesTo({ pricing }))) return { kind: 'PRICE_BOOK', amount: null, percent: null };
    return { kind: 'AMOUNT', amount: draft.discount, percent: null };
  }
  if (percent !== null) return { kind: 'PERCENT', amount: null, percent };
  const isKept = draft.discount === undefined && draft.discountPercent === undefined;
  if (isKept && before?.discountKind === 'AMOUNT') return { kind: 'AMOUNT', amount: before.discount, percent: null };
  // What the price book says by now is for lines that change, not for those of the time.
  if (isKept && granted !== null) return { kind: 'PRICE_BOOK', amount: granted, percent: null };
  if (isKept && before?.discountKind === 'PERCENT') return { kind: 'PERCENT', amount: null, percent: before.discountPercent };
  return { kind: pricing ? 'PRICE_BOOK' : null, amount: null, percent: null };
}

/** Whether two amounts are the same, however they are written. */
export const isSame = (one: string, other: string): boolean => new Decimal(one).equals(other);

/** Notes that an amount and other percent are given for one discount. */
export const refuseBoth = (refuse: Refuse): void => refuse('discountPercent', 'CONTRADICTION', say('faults.oneDiscount'));

interface TaxesOf {
  readonly given: readonly ChosenTax[] | null | undefined;
  readonly before: readonly AppliedTax[];
  /** The product of the line; null: they are the document's own. */
  readonly product: ProductFacts | null;
  /** Whether the line is about another product than before. */
  readonly isOther: boolean;
}

/** The taxes on a line or a document with their rates: those that are given, else those that it has. */
export function ratesOf({ facts, allowsEditedTaxRates, taxRow }: LinesOf, { given, before, product, isOther }: TaxesOf, refuse: Refuse): NamedRate[] {
  const check = (ids: readonly string[]): void => {
    if (!product || ids.length === 0) return;
    if (!product.isTaxable) refuse('taxes', 'CONTRADICTION', say('faults.notTaxable'));
    else if (product.taxIds.length > 0 && ids.some((id) => !product.taxIds.includes(taxRow(id)!))) refuse('taxes', 'CONTRADICTION', say('faults.taxNotAllowed'));
  };
  if (given === undefined) {
    if (isOther) check(before.map(({ taxId }) => taxId));
    return before.map(({ value: _, ...rate }) => rate);
  }
  const rates = (given ?? []).flatMap(({ taxId, percentage }) => {
    const tax = facts.taxes.get(taxRow(taxId) ?? '');
    const kept = before.find((one) => one.taxId === taxId);
    if (!tax || (tax.isDeleted && !kept)) {
      refuse('taxes', 'REFERENCE_NOT_FOUND', say('faults.noSuchReference', { label: label('LineItem', 'taxes'), module: label('Tax') }));
      return [];
    }
    // It has no rate of today: what it came to stays.
    if (tax.isDeleted && kept && percentage === null) return [{ ...kept, place: tax.place }];
    const isEdited = percentage !== null && !new Decimal(percentage).equals(tax.percentage);
    if (isEdited && !(new Decimal(percentage).gte(0) && new Decimal(percentage).lte(100))) refuse('taxes', 'OUT_OF_RANGE', say('faults.outOfRange', { label: label('Tax', 'percentage'), min: 0, max: 100, given: percentage }));
    // A rate that stands there already may stay, though the tax has another one by now.
    const isKept = isEdited && kept !== undefined && new Decimal(kept.percentage).equals(percentage);
    if (isEdited && !isKept && !allowsEditedTaxRates) refuse('taxes', 'CONTRADICTION', say('faults.taxRateFixed', { name: tax.name }));
    return [{ taxId, name: tax.name, percentage: percentage ?? tax.percentage, compound: tax.compound, place: tax.place }];
  });
  // What a line has already it may keep, whatever the product allows by now.
  check(rates.map(({ taxId }) => taxId).filter((id) => isOther || !before.some(({ taxId }) => taxId === id)));
  return rates.sort((a, b) => a.place - b.place).map(({ taxId, name, percentage, compound }) => ({ taxId, name, percentage, compound }));
}

/** Taxes as they are stored: the rates, and what each comes to. */
export const appliedTaxes = (rates: readonly NamedRate[], values: readonly TaxValue[]): AppliedTax[] => rates.map(({ taxId, name, percentage, compound = false }, at) => ({ taxId, name, percentage, compound, value: values[at]!.value }));

/** What a line's fields are, once it is added up. */
export const lineValues = ({ toTotal, discountKind, discountPercent, ...line }: PricedLine, totals: LineTotals): Record<string, unknown> => ({
  ...line,
  discount: discountKind === null ? null : totals.discount,
  discountPercent,
  discountKind,
  total: totals.total,
  totalAfterDiscount: totals.totalAfterDiscount,
  ...taxedValues(toTotal.taxes, totals),
});

/** What depends on the rest of the document as well. */
export const taxedValues = (taxes: readonly NamedRate[], totals: LineTotals): Record<string, unknown> => ({
  documentDiscount: totals.documentDiscount,
  taxableAmount: totals.taxableAmount,
  taxes: taxes.length > 0 ? appliedTaxes(taxes, totals.taxes) : null,
  tax: totals.tax,
  netTotal: totals.netTotal,
});

/** A price in the currency of the document, at the rates that both have; rounded where it is converted. */
function inCurrency({ currency, exchangeRate, decimals }: LinesOf, price: Price | null): string | null {
  if (!price) return null;
  if (price.currency === currency) return price.amount;
  return priceText(new Exact(price.amount).dividedBy(price.rate).times(exchangeRate), decimals);
}

/** A price with as many decimals as it needs, and at least those of its currency: `crm_price` in the database. */
function priceText(price: Decimal.Value, decimals: number): string {
  const rounded = new Decimal(price).toDecimalPlaces(PRICE_DECIMALS, Decimal.ROUND_HALF_UP);
  return rounded.toFixed(Math.max(decimals, rounded.decimalPlaces()));
}

const TOO_LARGE = new Decimal(10).pow(MAX_INTEGER_DIGITS - 1);
const isTooLarge = (quantity: string, listPrice: string): boolean => new Decimal(quantity).times(listPrice).abs().gte(TOO_LARGE);
