import { valueFromASTUntyped, type FieldNode } from 'graphql';
import type { Variables } from './read/input.js';

/** Points of a root field of a mutation, whatever it does. */
const MUTATION = 10;

/** What a root field says of its cost with the decorator `costs`. */
export interface DeclaredCost {
  readonly cost?: number;
  readonly costsEach?: string | undefined;
}

/** What a root field of a mutation costs: itself, one point for each row that it is given, at any depth, and what it declares. */
export function mutationCost(
  { arguments: given = [] }: FieldNode,
  variables: Variables,
  { cost = 0, costsEach }: DeclaredCost = {},
): number {
  const values = new Map(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
  const items = costsEach === undefined ? 1 : [values.get(costsEach) ?? []].flat().length;
  return [...values.values()].reduce<number>((sum, value) => sum + rowsIn(value), MUTATION + cost * items);
}

function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return (value as unknown[]).reduce<number>((sum, item) => sum + (isObject(item) ? 1 : 0) + rowsIn(item), 0);
  return isObject(value) ? Object.values(value).reduce<number>((sum, item) => sum + rowsIn(item), 0) : 0;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
