import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import type { PriceRange, Pricing } from '../../server/modules/sales-document/price-ranges.js';
import {
  documentTotals,
  type DiscountTiming,
  type DocumentToTotal,
  type LineToTotal,
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

test('25 pieces at 100 with ranges to 10, 20 and 100, flat and differential', () => {
  expect(priced('25', { model: 'FLAT' })).toMatchObject({ total: '2500.00', discount: '375.00', totalAfterDiscount: '2125.00' });
  expect(priced('25', { model: 'DIFFERENTIAL' })).toMatchObject({ discount: '225.00', totalAfterDiscount: '2275.00' });
});

test('ranges: their ends belong to them, gaps grant nothing, parts of a piece are in the range that they reach into', () => {
  expect(['1', '10', '10.01', '10.5', '11', '20.5', '100', '101', '0.5'].map((quantity) => priced(quantity, {}).discount)).toEqual([
    '5.00', '50.00', '100.10', '105.00', '110.00', '307.50', '1500.00', '0.00', '0.00',
  ]); // prettier-ignore
  const slabs = { model: 'DIFFERENTIAL' } as const;
  // 150 pieces: 10 at 5 %, 10 at 10 %, 80 at 15 %, and 50 beyond at nothing.
  expect(priced('150', slabs).discount).toBe('1350.00');
  expect(['10.5', '20.5'].map((quantity) => priced(quantity, slabs).discount)).toEqual(['55.00', '157.50']);
  const gap = { ranges: [ranges[2]!, ranges[0]!] };
  expect(priced('25', { ...slabs, ...gap }).discount).toBe('125.00');
  expect(['10.5', '12', '20.5', '21'].map((quantity) => priced(quantity, gap).discount)).toEqual(['0.00', '0.00', '0.00', '315.00']);
  const byAmount = [
    { from: '0', to: '1000', discount: '1' },
    { from: '1000.01', to: '5000', discount: '2' },
  ];
  expect(priced('30', { basis: 'AMOUNT', ranges: byAmount }).discount).toBe('60.00');
  expect(priced('30', { ...slabs, basis: 'AMOUNT', ranges: byAmount }).discount).toBe('50.00');
  // In whole euros: 1,000.50 is above 1,000.
  const inEuros = [byAmount[0]!, { ...byAmount[1]!, from: '1001' }];
  expect(priced('1', { basis: 'AMOUNT', ranges: inEuros }, '1000.50').discount).toBe('20.01');
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

const vat = [{ name: 'VAT', percentage: '21' }];
const low = [{ name: 'VAT low', percentage: '9' }];

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
  const document = { decimals: 2, lines: [line], discountPercent: '10', taxes: vat, adjustment: '-0.01' };
  expect(documentTotals(document)).toMatchObject({
    // 45.00 GST and 94.26 QST on the 900.00 that are left.
    subTotal: '1139.26',
    subTotalExclTax: '1000.00',
    discount: '100.00',
    tax: '189.00',
    discountTotal: '100.00',
    totalExclTax: '900.00',
    taxTotal: '328.26',
    grandTotal: '1228.25',
    taxBreakdown: [
      { name: 'GST', base: '900.00', amount: '45.00' },
      { name: 'QST', base: '945.00', amount: '94.26' },
      { name: 'VAT', base: '900.00', amount: '189.00' },
    ],
    overdrawn: [],
  });
  for (const discountTiming of ['AFTER_TAX', 'AFTER_TAX_PER_LINE'] as const)
    expect(documentTotals({ ...document, discountTiming })).toMatchObject({
      subTotal: '1154.74',
      subTotalExclTax: '1000.00',
      discount: '115.47',
      tax: '218.25',
      discountTotal: '115.47',
      totalExclTax: '884.53',
      taxTotal: '372.99',
      grandTotal: '1257.51',
      overdrawn: [],
    });
});

test("a document's discount lowers what is taxed; after tax, it is taken off the total alone", () => {
  const document = { decimals: 2, lines: [{ quantity: '1', listPrice: '100', taxes: vat }], discountPercent: '10' };
  expect(documentTotals(document)).toMatchObject({
    lines: [{ totalAfterDiscount: '100.00', documentDiscount: '10.00', taxableAmount: '90.00', tax: '18.90', netTotal: '118.90' }],
    subTotal: '118.90',
    subTotalExclTax: '100.00',
    discount: '10.00',
    totalExclTax: '90.00',
    taxTotal: '18.90',
    grandTotal: '108.90',
    taxBreakdown: [{ taxId: null, name: 'VAT', percentage: '21', compound: false, base: '90.00', amount: '18.90' }],
  });
  expect(documentTotals({ ...document, discountTiming: 'AFTER_TAX' })).toMatchObject({
    lines: [{ documentDiscount: '0.00', taxableAmount: '100.00', tax: '21.00', netTotal: '121.00' }],
    discount: '12.10',
    taxTotal: '21.00',
    grandTotal: '108.90',
    taxBreakdown: [{ base: '100.00', amount: '21.00' }],
  });
  // An amount is one without tax.
  expect(documentTotals({ ...document, discountPercent: null, discount: '25' })).toMatchObject({
    totalExclTax: '75.00',
    taxTotal: '15.75',
    grandTotal: '90.75',
  });
});

test('a discount is split over rates and lines without tax, so that nothing is left over', () => {
  const lines = [
    { quantity: '1', listPrice: '10', taxes: vat },
    { quantity: '1', listPrice: '10', taxes: low },
    { quantity: '1', listPrice: '10' },
  ];
  expect(documentTotals({ decimals: 2, lines, discount: '10' })).toMatchObject({
    lines: [{ documentDiscount: '3.34' }, { documentDiscount: '3.33' }, { documentDiscount: '3.33' }],
    totalExclTax: '20.00',
    taxBreakdown: [
      { name: 'VAT', base: '6.66', amount: '1.40' },
      { name: 'VAT low', base: '6.67', amount: '0.60' },
      { taxId: null, name: null, percentage: '0', base: '6.67', amount: '0.00' },
    ],
    grandTotal: '22.00',
  });
  expect(documentTotals({ decimals: 0, lines, discount: '10' })).toMatchObject({
    lines: [{ documentDiscount: '4' }, { documentDiscount: '3' }, { documentDiscount: '3' }],
    taxBreakdown: [{ base: '6', amount: '1' }, { base: '7', amount: '1' }, { base: '7' }],
    grandTotal: '22',
  });
  // Of 0.001 somebody gets all.
  expect(documentTotals({ decimals: 3, lines, discount: '0.001' }).lines.map((line) => line.documentDiscount)).toEqual([
    '0.001',
    '0.000',
    '0.000',
  ]);
});

test('a tax is worked out once for all lines with its rate, and split over them', () => {
  // 3 × 0.33 × 21 % is 0.2079; a line by itself would have 0.07.
  const lines = Array.from({ length: 3 }, () => ({ quantity: '1', listPrice: '0.33', taxes: vat }));
  const totals = documentTotals({ decimals: 2, lines: [...lines, ...lines] });
  expect(totals).toMatchObject({ taxTotal: '0.42', taxBreakdown: [{ base: '1.98', amount: '0.42' }] });
  const small = Array.from({ length: 3 }, () => ({ quantity: '1', listPrice: '0.02', taxes: vat }));
  expect(documentTotals({ decimals: 2, lines: small })).toMatchObject({
    lines: [{ tax: '0.01' }, { tax: '0.00' }, { tax: '0.00' }],
    taxTotal: '0.01',
  });
  expect(documentTotals({ decimals: 2, lines: small, discountTiming: 'AFTER_TAX' }).taxTotal).toBe('0.01');
  expect(documentTotals({ decimals: 2, lines: small, discountTiming: 'AFTER_TAX_PER_LINE' })).toMatchObject({
    taxTotal: '0.00',
    taxBreakdown: [{ base: '0.06', amount: '0.00' }],
  });
});

test('of lines that lose the same by rounding the first gets what is left, however many digits the shares have', () => {
  const reduced = [{ name: 'Reduced', percentage: '9.5' }];
  // 114 units over 25, 1000 and 172: the first and the last lose 8/21 of one each.
  const lines = ['25', '1000', '172'].map((listPrice) => ({ quantity: '1', listPrice, taxes: reduced }));
  const taxes = (of: typeof lines) => documentTotals({ decimals: 0, lines: of }).lines.map(({ tax }) => tax);
  expect(taxes(lines)).toEqual(['3', '95', '16']);
  expect(taxes(lines.toReversed())).toEqual(['17', '95', '2']);
  // Given back, the same the other way round.
  expect(taxes(lines.map((line) => ({ ...line, quantity: '-1' })))).toEqual(['-2', '-95', '-17']);
  // Thirds of a cent, and sevenths.
  const thirds = Array.from({ length: 7 }, () => ({ quantity: '1', listPrice: '0.10' }));
  expect(documentTotals({ decimals: 2, lines: thirds, discount: '0.10' }).lines.map(({ documentDiscount }) => documentDiscount)).toEqual([
    ...Array.from({ length: 3 }, () => '0.02'),
    ...Array.from({ length: 4 }, () => '0.01'),
  ]);
});

test('prices with tax: what is to be paid is the sum of the prices, and the tax is taken out of it', () => {
  const document = { decimals: 2, pricesIncludeTax: true };
  const line = { quantity: '1', listPrice: '121', taxes: vat };
  expect(documentTotals({ ...document, lines: [line] })).toMatchObject({
    lines: [{ total: '121.00', taxableAmount: '100.00', tax: '21.00', netTotal: '121.00' }],
    subTotal: '121.00',
    subTotalExclTax: '100.00',
    totalExclTax: '100.00',
    taxTotal: '21.00',
    grandTotal: '121.00',
  });
  expect(documentTotals({ ...document, lines: [line], discountPercent: '10' })).toMatchObject({
    lines: [{ documentDiscount: '12.10', taxableAmount: '90.00', tax: '18.90', netTotal: '121.00' }],
    subTotal: '121.00',
    subTotalExclTax: '100.00',
    discount: '12.10',
    totalExclTax: '90.00',
    taxTotal: '18.90',
    grandTotal: '108.90',
    taxBreakdown: [{ base: '90.00', amount: '18.90' }],
  });
  expect(documentTotals({ ...document, lines: [line], discountPercent: '10', discountTiming: 'AFTER_TAX' })).toMatchObject({
    discount: '12.10',
    taxTotal: '21.00',
    grandTotal: '108.90',
  });
  // 100.00 is 82.64 and 17.36: no base makes exactly 100.00 with 21 % on it.
  const three = ['33.33', '33.33', '33.34'].map((listPrice) => ({ quantity: '1', listPrice, taxes: vat }));
  expect(documentTotals({ ...document, lines: three })).toMatchObject({
    lines: [{ tax: '5.79' }, { tax: '5.78' }, { tax: '5.79' }],
    taxBreakdown: [{ base: '82.64', amount: '17.36' }],
    grandTotal: '100.00',
  });
  const both = [...vat, { name: 'Levy', percentage: '4' }];
  expect(documentTotals({ ...document, lines: [{ ...line, listPrice: '125', taxes: both }] }).taxBreakdown).toMatchObject([
    { name: 'VAT', base: '100.00', amount: '21.00' },
    { name: 'Levy', base: '100.00', amount: '4.00' },
  ]);
  const compound = [{ name: 'GST', percentage: '5' }, { name: 'QST', percentage: '10', compound: true }]; // prettier-ignore
  expect(documentTotals({ ...document, lines: [{ ...line, listPrice: '115.5', taxes: compound }] })).toMatchObject({
    taxBreakdown: [{ base: '100.00', amount: '5.00' }, { base: '105.00', amount: '10.50' }],
    grandTotal: '115.50',
  }); // prettier-ignore
  // The document's own taxes are in the prices as well.
  expect(documentTotals({ ...document, lines: [{ ...line, taxes: [] }], taxes: vat })).toMatchObject({
    tax: '21.00',
    totalExclTax: '100.00',
    grandTotal: '121.00',
  });
  expect(
    documentTotals({ ...document, decimals: 0, lines: [{ quantity: '3', listPrice: '1100', taxes: [{ name: 'CT', percentage: '10' }] }] }),
  ).toMatchObject({
    taxBreakdown: [{ base: '3000', amount: '300' }],
    grandTotal: '3300',
  });
});

test('a price has more decimals than the currency, a total does not', () => {
  const line = { quantity: '10000', listPrice: '0.0125' };
  expect(documentTotals({ decimals: 2, lines: [line] })).toMatchObject({ lines: [{ total: '125.00' }], grandTotal: '125.00' });
  expect(documentTotals({ decimals: 0, lines: [{ ...line, listPrice: '0.000125' }] }).grandTotal).toBe('1');
});

test('a discount over what it is taken from is told; what is given back needs none', () => {
  const lines = [
    { quantity: '1', listPrice: '10', discount: '10' },
    { quantity: '1', listPrice: '10', discount: '10.01' },
  ];
  expect(documentTotals({ decimals: 2, lines }).overdrawn).toEqual([{ line: 1 }]);
  expect(documentTotals({ decimals: 2, lines: lines.slice(0, 1), discount: '1' }).overdrawn).toEqual([{ line: null }]);
  expect(documentTotals({ decimals: 2, lines: [] })).toMatchObject({ subTotal: '0.00', grandTotal: '0.00', overdrawn: [] });
  const credit = [{ quantity: '-2', listPrice: '50', taxes: vat }, { quantity: '1', listPrice: '50', taxes: low }]; // prettier-ignore
  expect(documentTotals({ decimals: 2, lines: credit, discountPercent: '10' })).toMatchObject({
    totalExclTax: '-45.00',
    taxBreakdown: [{ base: '-90.00', amount: '-18.90' }, { base: '45.00', amount: '4.05' }],
    grandTotal: '-59.85',
    overdrawn: [],
  }); // prettier-ignore
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

/** Rounds a quotient half away from zero. */
const halfOf = (over: bigint, under: bigint): bigint => {
  const up = (2n * (over < 0n ? -over : over) + under) / (2n * under);
  return over < 0n ? -up : up;
};
const floorOf = (over: bigint, under: bigint): bigint => {
  const whole = over / under;
  return over % under !== 0n && over < 0n !== under < 0n ? whole - 1n : whole;
};
/** Largest remainder, on whole units. */
function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, one) => sum + one, 0n);
  if (all === 0n) return weights.map(() => 0n);
  const shares = weights.map((weight) => floorOf(amount * weight, all));
  const sign = all < 0n ? -1n : 1n;
  const rest = weights.map((weight, at) => ({ at, left: (amount * weight - shares[at]! * all) * sign }));
  rest.sort((a, b) => (a.left === b.left ? a.at - b.at : a.left < b.left ? 1 : -1));
  let open = amount - shares.reduce((sum, one) => sum + one, 0n);
  for (const { at } of rest) if (open-- > 0n) shares[at]!++;
  return shares;
}
const HUNDRED = 100n * ONE;
const total = (values: readonly bigint[]): bigint => values.reduce((sum, one) => sum + one, 0n);

