import { registerEnumType } from 'type-graphql';

/** A GraphQL enum; `values` maps each wire name to itself and is what type-graphql knows the type by. */
export interface EnumOf<Name extends string = string> {
  readonly name: string;
  /** English; other languages have theirs in the catalogues, under `enums`. */
  readonly description: string;
  readonly descriptions: Readonly<Record<Name, string>>;
  readonly values: { readonly [K in Name]: K };
}

const declared = new Map<string, EnumOf>();

/** Every enum of the program, by name. */
export const definedEnums = (): ReadonlyMap<string, EnumOf> => declared;

/**
 * Declares an enum: only for what the program itself decides on; what an organisation may change is a picklist.
 *
 * @param descriptions wire name → description
 */
export function defineEnum<const Name extends string>(
  name: string,
  description: string,
  descriptions: Readonly<Record<Name, string>>,
): EnumOf<Name> {
  const values = Object.fromEntries(Object.keys(descriptions).map((value) => [value, value])) as { readonly [K in Name]: K };
  registerEnumType(values as object, {
    name,
    description,
    valuesConfig: Object.fromEntries(Object.entries<string>(descriptions).map(([value, text]) => [value, { description: text }])),
  });
  const made = { name, description, descriptions, values };
  declared.set(name, made);
  return made;
}

export const DeletedRecords = defineEnum('DeletedRecords', 'Whether records in the bin are part of the answer.', {
  WITHOUT: 'Only records that are not deleted.',
  WITH: 'Deleted and other records alike.',
  ONLY: 'Only deleted records.',
});

export const SortOrder = defineEnum('SortOrder', 'The direction of one sort term.', {
  ASC: 'Smallest first, empty values last.',
  ASC_NULLS_FIRST: 'Smallest first, empty values before all.',
  ASC_NULLS_LAST: 'Smallest first, empty values last.',
  DESC: 'Greatest first, empty values first.',
  DESC_NULLS_FIRST: 'Greatest first, empty values first.',
  DESC_NULLS_LAST: 'Greatest first, empty values after all.',
});

export const OnError = defineEnum('OnError', 'What happens to the other rows of a call when one is refused.', {
  ABORT: 'Nothing is written.',
  CONTINUE: 'The others are written; each refused row says why.',
});

/** What became of a row of an upsert. */
export const UpsertOutcome = defineEnum('UpsertOutcome', 'What an upsert did with a record.', {
  CREATED: 'There was none, and one was made.',
  UPDATED: 'There was one, and it was changed.',
  UNCHANGED: 'There was one that has all of it already.',
});

/** How days are put together, in groups and in relative periods. */
export const DateBucket = defineEnum('DateBucket', "What days are put together by; instants count as days of the reader's zone.", {
  DAY: 'Each day.',
  WEEK: 'Weeks, from the day that a week begins with in the organisation.',
  MONTH: 'Months of the calendar.',
  QUARTER: 'Quarters of the calendar year.',
  YEAR: 'Calendar years.',
  FISCAL_QUARTER: "Quarters of the organisation's fiscal year.",
  FISCAL_YEAR: "The organisation's fiscal years, each named by the calendar year that it ends in.",
});
export type DateBucketName = keyof typeof DateBucket.values;

export const RelativePeriod = defineEnum(
  'RelativePeriod',
  "Days as seen from today, in the reader's zone and the organisation's week and fiscal year.",
  {
    TODAY: 'Today.',
    YESTERDAY: 'Yesterday.',
    TOMORROW: 'Tomorrow.',
    TILL_YESTERDAY: 'Every day before today.',
    STARTING_TOMORROW: 'Every day after today.',
    THIS_WEEK: 'The week that today is in.',
    LAST_WEEK: 'The week before this one.',
    NEXT_WEEK: 'The week after this one.',
    THIS_MONTH: 'The month that today is in.',
    LAST_MONTH: 'The month before this one.',
    NEXT_MONTH: 'The month after this one.',
    THIS_QUARTER: 'The quarter of the calendar year that today is in.',
    LAST_QUARTER: 'The quarter before this one.',
    NEXT_QUARTER: 'The quarter after this one.',
    THIS_YEAR: 'The calendar year that today is in.',
    LAST_YEAR: 'The calendar year before this one.',
    NEXT_YEAR: 'The calendar year after this one.',
    THIS_FISCAL_QUARTER: 'The quarter of the fiscal year that today is in.',
    LAST_FISCAL_QUARTER: 'The fiscal quarter before this one.',
    NEXT_FISCAL_QUARTER: 'The fiscal quarter after this one.',
    THIS_FISCAL_YEAR: 'The fiscal year that today is in.',
    LAST_FISCAL_YEAR: 'The fiscal year before this one.',
    NEXT_FISCAL_YEAR: 'The fiscal year after this one.',
  },
);
export type RelativePeriodName = keyof typeof RelativePeriod.values;

export const DateUnit = defineEnum('DateUnit', 'What a length of time is counted in.', {
  DAY: 'Days.',
  WEEK: 'Seven days each.',
  MONTH: 'From a day to the same day of another month, or the last of a shorter one.',
  QUARTER: 'Three months each.',
  YEAR: 'Twelve months each.',
});
export type DateUnitName = keyof typeof DateUnit.values;
