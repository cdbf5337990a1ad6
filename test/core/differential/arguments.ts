import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { DateBucket, DateUnit } from '../../../server/core/enums.js';
import { idName, labelName } from '../../../server/core/fields.js';
import { screamingCase } from '../../../server/core/names.js';
import { periodName } from '../../../server/core/read/buckets.js';
import { leadsToRecord, type Field, type Module, type Registry } from '../../../server/core/registry.js';
import type { Hidden } from '../../support/access-shapes.js';
import type { Coverage } from './coverage.js';
import type { GivenCursor } from './naive.js';
import type { Operands } from './operands.js';
import type { Random } from '../../support/random.js';
import { fixed, leaf, type Made, type Place } from './values.js';

/** An argument of a field: its value, and where it stands. */
export interface MadeArgument {
  readonly name: string;
  readonly made: Made;
  readonly place: Place;
}

/** What a list is asked with. */
export interface ListArguments {
  readonly given: readonly MadeArgument[];
  /** At most so many rows come back. */
  readonly size: number;
}

/** What groups are asked with. */
export interface GroupsArguments {
  readonly given: readonly MadeArgument[];
  /** The fields of the groups' keys that may be asked for. With `currency` so may amounts in the records' own. */
  readonly groupKeys: ReadonlySet<string>;
}

export interface ArgumentMaker {
  filter(module: Module, depth: number): Made;
  /** Arguments of a list; `few` keeps its pages small. */
  list(module: Module, field: GraphQLField<unknown, unknown>, few: boolean): ListArguments;
  groups(module: Module, field: GraphQLField<unknown, unknown>): GroupsArguments;
}

export interface ArgumentMakerOptions {
  readonly random: Random;
  readonly schema: GraphQLSchema;
  readonly registry: Registry;
  readonly operands: Operands;
  readonly coverage: Coverage;
  readonly hidden: Hidden;
  /** Cursors of earlier answers. */
  readonly cursors: (module: string) => readonly GivenCursor[];
}

const MAX_FILTER_DEPTH = 3;