/** Whole units of the currency from the lines on. */
function expectedTotals({
  decimals,
  lines,
  discount,
  discountPercent,
  discountTiming,
  pricesIncludeTax,
  taxes = [],
  adjustment,
}: DocumentToTotal) {
  const unit = 10n ** BigInt(SCALE - decimals);
  const each = lines.map((line) => {
    const gross = half(times(fixed(line.quantity), fixed(line.listPrice)), decimals);
    const isPart = line.discountPercent !== undefined || line.pricing !== undefined;
    let off = line.discount ? fixed(line.discount) : 0n;
    if (line.discountPercent) off = percentOf(gross, line.discountPercent);
    if (line.pricing) {
      const { basis, model, ranges: of } = line.pricing;
      const measure = basis === 'QUANTITY' ? fixed(line.quantity) : gross;
      const price = (part: bigint): bigint => (basis === 'QUANTITY' ? times(part, fixed(line.listPrice)) : part);
      off = 0n;
      for (const [at, { from, to, discount: percent }] of of.entries()) {
        // The ranges of this test follow each other without gaps.
        const start = at === 0 ? 0n : fixed(of[at - 1]!.to);
        if (model === 'FLAT') {
          if ((at === 0 ? fixed(from) <= measure : start < measure) && measure <= fixed(to)) off = percentOf(gross, percent);
          continue;
        }
        const part = (measure < fixed(to) ? measure : fixed(to)) - start;
        if (part > 0n) off += percentOf(price(part), percent);
      }
    }
    off = isPart ? gross - half(gross - off, decimals) : half(off, decimals);
    return { gross: gross / unit, off: off / unit, after: (gross - off) / unit, rates: line.taxes ?? [] };
  });
  const isEarly = (discountTiming ?? 'BEFORE_TAX') === 'BEFORE_TAX';
  const granted = (from: bigint): bigint =>
    discountPercent
      ? from - halfOf(from * (HUNDRED - fixed(discountPercent)), HUNDRED)
      : half(discount ? fixed(discount) : 0n, decimals) / unit;
  const early = isEarly ? granted(total(each.map(({ after }) => after))) : 0n;
  const shares = split(
    early,
    each.map(({ after }) => after),
  );
  const left = each.map(({ after }, at) => after - shares[at]!);
  const simpleFirst = (rates: readonly TaxRate[]): TaxRate[] => [
    ...rates.filter((one) => !one.compound),
    ...rates.filter((one) => one.compound),
  ];
  const own = simpleFirst(taxes).map((rate) => ({ key: `own ${rate.name}`, rate }));
  const onLine = (at: number) => [
    ...simpleFirst(each[at]!.rates).map((rate) => ({ key: rate.name, rate })),
    ...(isEarly || pricesIncludeTax ? own : []),
  ];
  const values = each.map(() => new Map<string, bigint>());
  const sumOf = (at: number): bigint => total([...values[at]!.values()]);

  const putOn = (members: readonly number[]): void => {
    // In the order of the random rates, those of the document last.
    const order = [...rates.map(({ name }) => name), ...own.map(({ key }) => key)];
    for (const key of order) {
      const having = members.filter((at) => onLine(at).some((one) => one.key === key));
      if (having.length === 0) continue;
      const { rate } = onLine(having[0]!).find((one) => one.key === key)!;
      const bases = having.map((at) => left[at]! + (rate.compound ? sumOf(at) : 0n));
      const parts = split(halfOf(total(bases) * fixed(rate.percentage), HUNDRED), bases);
      for (const [place, at] of having.entries()) values[at]!.set(key, parts[place]!);
    }
  };
  const takeOut = (members: readonly number[]): void => {
    const of = onLine(members[0]!);
    let factor = ONE;
    const weights = of.map(({ rate }) => {
      const part = percentOf(rate.compound ? factor : ONE, rate.percentage);
      factor += part;
      return part;
    });
    const gross = total(members.map((at) => left[at]!));
    const taxed = split(gross - halfOf(gross * ONE, factor), weights);
    for (const [place, { key }] of of.entries()) {
      const parts = split(
        taxed[place]!,
        members.map((at) => left[at]!),
      );
      for (const [nth, at] of members.entries()) values[at]!.set(key, parts[nth]!);
    }
  };
  const all = each.map((_, at) => at);
  const together =
    discountTiming === 'AFTER_TAX_PER_LINE'
      ? all.map((at) => [at])
      : pricesIncludeTax
        ? [...Map.groupBy(all, (at) => JSON.stringify(onLine(at))).values()]
        : [all];
  for (const members of together) (pricesIncludeTax ? takeOut : putOn)(members);

  const lineTax = (at: number): bigint => total([...values[at]!].map(([key, value]) => (key.startsWith('own ') ? 0n : value)));
  const subTotal = total(each.map(({ after }, at) => after + (pricesIncludeTax ? 0n : lineTax(at))));
  const off = isEarly ? early : granted(subTotal);
  let ownTax = total(all.map((at) => sumOf(at) - lineTax(at)));
  if (!isEarly && !pricesIncludeTax) {
    for (const { rate } of own) ownTax += halfOf((subTotal - off + (rate.compound ? ownTax : 0n)) * fixed(rate.percentage), HUNDRED);
  }
  const grand = subTotal - off + (pricesIncludeTax ? 0n : ownTax) + (adjustment ? half(fixed(adjustment), decimals) / unit : 0n);
  const text = (units: bigint): string => shown(units * unit, decimals);
  return {
    subTotal: text(subTotal),
    discount: text(off),
    tax: text(ownTax),
    grandTotal: text(grand),
    lines: each.map((line, at) =>
      [line.gross, line.off, shares[at]!, left[at]! - (pricesIncludeTax ? sumOf(at) : 0n), lineTax(at)].map(text),
    ),
  };
}

