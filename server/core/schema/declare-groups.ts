import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { registerEnumType } from 'type-graphql';
import { DateBucket, SortOrder } from '../enums.js';
import { fieldType, scalarOf, type Aggregate } from '../field-types.js';
import { idName, labelName } from '../fields.js';
import { screamingCase } from '../names.js';
import { isBucketed, periodName } from '../read/buckets.js';
import { commonInterface, leadsToRecord, type Field, type Module, type Registry } from '../registry.js';
import { DateScalar, DecimalScalar, LongScalar } from '../scalars.js';
import { queryable, type FilterOf, type Related } from './declare-types.js';
import { declareArgs, declareInput, declareObject, type ClassRef, type FieldSpec } from './type-builder.js';

type Specs = Record<string, FieldSpec>;

interface GroupsOf {
  readonly registry: Registry;
  readonly module: Module;
  readonly aggregate: ClassRef;
  readonly filterOf: FilterOf;
  readonly related: Related;
}

/** A lookup is counted by its id. */
export const aggregateName = (field: Field): string => (leadsToRecord(field) ? idName(field) : field.name);

export function aggregateScalar(part: Aggregate, field: Field): object {
  if (part === 'countDistinct') return GraphQLInt;
  if (part === 'avg') return DecimalScalar;
  if (part === 'sum' && field.kind === 'integer') return LongScalar;
  return scalarOf(field);
}

const aggregated = (module: Module, part: Aggregate): Field[] =>
  queryable(module).filter((field) => fieldType(field).aggregates.includes(part));

/** The fields that groups can be made by, and their enum values. */
const groupable = (module: Module): Map<string, Field> =>
  new Map(
    queryable(module)
      .filter((field) => fieldType(field).groupable)
      .map((field) => [screamingCase(field.name), field]),
  );

/** Amounts in the records' own currency add up only where all have the same one. */
export const ownMoney = (module: Module): Field[] =>
  module.fields.get('currency')?.kind === 'currency' ? queryable(module).filter(({ kind }) => kind === 'money') : [];

let period: ClassRef | undefined;
const groupPeriod = (): ClassRef =>
  (period ??= declareObject('GroupPeriod', 'The days that a group by date stands for.', {
    from: { type: () => DateScalar, description: 'The first day.' },
    to: { type: () => DateScalar, description: 'The last day.' },
    name: {
      type: () => GraphQLString,
      description:
        'The same in every language: 2027-01-31, 2027-W05, 2027-01, 2027-Q1, 2027, FY2027-Q1, FY2027. A fiscal year is named by the calendar year that it ends in, a week belongs to the year that most of its days lie in.',
    },
  }));

/** The field `groups` of a module's connection, with all types that belong to it. */
export function declareGroups({ registry, module, aggregate, filterOf, related }: GroupsOf): Specs {
  const fields = groupable(module);
  if (fields.size === 0) return {};
  const { name, plural } = module;
  const names = Object.fromEntries([...fields.keys()].map((key) => [key, key]));
  registerEnumType(names, {
    name: `${name}GroupField`,
    description: `What ${plural} can be grouped by.`,
    valuesConfig: Object.fromEntries([...fields].map(([key, field]) => [key, { description: field.description }])),
  });
  const by = declareInput(`${name}GroupBy`, `One thing that ${plural} are grouped by.`, {
    field: { type: () => names, nullable: false, description: 'The field. Moments need a bucket, dates can have one, other fields have none.' },
    bucket: { type: () => DateBucket.values, description: 'What dates and moments are put together by.' },
  });
  const key = declareObject(
    `${name}GroupKey`,
    'The values that the records of a group share; fields it was not grouped by are null.',
    keyFields(registry, [...fields.values()]),
  );
  const group = declareObject(`${name}Group`, `The ${plural} that share the values of the key.`, {
    key: { type: () => key, nullable: false, description: 'What they share.' },
    aggregate: { type: () => aggregate, nullable: false, description: 'Figures about them.' },
    ...ownCurrencyField(module),
  });
  const order = declareGroupOrder(registry, module, [...fields.values()], related);
  const having = declareHaving(module, filterOf);
  const args = declareArgs(`${name}GroupsArgs`, {
    by: { type: () => [by], nullable: false, description: 'What to group by: 1 to 5 fields.' },
    emptyBuckets: {
      type: () => GraphQLBoolean,
      nullable: false,
      defaultValue: false,
      description:
        'Also the periods in which there is nothing, from the first to the last one that there is something in, for every combination of the other keys. Where the list is filtered by within, inLast, inNext or between on the same field, from its first to its last day. Only with exactly one bucket, and for at most 1,000 groups before having and first.',
    },
    orderBy: { type: () => [order], description: 'The order, most important term first; then by the keys, in the order of `by`, empty values last.' },
    having: { type: () => having, description: 'Only groups whose figures meet all of this.' },
    first: { type: () => GraphQLInt, description: 'So many from the start, at most 1,000. Without it more than 1,000 groups are an error.' },
  });
  return {
    groups: {
      type: () => [group],
      nullable: false,
      args: () => args,
      description: 'The whole list in groups, ordered by their keys in the order of `by`, empty values last, unless told otherwise.',
    },
  };
}

/** The type of the record that a lookup or a reference leads to. */
const recordType = (registry: Registry, field: Field): object =>
  field.kind === 'lookup' ? registry.target(field).type : commonInterface(field.targets!);