/** Makes arguments by walking their types: whatever the schema takes is made some time. */
export function createArgumentMaker({
  random,
  schema,
  registry,
  operands,
  coverage,
  hidden,
  cursors,
}: ArgumentMakerOptions): ArgumentMaker {
  const inputType = (name: string): GraphQLInputObjectType => schema.getType(name) as GraphQLInputObjectType;
  const moduleBy = (type: string, suffix: string): Module | undefined =>
    type.endsWith(suffix) ? registry.modules.get(type.slice(0, -suffix.length)) : undefined;

  /** The fields of an input that the viewer may use. */
  function usable(module: Module, names: readonly string[]): string[] {
    const refused = new Set(hidden[module.name]?.flatMap((name) => [name, `${name}Id`, screamingCase(name)]));
    for (const list of module.relatedLists.values()) if (hidden[list.module]?.includes(list.via.name)) refused.add(list.name);
    return names.filter((name) => !refused.has(name));
  }

  function filter(module: Module, depth: number): Made {
    const type = inputType(`${module.name}Filter`);
    const fields = type.getFields();
    const logic = ['and', 'or', 'not'];
    const names = usable(module, Object.keys(fields));
    const relations = names.filter((name) => !logic.includes(name) && isRelation(fields[name]!.type));
    const plain = names.filter((name) => !relations.includes(name) && !logic.includes(name));
    const aimed = coverage.next(names, (name) => `input:${type.name}.${name}`);
    const chosen = new Set<string>(aimed === undefined ? [] : [aimed]);
    const count = random.pick([0, 1, 1, 1, 1, 2, 2, 3]);
    for (let index = 0; index < count; index++) {
      const candidates = depth <= 0 || random.chance(0.4) ? plain : random.pick([logic, relations]);
      // Some conditions stand in many filters, some in one only.
      const byType = random.chance(0.5);
      const itemOf = (name: string) => (byType ? `type:${getNamedType(fields[name]!.type).name}` : `input:${type.name}.${name}`);
      chosen.add(coverage.pickBy(random, candidates, itemOf));
    }
    if (chosen.size === 0) coverage.note('filter:empty');
    const made = [...chosen].map((name) => {
      coverage.note(`input:${type.name}.${name}`);
      return [name, condition(module, name, fields[name]!.type, depth)] as const;
    });
    return { kind: 'object', type, fields: made, again: () => filter(module, depth) };
  }

  /** Whether a filter's field looks into other records. */
  const isRelation = (type: GraphQLInputType): boolean => {
    const { name } = getNamedType(type);
    return moduleBy(name, 'ListFilter') !== undefined || moduleBy(name, 'Filter') !== undefined || isReferenceFilter(name);
  };

  function condition(module: Module, name: string, type: GraphQLInputType, depth: number): Made {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const count = random.pick([0, 1, 2, 2, 3]);
      return { kind: 'list', type, items: Array.from({ length: count }, () => ({ ...filter(module, depth - 1), type: nullable.ofType })) };
    }
    const quantified = moduleBy(getNamedType(type).name, 'ListFilter');
    if (quantified) return quantifiers(quantified, type as GraphQLInputObjectType, depth);
    const related = moduleBy(getNamedType(type).name, 'Filter');
    if (related) return filter(related, depth - 1);
    if (isReferenceFilter(getNamedType(type).name)) return referenceConditions(module, name, nullable as GraphQLInputObjectType, depth);
    return operators(module, name, type as GraphQLInputObjectType);
  }

  /** Whether conditions are on records that may be of several modules. */
  const isReferenceFilter = (name: string): boolean => {
    const type = schema.getType(name);
    return isInputObjectType(type) && 'module' in type.getFields();
  };

  /** Conditions on the module of a record, and on the record as one of a module. */
  function referenceConditions(module: Module, name: string, type: GraphQLInputObjectType, depth: number): Made {
    const fields = type.getFields();
    coverage.note(`type:${type.name}`);
    const names = Object.keys(fields);
    const chosen = new Set([
      coverage.next(names, (part) => `input:${type.name}.${part}`) ?? coverage.pick(random, `input:${type.name}.`, names),
      ...(random.chance(0.2) ? [random.pick(names)] : []),
    ]);
    const made = [...chosen].map((part) => {
      coverage.note(`input:${type.name}.${part}`);
      const of = getNullableType(fields[part]!.type) as GraphQLInputObjectType;
      const target = moduleBy(of.name, 'Filter');
      return [part, target ? filter(target, depth - 1) : operators(module, `${name}.module`, of)] as const;
    });
    return { kind: 'object', type, fields: made };
  }

  function quantifiers(module: Module, type: GraphQLInputObjectType, depth: number): Made {
    const chosen = new Set([
      random.pick(['some', 'none', 'every']),
      ...(random.chance(0.2) ? [random.pick(['some', 'none', 'every'])] : []),
    ]);
    for (const quantifier of chosen) coverage.note(`quantifier:${quantifier}`);
    return { kind: 'object', type, fields: [...chosen].map((quantifier) => [quantifier, filter(module, depth - 1)] as const) };
  }

  function operators(module: Module, name: string, type: GraphQLInputObjectType): Made {
    const fields = type.getFields();
    coverage.note(`type:${type.name}`);
    const chosen = new Set([
      // Who is in a team is asked more often than who is equal.
      coverage.next(Object.keys(fields), (operator) => `input:${type.name}.${operator}`) ??
        (fields['inTeamOf'] && random.chance(0.5)
          ? random.pick(['isMe', 'inTeamOf', 'inTeamOf', 'inRole', 'inRoleOrBelow'])
          : coverage.pick(random, `input:${type.name}.`, Object.keys(fields))),
      ...(random.chance(0.2) ? [random.pick(Object.keys(fields))] : []),
    ]);
    return {
      kind: 'object',
      type,
      fields: [...chosen].map((operator) => {
        coverage.note(`input:${type.name}.${operator}`);
        const { type: operandType } = fields[operator]!;
        const nullable = getNullableType(operandType);
        if (isInputObjectType(nullable)) return [operator, parts(module, name, operator, nullable)] as const;
        const make = () => operands.operand(module, name, operator);
        if (!isListType(nullable)) return [operator, leaf(operandType, make)] as const;
        return [
          operator,
          {
            kind: 'list',
            type: operandType,
            items: Array.from({ length: random.pick([0, 1, 1, 2, 3, 4]) }, () => leaf(nullable.ofType, make)),
          },
        ] as const;
      }),
    };
  }

  /** A range, a length of time, or conditions on a number of days. */
  function parts(module: Module, name: string, operator: string, type: GraphQLInputObjectType): Made {
    const fields = type.getFields();
    const noted = (part: string, make: () => unknown, role = ''): readonly [string, Made] => {
      coverage.note(`input:${type.name}.${part}`);
      return [part, leaf(fields[part]!.type, make, role)];
    };
    if (operator === 'between' || operator === 'notBetween') {
      const { from, to, role } = operands.range(module, name);
      return { kind: 'object', type, fields: [noted('from', from, `${role} from`), noted('to', to, `${role} to`)] };
    }
    if (operator === 'inLast' || operator === 'inNext') {
      const amount = noted('amount', () => random.pick([1, 1, 2, 3, 7, 12, 30, 100]), 'amount');
      return { kind: 'object', type, fields: [amount, noted('unit', () => random.pick(Object.keys(DateUnit.values)))] };
    }
    const chosen = new Set([coverage.pick(random, `input:${type.name}.`, Object.keys(fields)), ...random.some(Object.keys(fields), 0.1)]);
    const days = () => random.pick([-60, -7, -1, 0, 0, 1, 1, 2, 30, 365, 3000, 730_000]);
    return { kind: 'object', type, fields: [...chosen].map((comparison) => noted(comparison, days, 'days')) };
  }

  function orderBy(module: Module, type: GraphQLInputType, isAimed: boolean): Made {
    const item = (getNullableType(type) as { ofType: GraphQLInputType }).ofType;
    return {
      kind: 'list',
      type,
      items: Array.from({ length: random.pick([isAimed ? 1 : 0, 1, 1, 1, 2, 2, 3]) }, () => ({ ...orderTerm(module, 2), type: item })),
    };
  }

  /** Whether records can be sorted by what a field leads to: a reference by display names, which may be hidden. */
  const isNameShown = (module: Module, name: string): boolean => {
    const field = module.fields.get(name);
    if (field?.kind !== 'reference') return true;
    return registry.targets(field).every(({ name: target, displayName }) => {
      const by = displayName ? [displayName.name, ...(displayName.sortedBy ?? [])] : [];
      return !by.some((one) => hidden[target]?.includes(one));
    });
  };

  function orderTerm(module: Module, depth: number): Made {
    const type = inputType(`${module.name}Order`);
    const fields = type.getFields();
    coverage.note(`type:${type.name}`);
    const isSortable = (name: string): boolean => !isInputObjectType(getNullableType(fields[name]!.type));
    const names = usable(module, Object.keys(fields)).filter((one) => isNameShown(module, one));
    const name = coverage.pick(random, `input:${type.name}.`, depth <= 0 ? names.filter(isSortable) : names);
    coverage.note(`input:${type.name}.${name}`);
    const { type: fieldType } = fields[name]!;
    if (!isSortable(name)) {
      coverage.note('order:through a lookup');
      return { kind: 'object', type, fields: [[name, orderTerm(registry.target(module.fields.get(name)!), depth - 1)]] };
    }
    return {
      kind: 'object',
      type,
      fields: [
        [
          name,
          leaf(fieldType, () => random.pick(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'ASC_NULLS_LAST', 'DESC_NULLS_FIRST', 'DESC_NULLS_LAST'])),
        ],
      ],
    };
  }

  function list(module: Module, field: GraphQLField<unknown, unknown>, few: boolean): ListArguments {
    const typeOf = (name: string): GraphQLInputType => field.args.find((argument) => argument.name === name)!.type;
    const given: MadeArgument[] = [];
    const add = (name: string, made: Made, isFixed = false): void => {
      given.push({
        name,
        made: made.kind !== 'null' && !isFixed && random.chance(0.03) && name !== 'deleted' ? { kind: 'null', type: made.type } : made,
        place: { isOptional: true, isFixed },
      });
      coverage.note(`argument:${name}`);
    };
    const sizes = few ? [1, 1, 2, 3] : random.chance(0.04) ? [200, 500] : [1, 2, 3, 5, 8, 12];
    if (few || random.chance(0.65))
      add(
        random.chance(0.6) ? 'first' : 'last',
        leaf(typeOf('first'), () => random.pick(sizes), 'size'),
        few,
      );
    const isAimedAt = (name: string): boolean => coverage.next([name], (one) => `argument:${one}`) !== undefined;
    const isWanted = (input: string): boolean => coverage.stillWanted([input], (one) => `type:${module.name}${one}`).length > 0;
    if (isAimedAt('filter') || random.chance(isWanted('Filter') ? 0.8 : 0.45))
      add('filter', filter(module, MAX_FILTER_DEPTH - random.below(3)));
    if (random.chance(0.15))
      add(
        'deleted',
        leaf(typeOf('deleted'), () => random.pick(['WITHOUT', 'WITH', 'ONLY'])),
      );
    const known = cursors(module.name);
    const isOrderAimed = isAimedAt('orderBy');
    if (!isOrderAimed && known.length > 0 && random.chance(isWanted('Order') ? 0.1 : 0.35)) addCursors(known, typeOf, add);
    else if (isOrderAimed || random.chance(isWanted('Order') ? 0.9 : 0.45))
      add('orderBy', orderBy(module, typeOf('orderBy'), isOrderAimed));
    return { given, size: few ? 3 : 50 };
  }

  function addCursors(
    known: readonly GivenCursor[],
    typeOf: (name: string) => GraphQLInputType,
    add: (name: string, made: Made, isFixed?: boolean) => void,
  ): void {
    const nulls = known.filter(({ hasNull }) => hasNull);
    const one = random.pick(random.chance(0.4) && nulls.length > 0 ? nulls : known);
    const sameOrder = known.filter(({ orderBy: order }) => JSON.stringify(order) === JSON.stringify(one.orderBy));
    if (one.orderBy.length > 0) add('orderBy', fixed(typeOf('orderBy'), one.orderBy), true);
    if (one.hasNull) coverage.note('cursor:of an empty value');
    const names = random.pick([['after'], ['after'], ['before'], ['before'], ['after', 'before']]);
    for (const name of names)
      add(
        name,
        leaf(typeOf(name), () => random.pick(sameOrder).cursor),
      );
    if (names.length === 2) coverage.note('cursor:both');
  }

  function groups(module: Module, field: GraphQLField<unknown, unknown>): GroupsArguments {
    const typeOf = (name: string): GraphQLInputType => field.args.find((argument) => argument.name === name)!.type;
    const names = usable(
      module,
      (schema.getType(`${module.name}GroupField`) as unknown as { getValues(): { name: string }[] }).getValues().map(({ name }) => name),
    );
    const chosen = new Set(
      Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => coverage.pick(random, `by:${module.name}GroupField.`, names)),
    );
    const money = names.includes('CURRENCY') && module.fields.get('currency')?.kind === 'currency';
    if (money && random.chance(0.35)) chosen.add('CURRENCY');
    const keys = [...chosen].map((name) => {
      coverage.note(`by:${module.name}GroupField.${name}`);
      const one = [...module.fields.values()].find((candidate) => screamingCase(candidate.name) === name)!;
      const bucket =
        one.kind === 'instant' || (one.kind === 'date' && random.chance(0.75))
          ? coverage.pick(random, `bucket:${one.kind} `, Object.keys(DateBucket.values))
          : null;
      if (bucket) coverage.note(`bucket:${one.kind} ${bucket}`);
      return { name, field: one, bucket };
    });
    for (const name of ['field', 'bucket']) coverage.note(`input:${module.name}GroupBy.${name}`);
    const by = keys.map(({ name, bucket }) => ({ field: name, ...(bucket ? { bucket } : random.chance(0.1) ? { bucket: null } : {}) }));
    const constant = (name: string, value: unknown): MadeArgument => ({
      name,
      made: fixed(typeOf(name), value),
      place: { isOptional: name !== 'by', isFixed: true },
    });
    const given = [constant('by', random.chance(0.1) ? [...by, by[0]] : by)];
    const hasBucket = keys.filter(({ bucket }) => bucket).length === 1;
    if (hasBucket && random.chance(0.5)) {
      coverage.note('argument:emptyBuckets');
      given.push(constant('emptyBuckets', true));
    } else if (random.chance(0.1)) given.push(constant('emptyBuckets', false));
    if (random.chance(0.5)) {
      coverage.note('argument:groups orderBy');
      const terms = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => groupTerm(module, keys));
      given.push({
        name: 'orderBy',
        made: { kind: 'list', type: typeOf('orderBy'), items: terms },
        place: { isOptional: true, isFixed: true },
      });
    }
    if (random.chance(0.45)) {
      coverage.note('argument:having');
      given.push({ name: 'having', made: having(module, 2), place: { isOptional: true } });
    }
    if (random.chance(0.3)) {
      coverage.note('argument:groups first');
      given.push({
        name: 'first',
        made: leaf(typeOf('first'), () => random.pick([1, 2, 3, 10, 1000]), 'groups'),
        place: { isOptional: true },
      });
    }
    const groupKeys = keys.flatMap(({ field: one, bucket }) => [
      one.name,
      ...(bucket ? [periodName(one)] : []),
      ...(leadsToRecord(one) ? [idName(one)] : []),
      ...(one.kind === 'picklist' ? [labelName(one)] : []),
    ]);
    return { given, groupKeys: new Set(groupKeys) };
  }

  const sortOrder = (): string => random.pick(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'ASC_NULLS_LAST', 'DESC_NULLS_FIRST', 'DESC_NULLS_LAST']);

  function groupTerm(module: Module, keys: readonly { readonly field: Field }[]): Made {
    const type = inputType(`${module.name}GroupOrder`);
    const fields = type.getFields();
    const part = coverage.pick(random, 'group order:', Object.keys(fields));
    coverage.note(`group order:${part}`);
    const of = getNullableType(fields[part]!.type);
    if (!isInputObjectType(of)) return { kind: 'object', type, fields: [[part, leaf(of, sortOrder)]] };
    const names = part === 'key' ? keys.map(({ field }) => field.name) : usable(module, Object.keys(of.getFields()));
    const name = random.pick(names);
    const below = getNullableType(of.getFields()[name]!.type);
    const term: Made = isInputObjectType(below)
      ? { ...orderTerm(registry.target(module.fields.get(name)!), 1), type: below }
      : leaf(below, sortOrder);
    return { kind: 'object', type, fields: [[part, { kind: 'object', type: of, fields: [[name, term]] }]] };
  }

  function having(module: Module, depth: number): Made {
    const type = inputType(`${module.name}GroupHaving`);
    const fields = type.getFields();
    const names = Object.keys(fields).filter((name) => depth > 0 || !['and', 'or', 'not'].includes(name));
    const chosen = new Set(Array.from({ length: random.pick([0, 1, 1, 2]) }, () => coverage.pick(random, 'having:', names)));
    const made = [...chosen].map((name): readonly [string, Made] => {
      coverage.note(`having:${name}`);
      const of = getNullableType(fields[name]!.type);
      if (isListType(of))
        return [
          name,
          {
            kind: 'list',
            type: of,
            items: Array.from({ length: random.below(3) }, () => ({ ...having(module, depth - 1), type: of.ofType })),
          },
        ];
      if (name === 'not') return [name, having(module, depth - 1)];
      if (name === 'count') return [name, figureConditions(of as GraphQLInputObjectType, true)];
      const parts = (of as GraphQLInputObjectType).getFields();
      const field = random.pick(usable(module, Object.keys(parts)));
      const conditions = getNullableType(parts[field]!.type) as GraphQLInputObjectType;
      const isExtreme = name === 'min' || name === 'max';
      return [
        name,
        {
          kind: 'object',
          type: of,
          fields: [[field, isExtreme ? operators(module, field, conditions) : figureConditions(conditions, name === 'countDistinct')]],
        },
      ];
    });
    return { kind: 'object', type, fields: made };
  }

  /** Conditions on a number that is counted or computed. */
  function figureConditions(type: GraphQLInputObjectType, isCount: boolean): Made {
    const operator = random.pick(['gt', 'gte', 'lt', 'lte', 'eq', 'notEq', 'isNull']);
    const of = type.getFields()[operator]!.type;
    const make = (): unknown =>
      operator === 'isNull'
        ? random.chance(0.5)
        : isCount
          ? random.pick([0, 1, 1, 2, 3, 5, 20])
          : random.pick(['0', '-5', '1', '10', '100', '1000.5', 50, '1000000']);
    return { kind: 'object', type, fields: [[operator, leaf(of, make, isCount ? 'count' : 'figure')]] };
  }

  return { filter, list, groups };
}