const rates = [
  { name: 'VAT', percentage: '21' },
  { name: 'Reduced', percentage: '9.5' },
  { name: 'Local', percentage: '7.375', compound: true },
  { name: 'Eco', percentage: '0.125', compound: true },
];

function randomDocument(random: Random, discountTiming: DiscountTiming, pricesIncludeTax: boolean): DocumentToTotal {
  const number = (whole: number, places: number): string => {
    const digits = String(random.below(10 ** places)).padStart(places, '0');
    return `${random.below(whole)}${places > 0 ? `.${digits}` : ''}`;
  };
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
      quantity: `${random.chance(0.05) ? '-' : ''}${number(random.pick([5, 50, 500]), random.pick([0, 0, 1, 3]))}`,
      listPrice: number(random.pick([10, 1000, 1_000_000]), random.pick([0, 2, 4, 6])),
      ...(kind === 1 && { discount: number(3, 2) }),
      ...(kind === 2 && { discountPercent: number(100, random.pick([0, 2])) }),
      ...(kind === 3 && { pricing: pricing() }),
      taxes: rates.filter(() => random.chance(0.4)),
    };
  };
  return {
    decimals,
    lines: Array.from({ length: 1 + random.below(8) }, line),
    discountTiming,
    pricesIncludeTax,
    ...(random.chance(0.5) && random.pick([{ discountPercent: number(50, 2) }, { discount: number(100, decimals) }])),
    taxes: rates.filter(() => random.chance(0.2)),
    ...(random.chance(0.3) && { adjustment: `${random.pick(['', '-'])}${number(10, 2)}` }),
  };
}

