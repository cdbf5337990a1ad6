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
  const quotas = weights.map((weight) => amount.times(weight).dividedBy(unit.times(all)));
  const shares = quotas.map((quota) => quota.floor());
  const left = amount.dividedBy(unit).minus(sum(shares)).toNumber();
  const lost = quotas.map((quota, at) => ({ at, rest: quota.minus(shares[at]!) })).sort((a, b) => b.rest.comparedTo(a.rest) || a.at - b.at);
  for (const { at } of lost.slice(0, left)) shares[at] = shares[at]!.plus(1);
  return shares.map((share) => share.times(unit));
}
