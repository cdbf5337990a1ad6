import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import {
  documentTotals,
  type DocumentToTotal,
  type LineToTotal,
  type PriceRange,
  type Pricing,
  type TaxRate,
} from '../../server/modules/sales-document/totals.js';
import type { Random } from '../support/random.js';
import { runs, seededRandom } from '../support/seed.js';

const ranges: PriceRange[] = [
  { from: '1', to: '10', discount: '5' },
  { from: '11', to: '20', discount: '10' },
  { from: '21', to: '100', discount: '15' },
];
const priced = (quantity: string, pricing: Partial<Pricing>, listPrice = '100') =>
  documentTotals({ decimals: 2, lines: [{ quantity, listPrice, pricing: { model: 'FLAT', basis: 'QUANTITY', ranges, ...pricing } }] })
    .lines[0]!;

test('the worked example of modules.md 8: 25 pieces at 100, flat and differential', () => {
  expect(priced('25', { model: 'FLAT' })).toMatchObject({ total: '2500.00', discount: '375.00', totalAfterDiscount: '2125.00' });
  expect(priced('25', { model: 'DIFFERENTIAL' })).toMatchObject({ discount: '225.00', totalAfterDiscount: '2275.00' });
});

test('ranges: their ends belong to them, gaps grant nothing, parts of a piece lie in the range that they reach into', () => {
  expect(['1', '10', '11', '100', '101', '0.5', '10.5'].map((quantity) => priced(quantity, {}).discount)).toEqual([
    '5.00', '50.00', '110.00', '1500.00', '0.00', '0.00', '0.00',
  ]); // prettier-ignore
  const slabs = { model: 'DIFFERENTIAL' } as const;
  // 150 pieces: 10 at 5 %, 10 at 10 %, 80 at 15 %, and 50 beyond at nothing.
  expect(priced('150', slabs).discount).toBe('1350.00');
  expect(priced('10.5', slabs).discount).toBe('55.00');
  const gap = { ...slabs, ranges: [ranges[2]!, ranges[0]!] };
  expect(priced('25', gap).discount).toBe('125.00');
  const byAmount = [
    { from: '0', to: '1000', discount: '1' },
    { from: '1000.01', to: '5000', discount: '2' },
  ];
  expect(priced('30', { basis: 'AMOUNT', ranges: byAmount }).discount).toBe('60.00');
  expect(priced('30', { ...slabs, basis: 'AMOUNT', ranges: byAmount }).discount).toBe('50.00');
});

test('each step is rounded half up to the decimals of the currency', () => {
  const lines = [{ quantity: '3', listPrice: '0.335', discountPercent: '50', taxes: [{ name: 'VAT', percentage: '21' }] }];
  // 1.005 → 1.01; half of it is left, 0.505 → 0.51; 21 % of that is 0.1071 → 0.11.
  expect(documentTotals({ decimals: 2, lines }).lines[0]).toMatchObject({ total: '1.01', discount: '0.50', tax: '0.11', netTotal: '0.62' });
  expect(documentTotals({ decimals: 0, lines }).lines[0]).toMatchObject({
    total: '1',
    discount: '0',
    totalAfterDiscount: '1',
    netTotal: '1',
  });
  expect(documentTotals({ decimals: 3, lines }).lines[0]).toMatchObject({
    total: '1.005',
    discount: '0.502',
    tax: '0.106',
    netTotal: '0.609',
  });
});

test('compound taxes are on top of the others, whatever their order; the document has a discount, taxes and an adjustment of its own', () => {
  const taxes = [
    { name: 'QST', percentage: '9.975', compound: true },
    { name: 'GST', percentage: '5' },
  ];
  const line = { quantity: '1', listPrice: '1000', taxes };
  expect(documentTotals({ decimals: 2, lines: [line] }).lines[0]).toMatchObject({
    taxes: [
      { name: 'QST', percentage: '9.975', value: '104.74' },
      { name: 'GST', percentage: '5', value: '50.00' },
    ],
    netTotal: '1154.74',
  });
  expect(
    documentTotals({ decimals: 2, lines: [line], discountPercent: '10', taxes: [{ name: 'VAT', percentage: '21' }], adjustment: '-0.01' }),
  ).toMatchObject({
    subTotal: '1154.74',
    subTotalExclTax: '1000.00',
    discount: '115.47',
    tax: '218.25',
    discountTotal: '115.47',
    taxTotal: '372.99',
    grandTotal: '1257.51',
    overdrawn: [],
  });
});

