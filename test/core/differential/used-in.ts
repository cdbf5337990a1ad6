import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  parse,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DirectiveNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { screamingCase } from '../../../server/core/names.js';
import type { Registry } from '../../../server/core/registry.js';

/**
 * The fields, the fields of inputs, the group keys and the buckets that an operation asks for with its variables: what its
 * directives leave out, and a variable that is missing, ask for nothing.
 */
export function usedIn(
  schema: GraphQLSchema,
  { modules }: Registry,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Set<string> {
  const used = new Set<string>();
  const parsed = parse(document, { noLocation: true });
  const values = { ...variables };
  visit(parsed, {
    VariableDefinition({ variable, defaultValue }) {
      const { value: name } = variable.name;
      if (defaultValue && !(name in values)) values[name] = valueFromASTUntyped(defaultValue);
    },
  });
  const isLeftOut = (directives: readonly DirectiveNode[] = []): boolean =>
    directives.some(({ name, arguments: given = [] }) => {
      const [argument] = given;
      if (!argument) return false;
      const condition = valueFromASTUntyped(argument.value, values);
      return name.value === 'skip' ? condition === true : name.value === 'include' && condition === false;
    });

  function useValue(type: GraphQLInputType, value: unknown): void {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return (Array.isArray(value) ? value : [value]).forEach((item) => useValue(nullable.ofType, item));
    if (!isInputObjectType(nullable) || typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      const field = nullable.getFields()[name];
      if (!field || inner === undefined) continue;
      used.add(`input:${nullable.name}.${name}`);
      const of = getNamedType(field.type);
      if (isEnumType(of) && of.name.endsWith('GroupField')) {
        used.add(`by:${of.name}.${String(inner)}`);
        const { bucket } = value as { bucket?: string | null };
        const module = modules.get(of.name.slice(0, -'GroupField'.length))!;
        const grouped = [...module.fields.values()].find((one) => screamingCase(one.name) === inner);
        if (bucket && grouped) used.add(`bucket:${grouped.kind} ${bucket}`);
      }
      useValue(field.type, inner);
    }
  }

  const types = new TypeInfo(schema);
  visit(
    parsed,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Field(node) {
        if (isLeftOut(node.directives)) return false;
        const parent = types.getParentType();
        if (parent && !node.name.value.startsWith('__')) used.add(`field:${parent.name}.${node.name.value}`);
        for (const argument of node.arguments ?? []) {
          const definition = types.getFieldDef()?.args.find(({ name }) => name === argument.name.value);
          if (!definition) continue;
          const { value } = argument;
          if (value.kind === Kind.VARIABLE && !(value.name.value in values)) continue;
          useValue(definition.type, valueFromASTUntyped(value, values));
        }
        return undefined;
      },
      InlineFragment: ({ directives }) => (isLeftOut(directives) ? false : undefined),
      // Spreads that are left out are few: a fragment counts as spread.
      Argument: () => false,
      Directive: () => false,
    }),
  );
  return used;
}
