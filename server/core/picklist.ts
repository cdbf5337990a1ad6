import type { GraphQLScalarType } from 'graphql';
import { picklistKey } from './names.js';
import { picklistScalar } from './scalars.js';

/** A picklist as the product ships it. Each organisation gets a copy of the values and may change its own. */
export interface Picklist {
  readonly name: string;
  readonly description: string;
  readonly values: readonly { readonly key: string; readonly label: string; readonly category: string | null }[];
  /** What the program knows of values: each value may be of one of these, whatever the organisation calls it. */
  readonly categories: readonly string[];
  readonly scalar: GraphQLScalarType;
}

const picklists = new Map<string, Picklist>();

/**
 * Declares a picklist with its standard values, in their order.
 *
 * @param labels English labels; the stable keys are made from them
 * @param categories what the program takes values for, with the labels of those that are
 */
export function definePicklist(
  name: string,
  description: string,
  labels: readonly string[],
  categories: Readonly<Record<string, readonly string[]>> = {},
): Picklist {
  const categoryOf = (label: string): string | null => Object.keys(categories).find((one) => categories[one]!.includes(label)) ?? null;
  const values = labels.map((label) => ({ key: picklistKey(label), label, category: categoryOf(label) }));
  const scalar = picklistScalar(
    name,
    `${description} The key of a value; the organisation may change the list. Standard: ${values.map(({ key }) => key).join(', ')}.`,
  );
  const picklist = { name, description, values, categories: Object.keys(categories), scalar };
  picklists.set(name, picklist);
  return picklist;
}

/** A picklist the product ships, by its name. */
export const standardPicklist = (name: string): Picklist | undefined => picklists.get(name);

/** Every picklist the product ships: the seed of a new organisation. */
export const standardPicklists = (): Picklist[] => [...picklists.values()];