test('a discount over what it is taken from is told', () => {
  const lines = [
    { quantity: '1', listPrice: '10', discount: '10' },
    { quantity: '1', listPrice: '10', discount: '10.01' },
  ];
  expect(documentTotals({ decimals: 2, lines }).overdrawn).toEqual([{ line: 1 }, { line: null }]);
  expect(documentTotals({ decimals: 2, lines: lines.slice(0, 1), discount: '1' }).overdrawn).toEqual([{ line: null }]);
  expect(documentTotals({ decimals: 2, lines: [] })).toMatchObject({ subTotal: '0.00', grandTotal: '0.00', overdrawn: [] });
});

/** Fixed-point arithmetic on integers of 10^-30: shares nothing with what it checks. */
const SCALE = 30;
const ONE = 10n ** BigInt(SCALE);
const fixed = (text: string): bigint => {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const digits = BigInt(whole! + part.padEnd(SCALE, '0'));
  return sign ? -digits : digits;
};
const half = (value: bigint, decimals: number): bigint => {
  const unit = 10n ** BigInt(SCALE - decimals);
  const magnitude = value < 0n ? -value : value;
  const up = ((magnitude + unit / 2n) / unit) * unit;
  return value < 0n ? -up : up;
};
const shown = (value: bigint, decimals: number): string => {
  const units = (value < 0n ? -value : value) / 10n ** BigInt(SCALE - decimals);
  const digits = String(units).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0n && units > 0n ? `-${text}` : text;
};
const times = (a: bigint, b: bigint): bigint => (a * b) / ONE;
const percentOf = (value: bigint, percent: string): bigint => times(value, fixed(percent)) / 100n;

function expectedTotals({ decimals, lines, discount, discountPercent, taxes = [], adjustment }: DocumentToTotal) {
  const taxed = (amount: bigint, rates: readonly TaxRate[]): bigint => {
    let simple = 0n;
    for (const rate of rates) if (!rate.compound) simple += half(percentOf(amount, rate.percentage), decimals);
    let all = simple;
    for (const rate of rates) if (rate.compound) all += half(percentOf(amount + all, rate.percentage), decimals);
    return all;
  };
  const each = lines.map((line) => {
    const total = half(times(fixed(line.quantity), fixed(line.listPrice)), decimals);
    const isPart = line.discountPercent !== undefined || line.pricing !== undefined;
    let off = line.discount ? fixed(line.discount) : 0n;
    if (line.discountPercent) off = percentOf(total, line.discountPercent);
    if (line.pricing) {
      const { basis, model, ranges: of } = line.pricing;
      const measure = basis === 'QUANTITY' ? fixed(line.quantity) : total;
      const price = (part: bigint): bigint => (basis === 'QUANTITY' ? times(part, fixed(line.listPrice)) : part);
      off = 0n;
      for (const [at, { from, to, discount: percent }] of of.entries()) {
        if (model === 'FLAT') {
          if (fixed(from) <= measure && measure <= fixed(to)) off = percentOf(total, percent);
          continue;
        }
        // The ranges of this test follow each other without gaps.
        const start = at === 0 ? 0n : fixed(of[at - 1]!.to);
        const part = (measure < fixed(to) ? measure : fixed(to)) - start;
        if (part > 0n) off += percentOf(price(part), percent);
      }
    }
    off = isPart ? total - half(total - off, decimals) : half(off, decimals);
    const tax = taxed(total - off, line.taxes ?? []);
    return { total, off, tax };
  });
  const subTotal = each.reduce((all, { total, off, tax }) => all + total - off + tax, 0n);
  const off = discountPercent
    ? subTotal - half(subTotal - percentOf(subTotal, discountPercent), decimals)
    : half(discount ? fixed(discount) : 0n, decimals);
  const tax = taxed(subTotal - off, taxes);
  const grand = subTotal - off + tax + (adjustment ? half(fixed(adjustment), decimals) : 0n);
  return {
    subTotal: shown(subTotal, decimals),
    tax: shown(tax, decimals),
    grandTotal: shown(grand, decimals),
    lines: each.map(({ total, off: lineOff, tax: lineTax }) => [total, lineOff, lineTax].map((value) => shown(value, decimals))),
  };
}