const ways = (['BEFORE_TAX', 'AFTER_TAX', 'AFTER_TAX_PER_LINE'] as const).flatMap((timing) => [
  { timing, includes: false },
  { timing, includes: true },
]);

test.each(ways)('2,500 random documents equal an independent calculation: discount $timing, prices with tax: $includes', (way) => {
  const random = seededRandom();
  let added = 0;
  for (let run = 0; run < runs(2500); run++) {
    const document = randomDocument(random, way.timing, way.includes);
    const found = documentTotals(document);
    // A discount over what it is taken from is refused.
    if (found.overdrawn.length > 0) continue;
    added++;
    const expected = expectedTotals(document);
    const lines = found.lines.map((line) => [line.total, line.discount, line.documentDiscount, line.taxableAmount, line.tax]);
    const { subTotal, discount, tax, grandTotal } = found;
    const got = { subTotal, discount, tax, grandTotal, lines };
    // Jest's own comparison of thousands of documents takes ten times as long as adding them up.
    if (!isDeepStrictEqual(got, expected)) expect({ document, ...got }).toEqual({ document, ...expected });
    const broken = brokenSums(document, found);
    if (broken.length > 0) expect({ document, found, broken }).toEqual({ document, found, broken: [] });
    // A compound tax on some lines is on their share of the others, of which a unit may go to another line.
    if (document.lines.some(hasCompound)) continue;
    const turned = documentTotals({ ...document, lines: document.lines.toReversed() });
    const sums = (of: typeof found) => [of.subTotal, of.discountTotal, of.totalExclTax, of.taxTotal, of.grandTotal];
    if (!isDeepStrictEqual(sums(turned), sums(found))) expect({ document, sums: sums(turned) }).toEqual({ document, sums: sums(found) });
  }
  expect(added).toBeGreaterThan(runs(1500));
});

