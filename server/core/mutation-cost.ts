import { valueFromASTUntyped, type FieldNode } from 'graphql';
import type { Variables } from './read/input.js';

/** Points of a root field of a mutation, whatever it does. */
const MUTATION = 10;

/** What a root field of a mutation costs: itself, and one point for each row that it is given, at any depth. */
export const mutationCost = ({ arguments: given = [] }: FieldNode, variables: Variables): number =>
  given.reduce((sum, { value }) => sum + rowsIn(valueFromASTUntyped(value, variables)), MUTATION);

function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return (value as unknown[]).reduce<number>((sum, item) => sum + (isObject(item) ? 1 : 0) + rowsIn(item), 0);
  return isObject(value) ? Object.values(value).reduce<number>((sum, item) => sum + rowsIn(item), 0) : 0;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
