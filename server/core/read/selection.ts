import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, isAbstractType, Kind } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import { fault } from '../errors.js';
import { say } from '../messages.js';
import type { Variables } from './input.js';

/** What a document is read with. */
export interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced; decides `@skip` and `@include`, whose Booleans are part of the plan's key. */
  readonly variables: Variables;
}

/** The selections of one response key: one field, its selection sets merged. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** The fields selected on `type`, in the order of the response, fragments and directives resolved. */
export function selectedFields(reading: Reading, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
  const found = new Map<string, { key: string; name: string; nodes: FieldNode[] }>();
  const visited = new Set<string>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(reading, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = found.get(key);
        if (known) known.nodes.push(selection);
        else found.set(key, { key, name: selection.name.value, nodes: [selection] });
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value)! : selection;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      if (applies(reading.schema, fragment.typeCondition?.name.value, type)) collect(fragment.selectionSet.selections);
    }
  };
  for (const set of sets) collect(set.selections);
  return [...found.values()];
}

/** The selection sets below a field. */
export const selectionSets = (selected: Selected): SelectionSetNode[] => selected.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

function isIncluded({ variables }: Reading, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  try {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
  } catch {
    // Its variable has a default and is null nevertheless.
    throw fault('if', 'REQUIRED', say('faults.null', { name: 'if' }));
  }
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}
