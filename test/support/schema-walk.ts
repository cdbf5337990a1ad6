import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  parse,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** An operation ready to be sent. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One question to the API: a root field with all that hangs on it, and its variables by name. */
export interface Probe {
  /** The coordinate that it is about. */
  readonly about: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, { readonly type: string; readonly value: unknown }>>;
  /** What it names of the schema. */
  readonly coordinates: ReadonlySet<string>;
  /** What it asks of the last field: its arguments and what they name, in order. */
  readonly shape: readonly string[];
}

/** What the walk asks with. */
export interface WalkValues {
  /** Values for an argument that is a leaf, or a list of leaves: `Query.account(id:)`. */
  /** Inputs that only make sense as a whole; null for all others. */
  whole(coordinate: string): readonly unknown[] | null;
  argument(coordinate: string, type: GraphQLInputType): readonly unknown[];
  /** Values that a filter compares a field of a record type with. */
  field(record: string, field: string, type: GraphQLLeafType): readonly unknown[];
  /** Ids that conditions on related records of a type ask for. */
  ids(record: string): readonly string[];
}

const isRecord = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
const fieldsOf = (type: GraphQLCompositeType): GraphQLField<unknown, unknown>[] =>
  'getFields' in type ? Object.values(type.getFields()) : [];
const required = (field: GraphQLField<unknown, unknown>): GraphQLArgument[] => field.args.filter(isRequiredArgument);

/**
 * Every place of a schema that an operation can name, reached from its root types: fields (`Account.owner`), arguments
 * (`Query.account(id:)`), fields of inputs (`AccountFilter.owner`), values of enums in inputs (`SortOrder.ASC`).
 */
