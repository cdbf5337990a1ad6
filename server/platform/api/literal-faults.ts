import {
  BREAK,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { inputFault } from '../../core/coerce.js';
import { say } from '../../core/messages.js';
import { localized, ValidationFailed, type Fault } from '../../core/errors.js';

/** Complaints of graphql-js's validation about the values of arguments. */
const VALUE =
  /^(Expected value of type|Field "[\w.]+" of required type|Field "\w+" is not defined by type|Field "\w+" argument "\w+" of type|Field "[\w.]+" must be non-null|OneOf Input Object|Value "|.* cannot represent|\w+ takes )/;

/**
 * Rewrites graphql-js's complaints about literal arguments into one VALIDATION_FAILED, the form that the same faults have
 * in variables. Others stay.
 */
export function mergeLiteralFaults(
  formatted: readonly GraphQLFormattedError[],
  errors: readonly GraphQLError[],
  document: DocumentNode,
  schema: GraphQLSchema,
  language: string,
): readonly GraphQLFormattedError[] {
  const isFault = errors.map(
    ({ message, extensions, nodes }) => extensions['code'] === 'GRAPHQL_VALIDATION_FAILED' && nodes !== undefined && VALUE.test(message),
  );
  if (!isFault.includes(true)) return formatted;
  const faults = errors.flatMap((error, index): Fault[] => (isFault[index] ? [faultOf(error, document, schema)] : []));
  const { message, extensions } = localized(ValidationFailed({ fields: faults }), language);
  const locations = formatted[isFault.indexOf(true)]?.locations;
  return [{ message, ...(locations && { locations }), extensions }, ...formatted.filter((_, index) => !isFault[index])];
}

function faultOf(error: GraphQLError, document: DocumentNode, schema: GraphQLSchema): Fault {
  const missing = /^Field "\w+" argument "(\w+)" of type/.exec(error.message);
  if (missing) return { inputPath: missing[1]!, code: 'REQUIRED', message: say('faults.needed', { name: missing[1]! }) };
  const node = error.nodes![0]!;
  const path = inputPath(document, node);
  // graphql-js points at an unknown field itself, in a variable at the object that has it.
  return inputFault(node.kind === Kind.OBJECT_FIELD ? path.slice(0, -1) : path, error, schema);
}

/** The place of a literal in the arguments: `inputs`, `0`, `city`. */
function inputPath(document: DocumentNode, wanted: ASTNode): string[] {
  const names: string[] = [];
  visit(document, {
    enter(node, _key, _parent, path) {
      if (node !== wanted) return undefined;
      let at: unknown = document;
      path.forEach((key, index) => {
        at = (at as Record<string | number, unknown>)[key];
        const { kind, name } = at as { kind?: Kind; name?: { value: string } };
        if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) names.push(name!.value);
        else if (path[index - 1] === 'values') names.push(String(key));
      });
      return BREAK;
    },
  });
  return names;
}
