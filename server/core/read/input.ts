import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isLeafType,
  isNonNullType,
  Kind,
  valueFromAST,
  type ArgumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import { fault } from '../errors.js';
import { say } from '../messages.js';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * An argument's value as the compiler sees it: its structure is fixed for a plan, its leaves are read anew for each
 * run, wherever they come from: a literal, a variable, or a place inside a variable.
 */
export interface Input {
  /** Where it stands in the arguments: `filter.industry.eq`. */
  readonly path: string;
  /** The value in the run that is being compiled. Only what is part of the plan's key may be decided by it. */
  readonly value: unknown;
  /** The value in any run of the plan. */
  read(variables: Variables): unknown;
  /** The given fields of an input object, in their order. */
  fields(): [name: string, value: Input][];
  get(name: string): Input | undefined;
  /** The items of a list of input objects. */
  items(): Input[];
}

/** The arguments given to a field, defaults included; absent ones are missing. */
export function inputsOf(
  definition: GraphQLField<unknown, unknown>,
  nodes: readonly ArgumentNode[],
  variables: Variables,
  path: string,
): ReadonlyMap<string, Input> {
  const inputs = new Map<string, Input>();
  for (const argument of definition.args) {
    const node = nodes.find(({ name }) => name.value === argument.name)?.value;
    const input = node && fromNode(node, argument.type, variables, path ? `${path}.${argument.name}` : argument.name);
    // A nullable variable with a default may stand where an argument takes no null, and be null.
    if (input?.value === null && isNonNullType(argument.type))
      throw fault(input.path, 'REQUIRED', say('faults.null', { name: input.path }));
    if (input) inputs.set(argument.name, input);
    else if (argument.defaultValue !== undefined)
      inputs.set(
        argument.name,
        fromValue(argument.type, () => argument.defaultValue, argument.defaultValue, argument.name),
      );
  }
  return inputs;
}

function fromNode(node: ValueNode, type: GraphQLInputType, variables: Variables, path: string): Input | undefined {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    if (!(name in variables)) return undefined;
    return fromValue(type, (all) => all[name], variables[name], path);
  }
  if (node.kind === Kind.NULL) return fromValue(type, () => null, null, path);
  const nullable = getNullableType(type);
  if (isInputObjectType(nullable) && node.kind === Kind.OBJECT) {
    const fields = node.fields.flatMap((field): [string, Input][] => {
      const input = fromNode(field.value, nullable.getFields()[field.name.value]!.type, variables, `${path}.${field.name.value}`);
      return input ? [[field.name.value, input]] : [];
    });
    return composite(path, fields, []);
  }
  if (isListType(nullable) && !isLeafType(getNullableType(nullable.ofType))) {
    const nodes = node.kind === Kind.LIST ? node.values : [node];
    const items = nodes.map(
      (item, index) => fromNode(item, nullable.ofType, variables, `${path}.${index}`) ?? fromValue(nullable.ofType, () => null, null, path),
    );
    return composite(path, [], items);
  }
  if (isListType(nullable) && node.kind === Kind.LIST && node.values.some(({ kind }) => kind === Kind.VARIABLE)) {
    return fromValue(type, (all) => valueFromAST(node, type, all), valueFromAST(node, type, variables), path);
  }
  const constant = valueFromAST(node, type, variables);
  return fromValue(type, () => constant, constant, path);
}

/** A literal's own structure, whose parts may be variables. */
const composite = (path: string, fields: [string, Input][], items: Input[]): Input => ({
  path,
  value: {},
  read: () => undefined,
  fields: () => fields,
  get: (name) => fields.find(([field]) => field === name)?.[1],
  items: () => items,
});

function fromValue(type: GraphQLInputType, read: Input['read'], value: unknown, path: string): Input {
  const nullable = getNullableType(type);
  const get = (name: string): Input | undefined => {
    if (!isInputObjectType(nullable) || value === null || typeof value !== 'object' || !(name in value)) return undefined;
    return fromValue(
      nullable.getFields()[name]!.type,
      (all) => (read(all) as Record<string, unknown>)[name],
      (value as Record<string, unknown>)[name],
      `${path}.${name}`,
    );
  };
  return {
    path,
    value,
    read,
    get,
    fields: () => (value !== null && typeof value === 'object' ? Object.keys(value).map((name) => [name, get(name)!]) : []),
    items: () =>
      Array.isArray(value) && isListType(nullable)
        ? value.map((item, index) => fromValue(nullable.ofType, (all) => (read(all) as unknown[])[index], item, `${path}.${index}`))
        : [],
  };
}

/**
 * What of a variable's value decides the plan: which keys are there, nulls, the values of enums and Booleans, how many
 * objects a list has. Leaves that are bound leave no trace but whether they are null.
 *
 * @param leaf the trace of a scalar that is neither null nor a Boolean
 */
export function shapeOf(type: GraphQLInputType, value: unknown, leaf: (typeName: string, value: unknown) => string): string {
  if (value === undefined) return '-';
  if (value === null) return 'n';
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = value as readonly unknown[];
    const item = getNullableType(nullable.ofType);
    if (isEnumType(item)) return `[${items.join(',')}]`;
    if (isLeafType(item))
      return item.name === 'ID' ? `[${[...new Set(items.map((one) => leaf('ID', one)))].join(',')}/${magnitude(items.length)}]` : 'l';
    return `[${items.map((one) => shapeOf(nullable.ofType, one, leaf)).join(',')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}:${shapeOf(fields[name]!.type, one, leaf)}`)
      .join(',')}}`;
  }
  if (isEnumType(nullable)) return value as string;
  if (typeof value === 'boolean') return String(value);
  return leaf(nullable.name, value);
}

/** The length of a list of ids as far as it is part of a plan's key, and so of its cost: the power of two above it. */
export const magnitude = (length: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, length)));
