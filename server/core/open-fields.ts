import { Kind, type DocumentNode, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import type { RootAccess } from './access.js';

/**
 * Whether a document asks for nothing but what is open to callers who are not signed in. A name that the schema does not
 * have is not open: whoever may not ask must not learn from a refusal what there is.
 *
 * @param hasOpenSchema whether introspection is open
 */
export function asksOnlyOpenFields(schema: GraphQLSchema, { definitions }: DocumentNode, hasOpenSchema: boolean): boolean {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])),
  );
  const visited = new Set<SelectionSetNode>();
  const isOpen = (operation: 'query' | 'mutation', set: SelectionSetNode): boolean => {
    if (visited.has(set)) return true;
    visited.add(set);
    return set.selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return isOpen(operation, selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        return fragment !== undefined && isOpen(operation, fragment);
      }
      return isOpenField(schema, operation, selection.name.value, hasOpenSchema);
    });
  };
  return definitions.every((one) => {
    if (one.kind === Kind.FRAGMENT_DEFINITION) return true;
    return one.kind === Kind.OPERATION_DEFINITION && one.operation !== 'subscription' && isOpen(one.operation, one.selectionSet);
  });
}

/** Whether callers who are not signed in may ask for a root field. */
export function isOpenField(schema: GraphQLSchema, operation: 'query' | 'mutation', name: string, hasOpenSchema: boolean): boolean {
  if (name === '__typename') return true;
  if (name === '__schema' || name === '__type') return hasOpenSchema;
  const type = operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  const access = type?.getFields()[name]?.extensions['access'] as RootAccess | undefined;
  return access?.isOpen ?? false;
}
