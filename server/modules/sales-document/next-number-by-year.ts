import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { say } from '../../core/messages.js';
import { wrongValue } from '../../core/scalars.js';

/** The next number of each year, by the year. */
export const NextNumberByYearScalar = new GraphQLScalarType<Readonly<Record<string, number>>, unknown>({
  name: 'NextNumberByYear',
  description: 'Next number of each year: `{ "2027": 12 }`, from 1 to 2,000,000,000. A year that is missing begins at 1.',
  serialize: (value) => value,
  parseValue: nextNumbers,
  parseLiteral: (node, variables) => nextNumbers(valueFromASTUntyped(node, variables)),
});

function nextNumbers(value: unknown): Readonly<Record<string, number>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isNumber = (number: unknown): boolean => Number.isInteger(number) && (number as number) >= 1 && (number as number) <= 2_000_000_000;
  if (!isObject || !Object.entries(value).every(([year, number]) => /^\d{4}$/.test(year) && isNumber(number))) throw wrongValue(say('faults.nextNumberByYear'));
  return value as Record<string, number>;
}
