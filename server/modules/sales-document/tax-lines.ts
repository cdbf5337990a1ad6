import type { Decimal } from 'decimal.js';
import { allocate } from './allocate.js';
import { Exact, exact, percentOf, sum } from './exact-decimal.js';

/** A tax on lines, by a key that lines share where the tax is one. */
export interface KeyedTax {
  readonly key: string;
  /** In percent. */
  readonly percentage: string;
  /** Put on the amount together with the taxes before it. */
  readonly compound: boolean;
}

/** An amount and the taxes on it, or in it, in the order that they are worked out in. */
export interface LineToTax {
  readonly amount: Decimal;
  readonly taxes: readonly KeyedTax[];
}

export interface TaxedLine {
  /** Without taxes. */
  readonly base: Decimal;
  /** By key. */
  readonly values: ReadonlyMap<string, Decimal>;
}

/** A tax over all lines that have it. */
export interface TaxSum {
  readonly base: Decimal;
  readonly amount: Decimal;
}

export interface TaxedLines {
  readonly lines: readonly TaxedLine[];
  /** By key. */
  readonly taxes: ReadonlyMap<string, TaxSum>;
}

/**
 * Works out each tax once, over all lines that have it, and rounds it there: base × rate is then the tax of an invoice, as
 * EN 16931 asks for. What it comes to is split over the lines, so that they add up to it.
 *
 * @param isIncluded whether the amounts hold the taxes
 */
export const taxLines = (lines: readonly LineToTax[], decimals: number, isIncluded: boolean): TaxedLines => (isIncluded ? takeOut(lines, decimals) : putOn(lines, decimals));

type Split = { readonly base: Decimal; readonly values: Map<string, Decimal> };

const valuesOf = ({ values }: Split): Decimal => sum([...values.values()]);

function putOn(lines: readonly LineToTax[], decimals: number): TaxedLines {
  const split = lines.map(({ amount }): Split => ({ base: amount, values: new Map() }));
  const taxes = new Map<string, TaxSum>();
  for (const tax of inOrder(lines.map((line) => line.taxes))) {
    const members = split.filter((_, at) => lines[at]!.taxes.some(({ key }) => key === tax.key));
    const bases = members.map((line) => (tax.compound ? line.base.plus(valuesOf(line)) : line.base));
    const base = sum(bases);
    const amount = percentOf(base, tax.percentage).toDecimalPlaces(decimals);
    const shares = allocate(amount, bases, decimals);
    for (const [at, line] of members.entries()) line.values.set(tax.key, shares[at]!);
    taxes.set(tax.key, { base, amount });
  }
  return { lines: split, taxes };
}

/** Lines with the same taxes are taken apart together: what is left and the taxes add up to what they come to, whatever the rounding. */
function takeOut(lines: readonly LineToTax[], decimals: number): TaxedLines {
  const split: Split[] = lines.map(({ amount }) => ({ base: amount, values: new Map() }));
  const taxes = new Map<string, TaxSum>();
  const groups = Map.groupBy(lines.keys(), (at) => lines[at]!.taxes.map(({ key }) => key).join('\n'));
  for (const group of groups.values()) {
    const of = lines[group[0]!]!.taxes;
    const gross = sum(group.map((at) => lines[at]!.amount));
    const parts = partsOf(of);
    const net = gross.dividedBy(sum(parts).plus(1)).toDecimalPlaces(decimals);
    const amounts = allocate(gross.minus(net), parts, decimals);
    let before = net;
    for (const [place, { key, compound }] of of.entries()) {
      const amount = amounts[place]!;
      const known = taxes.get(key);
      const base = compound ? before : net;
      taxes.set(key, { base: base.plus(known?.base ?? 0), amount: amount.plus(known?.amount ?? 0) });
      before = before.plus(amount);
      const shares = allocate(
        amount,
        group.map((at) => lines[at]!.amount),
        decimals,
      );
      for (const [at, share] of shares.entries()) split[group[at]!]!.values.set(key, share);
    }
  }
  return { lines: split.map((line) => ({ base: line.base.minus(valuesOf(line)), values: line.values })), taxes };
}

/** What each tax comes to on an amount of 1. */
function partsOf(taxes: readonly KeyedTax[]): Decimal[] {
  const parts: Decimal[] = [];
  for (const { percentage, compound } of taxes) parts.push(percentOf(compound ? sum(parts).plus(1) : new Exact(1), exact(percentage)));
  return parts;
}

/** Every tax once, after those that come before it on any line. Lines that contradict each other are decided by the key. */
function inOrder(lists: readonly (readonly KeyedTax[])[]): KeyedTax[] {
  const different = [...new Map(lists.map((list) => [list.map(({ key }) => key).join('\n'), list])).values()];
  const open = new Map(different.flat().map((tax) => [tax.key, tax]));
  const ordered: KeyedTax[] = [];
  while (open.size > 0) {
    const keys = [...open.keys()].sort();
    const firsts = different.map((list) => list.filter(({ key }) => open.has(key)).map(({ key }) => key));
    const next = keys.find((key) => firsts.every((list) => list[0] === key || !list.includes(key))) ?? keys[0]!;
    ordered.push(open.get(next)!);
    open.delete(next);
  }
  return ordered;
}