export function coordinatesOf(schema: GraphQLSchema): Set<string> {
  const found = new Set<string>();
  const seen = new Set<GraphQLNamedType>();
  const input = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (isEnumType(type)) type.getValues().forEach(({ name }) => found.add(`${type.name}.${name}`));
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}`);
      input(getNamedType(field.type));
    }
  };
  const output = (type: GraphQLNamedType): void => {
    if (seen.has(type) || !isCompositeType(type)) return;
    seen.add(type);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(output);
    for (const field of fieldsOf(type)) {
      found.add(`${type.name}.${field.name}`);
      for (const argument of field.args) {
        found.add(`${type.name}.${field.name}(${argument.name}:)`);
        input(getNamedType(argument.type));
      }
      output(getNamedType(field.type));
    }
  };
  [schema.getQueryType(), schema.getMutationType()].forEach((type) => type && output(type));
  return found;
}

/** The places of the schema that an operation, or a fragment, names, in its text or in its variables. */
export function coordinatesIn(schema: GraphQLSchema, { query, variables }: Operation): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: () => void found.add(`${info.getParentType()!.name}.${info.getFieldDef()!.name}`),
      Argument(node) {
        const type = info.getArgument()!.type;
        found.add(`${info.getParentType()!.name}.${info.getFieldDef()!.name}(${node.name.value}:)`);
        const value = node.value.kind === Kind.VARIABLE ? variables[node.value.name.value] : valueFromAST(node.value, type, variables);
        for (const one of coordinatesInValue(type, value)) found.add(one);
      },
    }),
  );
  return found;
}

/** The places of the schema that a value of an input names, outer ones first. */
function coordinatesInValue(type: GraphQLInputType, value: unknown): string[] {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return [];
  if (isListType(nullable)) return [value].flat().flatMap((item) => coordinatesInValue(nullable.ofType, item));
  if (isEnumType(nullable)) return [`${nullable.name}.${value as string}`];
  if (!isInputObjectType(nullable)) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    `${nullable.name}.${name}`,
    ...coordinatesInValue(nullable.getFields()[name]!.type, one),
  ]);
}

/** Visits every value of an answer with the field it answers, inner values first. */
export function eachAnswered(
  schema: GraphQLSchema,
  { query }: Operation,
  data: unknown,
  visitor: (coordinate: string, value: unknown) => void,
): void {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return;
  const object = (type: GraphQLObjectType, { selections }: SelectionSetNode, value: Record<string, unknown>): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('The walk uses no named fragments.');
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (selection.typeCondition?.name.value === type.name) object(type, selection.selectionSet, value);
        continue;
      }
      const field = type.getFields()[selection.name.value];
      if (!field) continue;
      const answer = value[selection.alias?.value ?? field.name];
      if (selection.selectionSet) each(getNamedType(field.type), selection.selectionSet, answer);
      visitor(`${type.name}.${field.name}`, answer);
    }
  };
  const each = (type: GraphQLNamedType, set: SelectionSetNode, value: unknown): void => {
    if (Array.isArray(value)) return value.forEach((item) => each(type, set, item));
    if (value === null || value === undefined) return;
    const record = value as Record<string, unknown>;
    const actual = isAbstractType(type) ? schema.getType(String(record['__typename'])) : type;
    if (isObjectType(actual)) object(actual, set, record);
  };
  each((operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType())!, operation.selectionSet, data);
}

/** Puts probes together, several to an operation; the answer to the first is under `p0`. */
export function operationsOf(probes: readonly Probe[], perOperation: number): Operation[] {
  const operations: Operation[] = [];
  for (let at = 0; at < probes.length; at += perOperation) {
    const batch = probes.slice(at, at + perOperation);
    const variables = batch.flatMap((probe) => Object.entries(probe.variables));
    const declared = variables.map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    operations.push({
      query: `query${declared && ` (${declared})`} {\n${batch.map(({ text }, index) => `  p${index}: ${text}`).join('\n')}\n}`,
      variables: Object.fromEntries(variables.map(([name, { value }]) => [name, value])),
    });
  }
  return operations;
}

/**
 * Asks a schema for everything that can be read: each field of each type on a way from the root, each of its arguments,
 * each field and operator of each filter. What modules add later is walked without a change.
 */
export function queryProbes(schema: GraphQLSchema, values: WalkValues): Probe[] {
  const walk = new Walk(schema, values);
  const probes: Probe[] = [];
  for (const [type, path] of walk.paths()) {
    for (const field of fieldsOf(type)) {
      if (isCompositeType(getNamedType(field.type)) || field.args.length > 0)
        probes.push(walk.probe(type, path, field, {}, walk.around(type, field)));
      for (const argument of field.args) {
        if (field.name === 'groups') {
          for (const given of walk.groupArguments(type, field, argument))
            probes.push(walk.probe(type, path, field, given, walk.groupTip(field, argument, given)));
          continue;
        }
        if (argument.name === 'orderBy') continue; // `orderProbes` asks for each of them
        for (const [index, value] of walk.variants(type, field, argument).entries()) {
          // Only deleted records have a value for when they were deleted.
          const selection = value === 'WITH' && walk.isFirstOf(field) ? walk.everything(field) : walk.tip(field, index);
          probes.push(walk.probe(type, path, field, { [argument.name]: value }, selection));
        }
      }
    }
  }
  return probes;
}

/** Lists in each order of the schema: who pages through them learns the cursors of that order. */
export function orderProbes(schema: GraphQLSchema, values: WalkValues, cursor?: (probe: number) => string | undefined): Probe[] {
  const walk = new Walk(schema, values);
  const probes: Probe[] = [];
  for (const [type, path] of walk.paths()) {
    for (const field of fieldsOf(type)) {
      const argument = field.args.find(({ name }) => name === 'orderBy');
      if (!argument || field.name === 'groups') continue;
      for (const orderBy of [[], ...walk.variants(type, field, argument)]) {
        const given = cursor?.(probes.length);
        const selection = cursor ? walk.tip(field) : '{ pageInfo { endCursor } }';
        probes.push(walk.probe(type, path, field, { orderBy, ...(cursor && { after: given }) }, selection));
      }
    }
  }
  return probes;
}

interface Step {
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Generates questions; the same schema and values give the same ones. */
class Walk {
  private variableCount = 0;
  private turn = 0;
  /** Inputs whose every field has been a probe of its own; further lists of the same type are asked one question. */
  private readonly expanded = new Set<string>();
  /** Types whose related lists have been asked for everything; further lists of the same type are asked for a page. */
  private readonly related = new Set<string>();
  private readonly withDeleted = new Set<string>();
  private readonly selections = new Map<string, ReadonlySet<string>>();
  readonly query: GraphQLObjectType;
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: WalkValues,
  ) {
    this.query = schema.getQueryType()!;
  }

  /** For each type the best way to it: by lists rather than by one record, which would show one row only. */
  paths(): Map<GraphQLObjectType, readonly Step[]> {
    const best = new Map<GraphQLObjectType, { cost: number; path: readonly Step[] }>([[this.query, { cost: 0, path: [] }]]);
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const [parent, { cost, path }] of [...best]) {
        for (const field of fieldsOf(parent)) {
          const type = getNamedType(field.type);
          if (!isObjectType(type)) continue;
          const isOne = isRecord(type) && !isListType(getNullableType(field.type));
          const total = cost + 1 + (isOne ? 5 : 0) + 10 * required(field).length;
          if (total >= (best.get(type)?.cost ?? Infinity)) continue;
          best.set(type, { cost: total, path: [...path, { parent, field }] });
          isChanged = true;
        }
      }
    }
    return new Map([...best].map(([type, { path }]) => [type, path]));
  }

  probe(
    parent: GraphQLObjectType,
    path: readonly Step[],
    field: GraphQLField<unknown, unknown>,
    given: Record<string, unknown>,
    selection: string,
  ): Probe {
    const variables: Record<string, { type: string; value: unknown }> = {};
    const coordinates = new Set<string>();
    // Only keys that groups are by can be asked for.
    const key = [...path, { parent, field }].find((step) => step.parent.name.endsWith('GroupKey'))?.field;
    const call = (step: Step, values: Record<string, unknown>): string => {
      const defaults = Object.fromEntries(
        required(step.field).map((argument) => [
          argument.name,
          argument.name === 'by' ? groupsWith(step.field, key) : this.values.argument(coordinate(step, argument), argument.type)[0],
        ]),
      );
      const entries = Object.entries({ ...defaults, ...values }).filter(([, value]) => value !== undefined);
      coordinates.add(`${step.parent.name}.${step.field.name}`);
      const inputs = entries.map(([name, value]) => {
        const variable = `v${this.variableCount++}`;
        const { type } = step.field.args.find((argument) => argument.name === name)!;
        variables[variable] = { type: String(type), value };
        for (const one of [coordinate(step, { name }), ...coordinatesInValue(type, value)]) coordinates.add(one);
        return `${name}: $${variable}`;
      });
      return `${step.field.name}${inputs.length > 0 ? `(${inputs.join(', ')})` : ''}`;
    };
    const opened = path.map((step) => `${call(step, {})} { `).join('');
    const text = `${opened}${call({ parent, field }, given)} ${selection}${' }'.repeat(path.length)}`;
    for (const one of this.coordinatesInSelection(getNamedType(field.type).name, selection)) coordinates.add(one);
    const [argument] = Object.keys(given);
    return {
      about: argument ? coordinate({ parent, field }, { name: argument }) : `${parent.name}.${field.name}`,
      text,
      variables,
      coordinates,
      shape: Object.entries(given).flatMap(([name, value], _, { length }) =>
        name === 'by' && length > 1 ? [] : [name, ...coordinatesInValue(field.args.find((one) => one.name === name)!.type, value)],
      ),
    };
  }

  /** Many probes select the same. */
  private coordinatesInSelection(type: string, selection: string): ReadonlySet<string> {
    if (!selection) return new Set();
    const fragment = `fragment Selected on ${type} ${selection}`;
    const known = this.selections.get(fragment) ?? coordinatesIn(this.schema, { query: fragment, variables: {} });
    this.selections.set(fragment, known);
    return known;
  }

  /** All that a field answers: of records the plain fields, of lists the page, the figures and the groups. */
  everything(field: GraphQLField<unknown, unknown>): string {
    return selectionOf(this.schema, getNamedType(field.type), 0);
  }

  /** Everything that a field answers, lists grouped once; of related lists of the same type that of the first, and a page of the others. */
  around(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    const type = getNamedType(field.type);
    if (!type.name.endsWith('Connection')) return this.everything(field);
    const isFurther = parent !== this.query && this.related.has(type.name);
    if (parent !== this.query) this.related.add(type.name);
    if (isFurther) return '{ totalCount pageInfo { endCursor } edges { cursor node { id } } nodes { id createdAt } aggregate { count } }';
    return selectionOf(this.schema, type, 0, 1);
  }

  /** Whether a field is the first to answer with deleted records of its type. */
  isFirstOf({ type }: GraphQLField<unknown, unknown>): boolean {
    const { name } = getNamedType(type);
    const isFirst = !this.withDeleted.has(name);
    this.withDeleted.add(name);
    return isFirst;
  }

  /** Enough of an answer to see whether it is another one. Of one record the first variant is asked for all of its fields. */
  tip(field: GraphQLField<unknown, unknown>, variant = 0): string {
    const type = getNamedType(field.type);
    if (type.name.endsWith('Connection')) return '{ totalCount nodes { id } aggregate { count } }';
    return isObjectType(type) && isRecord(type) && variant > 0 ? '{ __typename id }' : this.everything(field);
  }

  /** Arguments of `groups` about one of them: keys, conditions and orders belong together. */
  groupArguments(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): Record<string, unknown>[] {
    const record = parent.name.replace(/Connection$/, '');
    const own = ownCurrency(field);
    const [by] = groupsBy(field);
    const fieldsOfInput = (name: string) => Object.values((this.schema.getType(name) as GraphQLInputObjectType).getFields());
    const order = (): string => {
      const values = ['ASC', 'DESC', 'ASC_NULLS_FIRST', 'ASC_NULLS_LAST', 'DESC_NULLS_FIRST', 'DESC_NULLS_LAST'];
      return values[this.turn++ % values.length]!;
    };
    switch (argument.name) {
      case 'by':
        return groupKeys(field).flatMap((key, _, keys) => [
          ...(key.isBucketed
            ? [
                {
                  by: [
                    { field: key.name, bucket: BUCKETS[this.turn++ % BUCKETS.length] },
                    ...peopleOf(keys).map(({ name }) => ({ field: name })),
                    ...own,
                  ],
                },
              ]
            : []),
          ...(key.needsBucket ? [] : [{ by: [{ field: key.name }, ...(key.name === 'CURRENCY' ? [] : own)] }]),
        ]);
      case 'emptyBuckets':
        return [{ by: [{ field: 'CREATED_AT', bucket: 'DAY' }, ...own], emptyBuckets: true }];
      case 'first':
        return [1, 1000].map((first) => ({ by, first }));
      case 'having': {
        const some = { count: { gte: 0 } };
        const parts = ['countDistinct', 'sum', 'avg', 'min', 'max'].flatMap((part) => {
          const type = getNamedType(fieldsOfInput(`${record}GroupHaving`).find(({ name }) => name === part)!.type);
          return fieldsOfInput(type.name).flatMap((one) => {
            const name = getNamedType(one.type).name;
            const conditions =
              part === 'min' || part === 'max'
                ? [{ isNull: true }, { isNull: false }]
                : [{ gte: name === 'IntFilter' ? 0 : '-1000000000' }];
            return conditions.map((condition) => ({ [part]: { [one.name]: condition } }));
          });
        });
        return [some, { and: [some] }, { or: [some] }, { not: { count: { lt: 0 } } }, ...parts].map((having) => ({ by, having }));
      }
      default: {
        const figures = fieldsOfInput(`${record}GroupOrder`).flatMap(({ name, type }): Record<string, unknown>[] => {
          const of = getNamedType(type);
          if (name === 'key') return [];
          if (!isInputObjectType(of)) return [{ [name]: order() }];
          return Object.keys(of.getFields()).map((one) => ({ [name]: { [one]: order() } }));
        });
        const keys = groupKeys(field).map((key) => {
          const of = getNamedType(fieldsOfInput(`${record}GroupKeyOrder`).find(({ name }) => name === key.field)!.type);
          return {
            by: [{ field: key.name, ...(key.needsBucket && { bucket: 'MONTH' }) }, ...(key.name === 'CURRENCY' ? [] : own)],
            orderBy: [{ key: { [key.field]: isInputObjectType(of) ? { id: 'ASC' } : order() } }],
          };
        });
        return [...figures.map((one) => ({ by, orderBy: [one] })), ...keys];
      }
    }
  }

  /** Of groups their sizes, and what they share where that is what is asked about. */
  groupTip(field: GraphQLField<unknown, unknown>, argument: GraphQLArgument, { by }: Record<string, unknown>): string {
    if (argument.name !== 'by') return '{ aggregate { count } }';
    const key = fieldsOf(getNamedType(field.type) as GraphQLObjectType).find(({ name }) => name === 'key')!;
    const fields = fieldsOf(getNamedType(key.type) as GraphQLObjectType).filter(isPartOf(by as By));
    return `{ key { ${fields.map((one) => `${one.name} ${this.everything(one)}`).join(' ')} } aggregate { count } }`;
  }

  variants(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): unknown[] {
    const named = getNamedType(argument.type);
    if (isEnumType(named)) return named.getValues().map(({ name }) => (isListType(getNullableType(argument.type)) ? [name] : name));
    const at = coordinate({ parent, field }, argument);
    if (isLeafType(named)) return [...this.values.argument(at, argument.type)];
    const whole = this.values.whole(at);
    if (whole) return [...whole];
    return this.inputs(argument.type, null, true);
  }

  /** Values of an input, each about one field of it. */
  private inputs(type: GraphQLInputType, at: { record: string; field: string } | null, isOuter: boolean): unknown[] {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.inputs(nullable.ofType, at, isOuter).map((value) => [value]);
    if (isEnumType(nullable) && nullable.name === 'SortOrder')
      return [nullable.getValues()[this.turn++ % nullable.getValues().length]!.name];
    if (!isInputObjectType(nullable)) {
      return nullable.name === 'Boolean' ? [true, false] : [...this.values.field(at!.record, at!.field, nullable)];
    }
    const fields = Object.values(nullable.getFields());
    if (at && fields.some((field) => isRequiredInputField(field))) {
      // A range or a length of time: each value of one part with the first of the others.
      const parts = fields.map(({ name, type: of }) => [name, name === 'amount' ? [2] : this.inputs(of, at, false)] as const);
      const first = Object.fromEntries(parts.map(([name, [value]]) => [name, value]));
      return parts.flatMap(([name, values]) => values.map((value) => ({ ...first, [name]: value })));
    }
    if (at && !fields.some(({ name }) => name === 'id' || name === 'some')) {
      // What operators do depends on the kind of a field: all of them for the first of each kind, then two for each field.
      const kind = `${at.record}/${nullable.name}`;
      const asked = this.expanded.has(kind) ? fields.filter(({ name }) => ['eq', 'notEq'].includes(name)) : fields;
      this.expanded.add(kind);
      const people = (name: string): unknown[] | null =>
        name === 'inTeamOf' ? [...this.values.ids('User')] : name.startsWith('inRole') ? [...this.values.ids('Role')] : null;
      return asked.flatMap(({ name, type: of }) => (people(name) ?? this.inputs(of, at, false)).map((value) => ({ [name]: value })));
    }
    const record = /^(\w+?)(?:List)?(?:Filter|Order)$/.exec(nullable.name)![1]!;
    const isOfRecords = fields.some(({ name }) => name === 'id');
    if (isOfRecords && nullable.name.endsWith('Filter') && (!isOuter || this.expanded.has(nullable.name)))
      return [{ id: { in: this.values.ids(record) } }];
    if (isOfRecords && nullable.name.endsWith('Order')) {
      if (isOuter && this.expanded.has(nullable.name)) return [{ id: 'ASC' }];
      // An order goes through one lookup here; through two it is made by the same code.
      if (!isOuter)
        return fields
          .filter((field) => isLeafType(getNamedType(field.type)))
          .flatMap(({ name, type: of }) => this.inputs(of, null, false).map((value) => ({ [name]: value })));
    }
    if (isOuter) this.expanded.add(nullable.name);
    const place = (name: string) => (isOfRecords ? { record, field: name } : at);
    return fields.flatMap(({ name, type: of }) => this.inputs(of, place(name), false).map((value) => ({ [name]: value })));
  }
}

const coordinate = ({ parent, field }: Step, { name }: { name: string }): string => `${parent.name}.${field.name}(${name}:)`;

/**
 * A selection of everything: plain fields, and all inside what is not a record of its own. Records inside records are
 * entered `depth` times; below 0 they are asked for by their ids alone.
 *
 * @param groupings how many sets of group keys each list is grouped by
 * @param by what the groups are by that this is a part of: only those keys may be asked for
 */
export function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, groupings = Infinity, by: By = []): string {
  if (!isCompositeType(type)) return '';
  if (isAbstractType(type)) {
    // The same key must mean the same type in all of them, so each gets keys of its own.
    const parts = schema.getPossibleTypes(type).map((one) => {
      const plain = fieldsOf(one).filter((field) => isLeafType(getNamedType(field.type)));
      return `... on ${one.name} { ${plain.map(({ name }) => `${one.name}_${name}: ${name}`).join(' ')} }`;
    });
    return `{ __typename ${fieldsOf(type)
      .filter(({ args }) => args.length === 0)
      .map((field) => `${field.name} ${selectionOf(schema, getNamedType(field.type), -1)}`)
      .join(' ')} ${parts.join(' ')} }`;
  }
  const isEntered = isRecord(type);
  if (isEntered && depth < 0) return '{ __typename id }';
  const fields = type.name.endsWith('GroupKey') ? fieldsOf(type).filter(isPartOf(by)) : fieldsOf(type);
  const parts = fields.map((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return field.name;
    if (isEntered && depth === 0) return '';
    const below = (keys?: By): string => selectionOf(schema, inner, isEntered ? depth - 1 : depth, groupings, keys);
    if (field.name !== 'groups') return `${field.name} ${below(type.name.endsWith('Group') ? by : [])}`;
    return groupsBy(field)
      .slice(0, groupings)
      .map((keys, index) => `groups${index}: groups(by: [${keys.map(written).join(', ')}]) ${below(keys)}`)
      .join(' ');
  });
  return `{ __typename ${parts.filter(Boolean).join(' ')} }`;
}

const BUCKETS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];

interface GroupKey {
  readonly field: string;
  /** Its value of the enum. */
  readonly name: string;
  readonly isRelation: boolean;
  readonly isBucketed: boolean;
  readonly needsBucket: boolean;
}

/** What a list can be grouped by: the fields of a group's key, relations first. */
function groupKeys(field: GraphQLField<unknown, unknown>): GroupKey[] {
  const key = fieldsOf(getNamedType(field.type) as GraphQLObjectType).find(({ name }) => name === 'key')!;
  const fields = fieldsOf(getNamedType(key.type) as GraphQLObjectType);
  const named = (name: string) => fields.find((one) => one.name === name);
  const isDerived = ({ name }: { name: string }): boolean =>
    name.endsWith('Period') ||
    (name.endsWith('Label') && named(name.slice(0, -5)) !== undefined) ||
    (name.endsWith('Id') && named(name.slice(0, -2)) !== undefined);
  return fields
    .filter((one) => !isDerived(one))
    .sort((a, b) => Number(isCompositeType(getNamedType(b.type))) - Number(isCompositeType(getNamedType(a.type))))
    .map(({ name, type }) => ({
      field: name,
      name: enumValue(name),
      isRelation: isCompositeType(getNamedType(type)) && isRecord(getNamedType(type)),
      isBucketed: named(`${name}Period`) !== undefined,
      needsBucket: getNamedType(type).name === 'DateTime',
    }));
}

/** Where there are amounts in the records' own currency, groups are by currency. */
const ownCurrency = (field: GraphQLField<unknown, unknown>): { field: string }[] =>
  fieldsOf(getNamedType(field.type) as GraphQLObjectType).some(({ name }) => name === 'inOwnCurrency') ? [{ field: 'CURRENCY' }] : [];

type By = readonly { readonly field: string; readonly bucket?: string }[];

/** What an enum calls a field. */
const enumValue = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

/** Whether a part of a group's key is of something that is grouped by; its days are where that is put together by days. */
const isPartOf =
  (by: By) =>
  ({ name }: { name: string }): boolean =>
    by.some(({ field, bucket }) =>
      ['', '_LABEL', '_ID', ...(bucket ? ['_PERIOD'] : [])].some((end) => enumValue(name) === `${field}${end}`),
    );

/** By whom records are grouped where what they are grouped by is the same for everybody, as months are: there are few of them. */
const peopleOf = (keys: readonly GroupKey[]): GroupKey[] => {
  const people = ['OWNER', 'CREATED_BY'].flatMap((name) => keys.find((one) => one.name === name) ?? []);
  return [...people, ...keys.filter(({ isRelation }) => isRelation)].slice(0, 1);
};

/** Groups by everything there is, five at a time, and always by people. */
function groupsBy(field: GraphQLField<unknown, unknown>): By[] {
  const own = ownCurrency(field);
  const keys = groupKeys(field).filter(({ name }) => own.length === 0 || name !== 'CURRENCY');
  const relations = keys.filter(({ isRelation }) => isRelation);
  const others = keys.filter(({ isRelation }) => !isRelation);
  const sets = (some: readonly GroupKey[], beside: readonly GroupKey[]): By[] => {
    const size = 5 - own.length - beside.length;
    return Array.from({ length: Math.ceil(some.length / size) }, (_, at) => [
      ...[...beside, ...some.slice(at * size, (at + 1) * size)].map(({ name, isBucketed }) => ({
        field: name,
        ...(isBucketed && { bucket: 'MONTH' }),
      })),
      ...own,
    ]);
  };
  return [...sets(relations, []), ...sets(others, peopleOf(keys))];
}

/** The first of these groups, or the first that have a part of a key. */
const groupsWith = (field: GraphQLField<unknown, unknown>, part?: { readonly name: string }): By =>
  groupsBy(field).find((by) => !part || isPartOf(by)(part))!;

const written = ({ field, bucket }: By[number]): string => `{ field: ${field}${bucket ? `, bucket: ${bucket}` : ''} }`;
