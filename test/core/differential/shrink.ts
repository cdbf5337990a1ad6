import { Kind, parse, print, validate, visit, type ASTNode, type DocumentNode, type GraphQLSchema } from 'graphql';

/** What can be left out of a document: the rest is cleaned up after it. */
const removable = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
]);

/**
 * The smallest document found, by leaving out one thing after the other, for which `fails` still holds.
 *
 * @param within milliseconds after which the smallest so far is good enough
 */
export async function shrink(
  document: string,
  schema: GraphQLSchema,
  fails: (document: string) => Promise<boolean>,
  within: number,
): Promise<string> {
  const end = performance.now() + within;
  let smallest = parse(document, { noLocation: true });
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (let index = 0; ; index++) {
      const attempt = without(smallest, index);
      if (attempt === 'past the end') break;
      if (performance.now() > end) return print(smallest);
      const cleaned = attempt && withoutUnused(attempt);
      if (!cleaned || validate(schema, cleaned).length > 0 || !(await fails(print(cleaned)))) continue;
      smallest = cleaned;
      isSmaller = true;
      index--;
    }
  }
  return print(smallest);
}

/** The document without its removable node of that number; null when nothing would be left around it. */
function without(document: DocumentNode, index: number): DocumentNode | null | 'past the end' {
  let at = 0;
  let isFound = false as boolean;
  const remaining = visit(document, {
    enter(node: ASTNode) {
      if (!removable.has(node.kind)) return undefined;
      if (at++ !== index) return undefined;
      isFound = true;
      return null;
    },
  });
  if (!isFound) return 'past the end';
  let isWhole = true as boolean;
  visit(remaining, { SelectionSet: ({ selections }) => void (isWhole &&= selections.length > 0) });
  return isWhole ? remaining : null;
}

/** Takes out the fragments and variables that nothing uses any more. */
function withoutUnused(document: DocumentNode): DocumentNode {
  for (let current = document; ;) {
    const used = new Set<string>();
    visit(current, {
      FragmentSpread: ({ name }) => void used.add(name.value),
      Variable: ({ name }, _key, parent) => void ((parent as ASTNode).kind !== Kind.VARIABLE_DEFINITION && used.add(`$${name.value}`)),
    });
    const cleaned = visit(current, {
      FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
      VariableDefinition: ({ variable }) => (used.has(`$${variable.name.value}`) ? undefined : null),
    });
    if (print(cleaned) === print(current)) return cleaned;
    current = cleaned;
  }
}
