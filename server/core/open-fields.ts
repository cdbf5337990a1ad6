import { Kind, type DocumentNode, type GraphQLSchema, type OperationTypeNode, type SelectionSetNode } from 'graphql';
import type { RootAccess } from './access.js';

/**
 * The response key of the first root field of a document that is not open to callers who are not signed in; null when all
 * are. A name that the schema does not have is not open: whoever may not ask must not learn from a refusal what there is.
 *
 * @param hasOpenSchema whether introspection is open
 */
export function closedRoot(schema: GraphQLSchema, { definitions }: DocumentNode, hasOpenSchema: boolean): string | null {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])),
  );
  const visited = new Set<SelectionSetNode>();
  const closedIn = (operation: OperationTypeNode, set: SelectionSetNode | undefined): string | null => {
    if (!set || visited.has(set)) return null;
    visited.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (!isOpenField(schema, operation, selection.name.value, hasOpenSchema)) return selection.alias?.value ?? selection.name.value;
        continue;
      }
      const closed = closedIn(
        operation,
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value),
      );
      if (closed !== null) return closed;
    }
    return null;
  };
  for (const one of definitions) {
    const closed = one.kind === Kind.OPERATION_DEFINITION ? closedIn(one.operation, one.selectionSet) : null;
    if (closed !== null) return closed;
  }
  return null;
}

/** Whether callers who are not signed in may ask for a root field. */
export function isOpenField(schema: GraphQLSchema, operation: OperationTypeNode, name: string, hasOpenSchema: boolean): boolean {
  if (name === '__typename') return true;
  if (name === '__schema' || name === '__type') return hasOpenSchema;
  const access = schema.getRootType(operation)?.getFields()[name]?.extensions['access'] as RootAccess | undefined;
  return access?.isOpen ?? false;
}
