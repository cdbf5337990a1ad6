import type { Random } from '../../support/random.js';

/** What the operations of a run were made of, so that a generator that has stopped making something is noticed. */
export interface Coverage {
  /** Notes something that the operation being made is made of. */
  note(item: string): void;
  /** The operation is used: what was noted counts. */
  keep(): void;
  /** The operation is thrown away: what was noted is forgotten. */
  forget(): void;
  count(item: string): number;
  /** One of the names, rather one that was used less: so that each has its turn. */
  pick(random: Random, prefix: string, names: readonly string[]): string;
  /** Says what is still to be used: operations are led there, and it is picked wherever it can be. */
  want(items: readonly string[]): void;
  readonly wanted: readonly string[];
  /** One of the names, rather one whose item was used less. */
  pickBy(random: Random, names: readonly string[], itemOf: (name: string) => string): string;
}

export function createCoverage(): Coverage {
  const counts = new Map<string, number>();
  let noted: string[] = [];
  let wanted: readonly string[] = [];
  /** What is wanted, and the types that have it. */
  let leading = new Set<string>();
  const count = (item: string): number => counts.get(item) ?? 0;
  const pickBy: Coverage['pickBy'] = (random, names, itemOf) => {
    const still = leading.size > 0 && random.chance(0.7) ? names.filter((name) => leading.has(itemOf(name))) : [];
    if (still.length > 0) return random.pick(still);
    const candidates = [1, 2, 3, 4].map(() => random.pick(names));
    return candidates.reduce((least, name) => (count(itemOf(name)) < count(itemOf(least)) ? name : least));
  };
  return {
    note: (item) => noted.push(item),
    keep() {
      for (const item of noted) counts.set(item, count(item) + 1);
      noted = [];
    },
    forget() {
      noted = [];
    },
    count,
    want(items) {
      wanted = items;
      leading = new Set(items.flatMap((item) => [item, item.replace(/^(?:field|input|by):(\w+)\..*/, 'type:$1')]));
    },
    get wanted() {
      return wanted;
    },
    pick: (random, prefix, names) => pickBy(random, names, (name) => prefix + name),
    pickBy,
  };
}
