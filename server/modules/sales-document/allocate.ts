import type { Decimal } from 'decimal.js';
import { Exact, sum } from './exact-decimal.js';

/**
 * Splits an amount in proportion to weights, so that the shares add up to it to the last unit of the currency. Each share is
 * rounded down first; the units that are left go to those that lost most, of equal ones to the first (largest remainder).
 */
export function allocate(amount: Decimal, weights: readonly Decimal[], decimals: number): Decimal[] {
  const all = sum(weights);
  if (amount.isZero() || all.isZero()) return weights.map(() => new Exact(0));
  const unit = new Exact(10).pow(-decimals);
  const whole = unit.times(all);
  // Quotients have no end; what is left over a whole number of units is exact, so that equal ones are.
  const quotas = weights.map((weight) => wholeAndRest(amount.times(weight), whole));
  const shares = quotas.map(({ units }) => units);
  const left = amount.dividedBy(unit).minus(sum(shares)).toNumber();
  const lost = quotas.map(({ rest }, at) => ({ at, rest: rest.times(whole.s) })).sort((a, b) => b.rest.comparedTo(a.rest) || a.at - b.at);
  for (const { at } of lost.slice(0, left)) shares[at] = shares[at]!.plus(1);
  return shares.map((share) => share.times(unit));
}

/** How often a number goes into another, rounded down, and what is left, which has the sign of the divisor. */
function wholeAndRest(number: Decimal, by: Decimal): { units: Decimal; rest: Decimal } {
  const units = number.divToInt(by);
  const rest = number.minus(units.times(by));
  return rest.isZero() || rest.s === by.s ? { units, rest } : { units: units.minus(1), rest: rest.plus(by) };
}
