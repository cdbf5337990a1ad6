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
