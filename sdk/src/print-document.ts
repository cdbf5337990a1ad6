import type { DocumentTree } from './document.js';

/** A node of graphql-js's syntax tree, as far as a client's documents have them. */
interface Node {
  readonly kind: string;
  readonly alias?: Node;
  readonly arguments?: readonly Node[];
  readonly defaultValue?: Node;
  readonly definitions?: readonly Node[];
  readonly directives?: readonly Node[];
  readonly fields?: readonly Node[];
  readonly name?: Node;
  readonly operation?: string;
  readonly selections?: readonly Node[];
  readonly selectionSet?: Node;
  readonly type?: Node;
  readonly typeCondition?: Node;
  readonly value?: Node | string | boolean;
  readonly values?: readonly Node[];
  readonly variable?: Node;
  readonly variableDefinitions?: readonly Node[];
}

/** The text of a tree that has lost it. */
export const printDocument = (tree: DocumentTree): string => print(tree as Node);

function print(node: Node | undefined): string {
  if (!node) return '';
  const { kind, name, value, variable, type, typeCondition, defaultValue, selectionSet } = node;
  const called = print(name);
  const inner = typeof value === 'object' ? print(value) : String(value);
  const rest = all(node.directives) + print(selectionSet);
  const on = typeCondition ? ` on ${print(typeCondition)}` : '';
  switch (kind) {
    case 'Document':
      return all(node.definitions);
    case 'OperationDefinition':
      return `${node.operation} ${called}${all(node.variableDefinitions, '(', ')')}${rest}`;
    case 'VariableDefinition':
      return `${print(variable)}:${print(type)}${defaultValue ? `=${print(defaultValue)}` : ''}${rest}`;
    case 'FragmentDefinition':
      return `fragment ${called}${on}${rest}`;
    case 'SelectionSet':
      return all(node.selections, '{', '}');
    case 'Field':
      return `${node.alias ? `${print(node.alias)}:` : ''}${called}${all(node.arguments, '(', ')')}${rest}`;
    case 'FragmentSpread':
      return `...${called}${rest}`;
    case 'InlineFragment':
      return `...${on}${rest}`;
    case 'Directive':
      return `@${called}${all(node.arguments, '(', ')')}`;
    case 'Argument':
    case 'ObjectField':
      return `${called}:${inner}`;
    case 'NamedType':
      return called;
    case 'ListType':
      return `[${print(type)}]`;
    case 'NonNullType':
      return `${print(type)}!`;
    case 'Variable':
      return `$${called}`;
    case 'ListValue':
      return `[${all(node.values)}]`;
    case 'ObjectValue':
      return `{${all(node.fields)}}`;
    case 'StringValue':
      return JSON.stringify(value);
    case 'NullValue':
      return 'null';
    default:
      return inner;
  }
}

const all = (nodes: readonly Node[] = [], before = '', after = ''): string =>
  nodes.length > 0 ? before + nodes.map(print).join(' ') + after : '';
