import type { Random } from '../../support/random.js';

/**
 * What the operations of a run are made of, and what they are still to be made of. Items are named `kind:Type.member`; fields,
 * inputs and group keys are counted as they are asked (`usedIn`), everything else as the generator notes it.
 */
export interface Coverage {
  /** Notes something that the operation being made is made of. */
  note(item: string): void;
  /** Counts what was noted and what the operation asks for: it is used. */
  keep(used: ReadonlySet<string>): void;
  /** Whether the operation being made is made of an item; `used` is what it asks for. */
  isMadeOf(item: string, used: ReadonlySet<string>): boolean;
  /** Drops what was noted. */
  forget(): void;
  count(item: string): number;
  /** Leads operations to these items until each has been used as often as it says. */
  want(items: ReadonlyMap<string, number>): void;
  readonly wanted: readonly string[];
  isWanted(item: string): boolean;
  /** Sets the choices that the next operation has to make, in their order. */
  aim(steps: readonly string[]): void;
  /** Returns the one of the names that the aim has to choose here, if it is one of them. */
  next(names: readonly string[], itemOf: (name: string) => string): string | undefined;
  /** Returns those of the names that something is still wanted of. */
  stillWanted(names: readonly string[], itemOf: (name: string) => string): string[];
  /** Returns one of the names, preferably one that is wanted or was used less. */
  pick(random: Random, prefix: string, names: readonly string[]): string;
  pickBy(random: Random, names: readonly string[], itemOf: (name: string) => string): string;
}

/** Items that are counted as they are asked. */
const asked = /^(?:field|input|by|bucket):/;

export function createCoverage(): Coverage {
  const counts = new Map<string, number>();
  const wanted = new Map<string, number>();
  /** How many items of each type are wanted: choices lead to the type. */
  const leading = new Map<string, number>();
  let noted: string[] = [];
  let steps: readonly string[] = [];
  const count = (item: string): number => counts.get(item) ?? 0;
  const typeOf = (item: string): string => item.replace(/^(?:field|input|by):(\w+)\..*/, 'type:$1');
  const lead = (item: string, by: 1 | -1): void => {
    const type = typeOf(item);
    if (type !== item) leading.set(type, (leading.get(type) ?? 0) + by);
  };
  const leads = (item: string): boolean => wanted.has(item) || (leading.get(item) ?? 0) > 0;

  const next: Coverage['next'] = (names, itemOf) => {
    const [step] = steps;
    const found = step === undefined ? undefined : names.find((name) => itemOf(name) === step);
    if (found !== undefined) steps = steps.slice(1);
    return found;
  };
  const stillWanted: Coverage['stillWanted'] = (names, itemOf) => (wanted.size === 0 ? [] : names.filter((name) => leads(itemOf(name))));
  const pickBy: Coverage['pickBy'] = (random, names, itemOf) => {
    const aimed = next(names, itemOf);
    if (aimed !== undefined) return aimed;
    const still = random.chance(0.8) ? stillWanted(names, itemOf) : [];
    if (still.length > 0) return random.pick(still);
    const candidates = [1, 2, 3, 4].map(() => random.pick(names));
    return candidates.reduce((least, name) => (count(itemOf(name)) < count(itemOf(least)) ? name : least));
  };

  return {
    note: (item) => noted.push(item),
    keep(used) {
      for (const item of [...noted.filter((one) => !asked.test(one)), ...used]) {
        counts.set(item, count(item) + 1);
        if (count(item) !== wanted.get(item)) continue;
        wanted.delete(item);
        lead(item, -1);
      }
      noted = [];
    },
    isMadeOf: (item, used) => (asked.test(item) ? used.has(item) : noted.includes(item)),
    forget() {
      noted = [];
    },
    count,
    want(items) {
      for (const [item, times] of items) {
        if (count(item) >= times || wanted.has(item)) continue;
        wanted.set(item, times);
        lead(item, 1);
      }
    },
    get wanted() {
      return [...wanted.keys()];
    },
    isWanted: (item) => wanted.has(item),
    aim(newSteps) {
      steps = newSteps;
    },
    next,
    stillWanted,
    pick: (random, prefix, names) => pickBy(random, names, (name) => prefix + name),
    pickBy,
  };
}
