import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { DateUnit, RelativePeriod } from '../enums.js';
import { fieldType, scalarOf } from '../field-types.js';
import type { Field } from '../registry.js';
import { declareInput, type ClassRef, type FieldSpec } from './type-builder.js';

type Specs = Record<string, FieldSpec>;

const inputs = new Map<string, ClassRef>();
function once(name: string, make: () => ClassRef): ClassRef {
  const known = inputs.get(name) ?? make();
  inputs.set(name, known);
  return known;
}

/**
 * The input type of the conditions on fields of one type.
 *
 * @param isUser whether they hold ids of users
 */
export const declareFilter = (name: string, field: Field, isUser: boolean): ClassRef =>
  once(name, () =>
    declareInput(name, `Conditions on one ${name.replace(/Filter$/, '')} value; all given ones must hold.`, {
      ...operators(field),
      ...(isUser && people),
    }),
  );

function operators(field: Field): Specs {
  const value = () => scalarOf(field);
  const list = () => [scalarOf(field)];
  const { operators: more, filter } = fieldType(field);
  if (more === 'pairs')
    return {
      has: { type: value, description: 'All of these keys, each of its source.' },
      hasAny: { type: list, description: 'All of the keys of one of these.' },
      isNull: { type: () => GraphQLBoolean, description: 'true: none at all; false: at least one.' },
    };
  return {
    eq: { type: value, description: 'Equal.' },
    notEq: { type: value, description: 'Not equal; an empty value is different from every value.' },
    in: { type: list, description: 'One of these.' },
    notIn: { type: list, description: 'None of these; an empty value is none of them.' },
    isNull: { type: () => GraphQLBoolean, description: 'true: empty; false: not empty.' },
    ...(more === 'range' && {
      gt: { type: value, description: 'Greater, or later.' },
      gte: { type: value, description: 'Greater, later, or equal.' },
      lt: { type: value, description: 'Smaller, or earlier.' },
      lte: { type: value, description: 'Smaller, earlier, or equal.' },
      ...between(filter, value),
    }),
    ...((field.kind === 'date' || field.kind === 'instant') && relative()),
    ...(more === 'text' && {
      equalsIgnoreCase: { type: value, description: 'Equal, whatever the case.' },
      contains: { type: value, description: 'Holds this text, whatever the case.' },
      notContains: { type: value, description: 'Does not hold this text, whatever the case; an empty value holds nothing.' },
      startsWith: { type: value, description: 'Begins with this text, whatever the case.' },
      endsWith: { type: value, description: 'Ends with this text, whatever the case.' },
    }),
    ...(field.kind === 'picklist' && {
      labelContains: {
        type: () => GraphQLString,
        description: "Its label in the reader's language holds this text, whatever the case; a value that is no longer in the list has none.",
      },
    }),
  };
}

function between(name: string, value: () => object): Specs {
  const range = once(`${name}Range`, () =>
    declareInput(`${name}Range`, 'From one value to another, both of them among it. The first must not be greater than the second.', {
      from: { type: value, nullable: false, description: 'The smallest, or earliest.' },
      to: { type: value, nullable: false, description: 'The greatest, or latest.' },
    }),
  );
  return {
    between: { type: () => range, description: 'From one to the other, both included.' },
    notBetween: { type: () => range, description: 'Smaller than the one or greater than the other; an empty value lies between nothing.' },
  };
}

function relative(): Specs {
  const span = once('DateSpan', () =>
    declareInput('DateSpan', 'A length of time in whole days.', {
      amount: { type: () => GraphQLInt, nullable: false, description: 'How many, at least 1.' },
      unit: { type: () => DateUnit.values, nullable: false, description: 'Of what.' },
    }),
  );
  const count = once('DayCountFilter', () =>
    declareInput('DayCountFilter', 'Conditions on a number of days; all given ones must hold.', {
      eq: { type: () => GraphQLInt, description: 'Exactly so many.' },
      gt: { type: () => GraphQLInt, description: 'More.' },
      gte: { type: () => GraphQLInt, description: 'So many, or more.' },
      lt: { type: () => GraphQLInt, description: 'Fewer.' },
      lte: { type: () => GraphQLInt, description: 'So many, or fewer.' },
    }),
  );
  return {
    within: { type: () => RelativePeriod.values, description: "In this period, as seen from today in the reader's zone." },
    inLast: {
      type: () => span,
      description: 'In so many days, weeks … that end with today: the last 7 days are today and the 6 before it.',
    },
    inNext: {
      type: () => span,
      description: 'In so many days, weeks … that begin with today: the next 7 days are today and the 6 after it.',
    },
    ageInDays: {
      type: () => count,
      description: "Calendar days from then to today, in the reader's zone: yesterday is 1, tomorrow -1.",
    },
    dueInDays: {
      type: () => count,
      description: "Calendar days from today to then, in the reader's zone: tomorrow is 1, yesterday -1.",
    },
  };
}

const people: Specs = {
  isMe: { type: () => GraphQLBoolean, description: 'true: the reader; false: anybody else, or nobody.' },
  inTeamOf: {
    type: () => GraphQLID,
    description: 'This user, whoever reports to them directly or through others, and whoever has a role below theirs.',
  },
  inRole: { type: () => GraphQLID, description: 'Whoever has this role.' },
  inRoleOrBelow: { type: () => GraphQLID, description: 'Whoever has this role or one below it.' },
};