function randomDocument(random: Random): DocumentToTotal {
  const number = (whole: number, places: number): string => {
    const digits = String(random.below(10 ** places)).padStart(places, '0');
    return `${random.below(whole)}${places > 0 ? `.${digits}` : ''}`;
  };
  const rates = [
    { name: 'VAT', percentage: '21' },
    { name: 'Reduced', percentage: '9.5' },
    { name: 'Local', percentage: '7.375', compound: true },
    { name: 'Eco', percentage: '0.125', compound: true },
  ];
  const decimals = random.pick([0, 2, 2, 3]);
  const pricing = (): Pricing => {
    const basis = random.pick(['QUANTITY', 'AMOUNT'] as const);
    const step = basis === 'QUANTITY' ? 1 : 10 ** -decimals;
    const following = ranges.map((range, at) => ({ ...range, from: at === 0 ? '0' : (Number(ranges[at - 1]!.to) + step).toFixed(3) }));
    return { model: random.pick(['FLAT', 'DIFFERENTIAL'] as const), basis, ranges: following.slice(0, 1 + random.below(3)) };
  };
  const line = (): LineToTotal => {
    const kind = random.below(4);
    return {
      quantity: number(random.pick([5, 50, 500]), random.pick([0, 0, 1, 3])),
      listPrice: number(random.pick([10, 1000, 1_000_000]), random.pick([0, 2, 4])),
      ...(kind === 1 && { discount: number(3, 2) }),
      ...(kind === 2 && { discountPercent: number(100, random.pick([0, 2])) }),
      ...(kind === 3 && { pricing: pricing() }),
      taxes: rates.filter(() => random.chance(0.4)),
    };
  };
  return {
    decimals,
    lines: Array.from({ length: 1 + random.below(8) }, line),
    ...(random.chance(0.3) && { discountPercent: number(50, 2) }),
    taxes: rates.filter(() => random.chance(0.2)),
    ...(random.chance(0.3) && { adjustment: `${random.pick(['', '-'])}${number(10, 2)}` }),
  };
}

test('10,000 random documents equal an independent calculation; lines add up, and their order does not matter', () => {
  const random = seededRandom();
  for (let run = 0; run < runs(10_000); run++) {
    const document = randomDocument(random);
    const found = documentTotals(document);
    const expected = expectedTotals(document);
    const lines = found.lines.map(({ total, discount, tax }) => [total, discount, tax]);
    const got = { subTotal: found.subTotal, tax: found.tax, grandTotal: found.grandTotal, lines };
    // Jest's own comparison of ten thousand documents takes ten times as long as adding them up.
    if (!isDeepStrictEqual(got, expected)) expect({ document, ...got }).toEqual({ document, ...expected });
    const net = found.lines.reduce((all, { netTotal }) => all + fixed(netTotal), 0n);
    expect(shown(net, document.decimals)).toBe(found.subTotal);
    const turned = documentTotals({ ...document, lines: document.lines.toReversed() });
    const sums = ({ subTotal, grandTotal, taxTotal, discountTotal }: typeof found) => [subTotal, grandTotal, taxTotal, discountTotal];
    if (!isDeepStrictEqual(sums(turned), sums(found))) expect({ document, sums: sums(turned) }).toEqual({ document, sums: sums(found) });
  }
});
