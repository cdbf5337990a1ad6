import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { Coverage } from './coverage.js';
import type { Random } from '../../support/random.js';

/** A value of an argument in the making: it can be written as text or as JSON, and made again with other leaves. */
export type Made =
  | { readonly kind: 'null'; readonly type: GraphQLInputType }
  | {
      readonly kind: 'leaf';
      readonly type: GraphQLInputType;
      readonly value: unknown;
      readonly make: () => unknown;
      /** Places that take different values of one type can't share a variable: a page size, a number of employees. */
      readonly role: string;
    }
  | { readonly kind: 'list'; readonly type: GraphQLInputType; readonly items: readonly Made[] }
  | {
      readonly kind: 'object';
      readonly type: GraphQLInputType;
      readonly fields: readonly (readonly [string, Made])[];
      readonly again?: () => Made;
    };

export const leaf = (type: GraphQLInputType, make: () => unknown, role = ''): Made => ({ kind: 'leaf', type, value: make(), make, role });

/** A value that every run of the document has alike. */
export function fixed(type: GraphQLInputType, value: unknown): Made {
  const nullable = getNullableType(type);
  if (value === null) return { kind: 'null', type };
  if (isListType(nullable)) return { kind: 'list', type, items: (value as unknown[]).map((item) => fixed(nullable.ofType, item)) };
  if (isInputObjectType(nullable)) {
    return {
      kind: 'object',
      type,
      fields: Object.entries(value as object).map(([name, one]) => [name, fixed(nullable.getFields()[name]!.type, one)] as const),
    };
  }
  return leaf(type, () => value);
}

/** A leaf as a document says it. */
function literalOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, inner]) => `${name}: ${literalOf(inner)}`);
  return `{ ${entries.join(', ')} }`;
}

/** The same value with other leaves, or sometimes another value altogether. */
function remake(random: Random, made: Made): Made {
  switch (made.kind) {
    case 'null':
      return made;
    case 'leaf':
      return leaf(made.type, made.make, made.role);
    case 'list': {
      const items = made.items.map((item) => remake(random, item));
      const [first] = items;
      // Lists of leaves bind as one array: their length is no part of the plan.
      if (first?.kind === 'leaf' && random.chance(0.5)) return { ...made, items: [...items, remake(random, first)] };
      return { ...made, items };
    }
    case 'object':
      if (made.again && random.chance(0.4)) return made.again();
      return { ...made, fields: made.fields.map(([name, field]) => [name, remake(random, field)] as const) };
  }
}

function toJson(made: Made): unknown {
  switch (made.kind) {
    case 'null':
      return null;
    case 'leaf':
      return made.value;
    case 'list':
      return made.items.map(toJson);
    case 'object':
      return Object.fromEntries(made.fields.map(([name, field]) => [name, toJson(field)]));
  }
}

/** Where a value stands. */
export interface Place {
  /** It may be missing: an argument, or a field of an input. */
  readonly isOptional: boolean;
  /** An input that takes exactly one field: a variable there must be non-null. */
  readonly isOneOf?: boolean;
  /** Every run must have the same value: something else depends on it. */
  readonly isFixed?: boolean;
}

/** Writes values into a document, here and there as variables. */
export interface Writing {
  write(made: Made, place: Place): string;
  /** `($a: Int, …)`, or nothing. */
  definitions(): string;
  variables(): Record<string, unknown>;
  /** Other values for the same variables. */
  vary(): Record<string, unknown>;
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly made: Made;
  readonly isGiven: boolean;
  readonly default: string | null;
  readonly mayBeMissing: boolean;
  readonly isFixed: boolean;
}

