import { Kind, visit, parse, type DocumentNode, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { inputFault } from '../../core/coerce.js';
import { ValidationFailed, type Fault } from '../../core/errors.js';

/** Complaints of graphql-js's validation about the values of arguments. */
const VALUE = /^(Expected value of type|Field "\w+" of required type|Field "\w+" is not defined by type|Argument "\w+" of required type|OneOf Input Object|Value "|.* cannot represent|\w+ takes )/;

/**
 * Rewrites graphql-js's complaints about literal arguments into one VALIDATION_FAILED, the form that the same faults have
 * in variables. Others stay.
 */
export function mergeLiteralFaults(formatted: readonly GraphQLFormattedError[], errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  const isFault = errors.map(({ message, extensions, nodes }) => extensions['code'] === 'GRAPHQL_VALIDATION_FAILED' && nodes !== undefined && VALUE.test(message));
  if (!isFault.includes(true)) return formatted;
  const faults = errors.flatMap((error, index): Fault[] => (isFault[index] ? [faultOf(error)] : []));
  const { message, extensions } = ValidationFailed({ fields: faults });
  const locations = formatted[isFault.indexOf(true)]?.locations;
  return [{ message, ...(locations && { locations }), extensions }, ...formatted.filter((_, index) => !isFault[index])];
}

function faultOf(error: GraphQLError): Fault {
  const missing = /^Argument "(\w+)" of required type/.exec(error.message) ?? /argument "(\w+)" of type/.exec(error.message);
  const path = inputPath(error);
  if (missing) return { inputPath: missing[1]!, code: 'REQUIRED', message: `${missing[1]!} is needed.` };
  return inputFault(path, error);
}

/** The place of a literal in the arguments: `input.address.0.city`. */
function inputPath({ nodes, source }: GraphQLError): string {
  const start = nodes?.[0]?.loc?.start;
  if (start === undefined || !source) return '';
  let document: DocumentNode;
  try {
    document = parse(source.body);
  } catch {
    return '';
  }
  let found = '';
  const path: string[] = [];
  visit(document, {
    enter(node, key, parent) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.push(node.name.value);
      else if (Array.isArray(parent) && typeof key === 'number' && path.length > 0 && 'value' in node === true) path.push(String(key));
      if (node.loc?.start === start && path.length > 0 && found === '') found = path.join('.');
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.pop();
    },
  });
  return found;
}