function keyFields(registry: Registry, fields: readonly Field[]): Specs {
  const specs: Specs = {};
  // Made now: in a thunk it would be too late.
  const days = groupPeriod();
  for (const field of fields) {
    if (leadsToRecord(field)) {
      specs[field.name] = { type: () => recordType(registry, field), description: field.description };
      specs[idName(field)] = { type: () => GraphQLID, description: `The id of \`${field.name}\`.` };
      continue;
    }
    specs[field.name] = {
      type: () => scalarOf(field),
      description: `${field.description}${isBucketed(field) ? ' In buckets: what the bucket begins with.' : ''}`,
    };
    if (field.kind === 'picklist')
      specs[labelName(field)] = { type: () => GraphQLString, description: `The label of \`${field.name}\` in the reader's language.` };
    if (isBucketed(field))
      specs[periodName(field)] = { type: () => days, description: `The days of the bucket of \`${field.name}\`; null where it was grouped without one.` };
  }
  return specs;
}

function ownCurrencyField(module: Module): Specs {
  const money = ownMoney(module);
  if (money.length === 0) return {};
  const { name } = module;
  const figures = declareObject(
    `${name}MoneyFigures`,
    "One figure for each amount, in the records' own currency.",
    Object.fromEntries(money.map((field) => [field.name, { type: () => DecimalScalar, description: field.description }])),
  );
  const parts = { sum: 'The sum.', avg: 'The average, to six decimals.', min: 'The smallest.', max: 'The greatest.' };
  const type = declareObject(
    `${name}MoneyAggregate`,
    "Figures in the records' own currency.",
    Object.fromEntries(Object.entries(parts).map(([part, description]) => [part, { type: () => figures, nullable: false, description }])),
  );
  return {
    inOwnCurrency: {
      type: () => type,
      nullable: false,
      description: "Amounts in the records' own currency; only where CURRENCY is among what it is grouped by.",
    },
  };
}

const sortSpecs = (fields: readonly Field[]): Specs =>
  Object.fromEntries(fields.map((field) => [aggregateName(field), { type: () => SortOrder.values, description: `By \`${field.name}\`.` }]));

function declareGroupOrder(registry: Registry, module: Module, keys: readonly Field[], related: Related): ClassRef {
  const { name, plural } = module;
  const keyOrder = declareInput(
    `${name}GroupKeyOrder`,
    `By one of the keys of groups of ${plural}: exactly one of those they are grouped by.`,
    Object.fromEntries(
      keys.map((field) => [
        field.name,
        field.kind === 'lookup'
          ? { type: related(registry.target(field).name, 'Order'), description: `By a field of \`${field.name}\`.` }
          : { type: () => SortOrder.values, description: `By ${field.kind === 'reference' ? 'the display name of ' : ''}\`${field.name}\`.` },
      ]),
    ),
  );
  const one = (suffix: string, part: Aggregate, description: string) =>
    declareInput(`${name}Group${suffix}Order`, `${description}: exactly one field.`, sortSpecs(aggregated(module, part)));
  const counts = one('Count', 'countDistinct', 'By how many different values there are');
  const numbers = one('Number', 'sum', 'By a figure of a number');
  const ranges = one('Range', 'min', 'By an extreme value');
  return declareInput(`${name}GroupOrder`, `One term of an order of groups of ${plural}: exactly one figure or key.`, {
    key: { type: () => keyOrder, description: 'By what they share.' },
    count: { type: () => SortOrder.values, description: 'By how many records there are.' },
    countDistinct: { type: () => counts, description: 'By how many different values there are.' },
    sum: { type: () => numbers, description: 'By a sum; money in base currency.' },
    avg: { type: () => numbers, description: 'By an average, as it is shown; money in base currency.' },
    min: { type: () => ranges, description: 'By the smallest value; money in base currency.' },
    max: { type: () => ranges, description: 'By the greatest value; money in base currency.' },
  });
}

const INTEGER = { kind: 'integer' } as Field;
const DECIMAL = { kind: 'decimal' } as Field;

function declareHaving(module: Module, filterOf: FilterOf): ClassRef {
  const { name } = module;
  const one = (suffix: string, part: Aggregate, description: string, filter: (field: Field) => ClassRef) =>
    declareInput(
      `${name}Group${suffix}Having`,
      `${description}; all given ones must hold.`,
      Object.fromEntries(
        aggregated(module, part).map((field) => {
          const type = filter(field);
          return [aggregateName(field), { type: () => type, description: field.description }];
        }),
      ),
    );
  const integers = filterOf(module, INTEGER);
  const decimals = filterOf(module, DECIMAL);
  const counts = one('Count', 'countDistinct', 'Conditions on how many different values there are', () => integers);
  const numbers = one('Number', 'sum', 'Conditions on figures of numbers', () => decimals);
  const ranges = one('Range', 'min', 'Conditions on extreme values', (field) => filterOf(module, field));
  const having: ClassRef = declareInput(`${name}GroupHaving`, `Conditions on the figures of groups of ${module.plural}; all given ones must hold.`, {
    and: { type: () => [having], description: 'All of these.' },
    or: { type: () => [having], description: 'At least one of these.' },
    not: { type: () => having, description: 'Not this.' },
    count: { type: () => integers, description: 'How many records there are.' },
    countDistinct: { type: () => counts, description: 'How many different values there are.' },
    sum: { type: () => numbers, description: 'Sums; money in base currency.' },
    avg: { type: () => numbers, description: 'Averages, as they are shown; money in base currency.' },
    min: { type: () => ranges, description: 'The smallest values; money in base currency.' },
    max: { type: () => ranges, description: 'The greatest values; money in base currency.' },
  });
  return having;
}