export function createWriting(random: Random, coverage: Coverage): Writing {
  const variables: Variable[] = [];

  function write(made: Made, place: Place): string {
    const probability = made.kind === 'leaf' ? 0.3 : 0.2;
    if (random.chance(probability)) return variable(made, place);
    coverage.note(`value:${made.kind} as literal`);
    return literal(made, write, place.isFixed);
  }

  function literal(made: Made, inner: (made: Made, place: Place) => string, isFixed = false): string {
    const nullable = getNullableType(made.type);
    switch (made.kind) {
      case 'null':
        return 'null';
      case 'leaf':
        return isEnumType(nullable) ? String(made.value) : literalOf(made.value);
      case 'list': {
        const items = made.items.map((item) => inner(item, { isOptional: false, isFixed }));
        if (items.length !== 1 || items[0]!.startsWith('$') || random.chance(0.7)) return `[${items.join(random.pick([', ', ' ', ',']))}]`;
        coverage.note('value:one item for a list');
        return items[0]!;
      }
      case 'object': {
        const isOneOf = isInputObjectType(nullable) && nullable.isOneOf;
        return `{ ${made.fields.map(([name, field]) => `${name}: ${inner(field, { isOptional: true, isOneOf, isFixed })}`).join(random.pick([', ', ' ']))} }`;
      }
    }
  }

  const constant = (made: Made): string => literal(made, constant);

  function variable(made: Made, { isOptional, isOneOf = false, isFixed = false }: Place): string {
    const known = variables.find(
      (one) =>
        one.made.kind === 'leaf' &&
        made.kind === 'leaf' &&
        one.isGiven &&
        one.made.value === made.value &&
        one.made.role === made.role &&
        one.type === `${String(getNullableType(made.type))}!`,
    );
    if (known && !isFixed && !known.isFixed) {
      coverage.note('variable:used twice');
      return `$${known.name}`;
    }
    const nullable = String(getNullableType(made.type));
    const isNeeded = isNonNullType(made.type);
    const forms: Omit<Variable, 'name' | 'made' | 'isFixed'>[] = [];
    if (made.kind !== 'null') forms.push({ type: `${nullable}!`, isGiven: true, default: null, mayBeMissing: false });
    if (!isOneOf) {
      if (!isNeeded) forms.push({ type: nullable, isGiven: true, default: null, mayBeMissing: isOptional && !isFixed });
      // Null is no default for a place that takes none.
      if (made.kind !== 'null') {
        const value = constant(isFixed ? made : remake(random, made));
        forms.push(
          { type: nullable, isGiven: true, default: value, mayBeMissing: true },
          { type: nullable, isGiven: false, default: constant(made), mayBeMissing: true },
        );
      }
      if (!isNeeded && isOptional && !isFixed && random.chance(0.3))
        forms.push({ type: nullable, isGiven: false, default: null, mayBeMissing: true });
    }
    if (made.kind !== 'null' && isNeeded) forms.push({ type: `${nullable}!`, isGiven: false, default: constant(made), mayBeMissing: true });
    const form = random.pick(forms);
    const added = { ...form, name: `${random.pick(['v', 'value', '_'])}${variables.length}`, made, isFixed };
    variables.push(added);
    coverage.note(`value:${made.kind} as variable`);
    coverage.note(
      `variable:${added.isGiven ? 'given' : 'missing'}${added.default === null ? '' : ' with default'}${added.type.endsWith('!') ? ' non-null' : ''}`,
    );
    return `$${added.name}`;
  }

  function json(made: Made): unknown {
    const value = toJson(made);
    if (made.kind !== 'list' || made.items.length !== 1 || random.chance(0.7)) return value;
    coverage.note('value:one item for a list');
    return (value as unknown[])[0];
  }

  return {
    write,
    definitions: () =>
      variables.length === 0
        ? ''
        : `(${variables.map(({ name, type, default: value }) => `$${name}: ${type}${value === null ? '' : ` = ${value}`}`).join(', ')})`,
    variables: () => Object.fromEntries(variables.filter(({ isGiven }) => isGiven).map(({ name, made }) => [name, json(made)])),
    vary: () =>
      Object.fromEntries(
        variables
          .filter(({ isGiven, mayBeMissing }) => (mayBeMissing && random.chance(0.2) ? !isGiven : isGiven))
          .map(({ name, made, isFixed }) => [name, json(isFixed ? made : remake(random, made))]),
      ),
  };
}
