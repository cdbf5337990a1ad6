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
import { screamingCase } from '../../../server/core/names.js';
import type { Module, Registry } from '../../../server/core/registry.js';
import type { Hidden } from '../../support/access-shapes.js';
import type { Coverage } from './coverage.js';
import type { GivenCursor } from './naive.js';
import type { Operands } from './operands.js';
import type { Random } from './random.js';
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

export interface ArgumentMaker {
  filter(module: Module, depth: number): Made;
  /** Arguments of a list; `few` keeps its pages small. */
  list(module: Module, field: GraphQLField<unknown, unknown>, few: boolean): ListArguments;
  groupsBy(module: Module, field: GraphQLField<unknown, unknown>): Made;
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
const neverNull = ['deleted', 'converted'];

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
    const names = usable(module, Object.keys(fields)).filter((name) => !logic.includes(name));
    const relations = names.filter((name) => isRelation(fields[name]!.type));
    const plain = names.filter((name) => !relations.includes(name));
    const chosen = new Set<string>();
    const count = random.pick([0, 1, 1, 1, 1, 2, 2, 3]);
    for (let index = 0; index < count; index++) {
      const candidates = depth <= 0 || random.chance(0.4) ? plain : random.pick([logic, relations]);
      // Some conditions stand in many filters, some in one only.
      const byType = random.chance(0.5);
      const itemOf = (name: string) => (byType ? `type:${getNamedType(fields[name]!.type).name}` : `input:${type.name}.${name}`);
      chosen.add(coverage.pickBy(random, candidates, itemOf));
    }
    if (count === 0) coverage.note('filter:empty');
    const made = [...chosen].map((name) => {
      coverage.note(`input:${type.name}.${name}`);
      return [name, condition(module, name, fields[name]!.type, depth)] as const;
    });
    return { kind: 'object', type, fields: made, again: () => filter(module, depth) };
  }

  /** Whether a filter's field looks into other records. */
  const isRelation = (type: GraphQLInputType): boolean => {
    const { name } = getNamedType(type);
    return moduleBy(name, 'ListFilter') !== undefined || moduleBy(name, 'Filter') !== undefined;
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
    return operators(module, name, type as GraphQLInputObjectType);
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
      coverage.pick(random, `input:${type.name}.`, Object.keys(fields)),
      ...(random.chance(0.2) ? [random.pick(Object.keys(fields))] : []),
    ]);
    return {
      kind: 'object',
      type,
      fields: [...chosen].map((operator) => {
        coverage.note(`input:${type.name}.${operator}`);
        const { type: operandType } = fields[operator]!;
        const nullable = getNullableType(operandType);
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

  function orderBy(module: Module, type: GraphQLInputType): Made {
    const item = (getNullableType(type) as { ofType: GraphQLInputType }).ofType;
    return {
      kind: 'list',
      type,
      items: Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3]) }, () => ({ ...orderTerm(module, 2), type: item })),
    };
  }

  function orderTerm(module: Module, depth: number): Made {
    const type = inputType(`${module.name}Order`);
    const fields = type.getFields();
    coverage.note(`type:${type.name}`);
    const isSortable = (name: string): boolean => !isInputObjectType(getNullableType(fields[name]!.type));
    const names = usable(module, Object.keys(fields));
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
        made:
          made.kind !== 'null' && !isFixed && random.chance(0.03) && !neverNull.includes(name) ? { kind: 'null', type: made.type } : made,
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
    if (random.chance(0.45)) add('filter', filter(module, MAX_FILTER_DEPTH - random.below(3)));
    if (random.chance(0.15))
      add(
        'deleted',
        leaf(typeOf('deleted'), () => random.pick(['WITHOUT', 'WITH', 'ONLY'])),
      );
    if (module.aside && random.chance(0.5))
      add(
        module.aside.argument,
        leaf(typeOf(module.aside.argument), () => random.pick(['WITHOUT', 'WITH', 'ONLY'])),
      );
    const known = cursors(module.name);
    if (known.length > 0 && random.chance(0.35)) addCursors(known, typeOf, add);
    else if (random.chance(coverage.count(`type:${module.name}Order`) < 20 ? 0.9 : 0.45))
      add('orderBy', orderBy(module, typeOf('orderBy')));
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

  function groupsBy(module: Module, field: GraphQLField<unknown, unknown>): Made {
    const { type } = field.args[0]!;
    const item = (getNullableType(type) as { ofType: GraphQLInputType }).ofType;
    const names = usable(
      module,
      (schema.getType(`${module.name}GroupField`) as unknown as { getValues(): { name: string }[] }).getValues().map(({ name }) => name),
    );
    const items = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => {
      const first = coverage.pick(random, `by:${module.name}GroupField.`, names);
      coverage.note(`by:${module.name}GroupField.${first}`);
      let isFirst = true;
      return leaf(item, () => {
        if (!isFirst) return random.pick(names);
        isFirst = false;
        return first;
      });
    });
    return { kind: 'list', type, items };
  }

  return { filter, list, groupsBy };
}