const hasCompound = ({ taxes = [] }: LineToTotal): boolean => taxes.some(({ compound }) => compound);

/** The sums of EN 16931 that do not hold. */
function brokenSums(document: DocumentToTotal, found: ReturnType<typeof documentTotals>): string[] {
  const { decimals, discountTiming, pricesIncludeTax = false } = document;
  const sumOf = (texts: readonly string[]): bigint => total(texts.map(fixed));
  const isEarly = discountTiming === 'BEFORE_TAX';
  const [discount, tax, adjustment] = [found.discount, found.tax, found.adjustment].map(fixed) as [bigint, bigint, bigint];
  const checks: Record<string, boolean> = {
    lines: sumOf(found.lines.map(({ netTotal }) => netTotal)) === fixed(found.subTotal),
    grandTotal: fixed(found.totalExclTax) + fixed(found.taxTotal) + adjustment === fixed(found.grandTotal),
    subTotal: fixed(found.subTotal) - discount + (pricesIncludeTax ? 0n : tax) + adjustment === fixed(found.grandTotal),
    taxes: sumOf(found.lines.map((line) => line.tax)) + tax === fixed(found.taxTotal),
    breakdown: sumOf(found.taxBreakdown.map(({ amount }) => amount)) === fixed(found.taxTotal),
    ofLines: found.lines.every((line) => sumOf(line.taxes.map(({ value }) => value)) === fixed(line.tax)),
    // Lines that cancel each other out have nothing to take a discount from.
    discount: !isEarly || sumOf(found.lines.map((line) => line.documentDiscount)) === discount,
    bases: !isEarly || sumOf(found.lines.map((line) => line.taxableAmount)) === fixed(found.totalExclTax),
    excluded: pricesIncludeTax || fixed(found.subTotalExclTax) - discount === fixed(found.totalExclTax),
    rates:
      pricesIncludeTax ||
      discountTiming === 'AFTER_TAX_PER_LINE' ||
      found.taxBreakdown.every(({ base, percentage, amount }) => half(percentOf(fixed(base), percentage), decimals) === fixed(amount)),
    gross:
      !pricesIncludeTax ||
      found.lines.every(
        (line) =>
          (document.taxes ?? []).length > 0 ||
          fixed(line.totalAfterDiscount) - fixed(line.documentDiscount) === fixed(line.taxableAmount) + fixed(line.tax),
      ),
  };
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}
