import { coerceInputValue, GraphQLError, isNonNullType, typeFromAST, valueFromAST, type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { faultCodes, ValidationFailed, type Fault, type FaultCode } from './errors.js';

/** The variables of an operation by their types; all faults of all of them in one error. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: Readonly<Record<string, unknown>>,
): { variables: Record<string, unknown>; error: GraphQLError | null } {
  const variables: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never) as GraphQLInputType;
    const value = raw[name];
    if (value === undefined) {
      if (defaultValue) variables[name] = valueFromAST(defaultValue, type);
      else if (isNonNullType(type)) faults.push({ inputPath: name, code: 'REQUIRED', message: `$${name} is needed.` });
      continue;
    }
    if (value === null && isNonNullType(type)) {
      faults.push({ inputPath: name, code: 'REQUIRED', message: `$${name} can not be null.` });
      continue;
    }
    variables[name] = coerceInputValue(value, type, (path, _invalid, error) => faults.push(inputFault([name, ...path].join('.'), error)));
  }
  return { variables, error: faults.length > 0 ? ValidationFailed({ fields: faults }) : null };
}

const REQUIRED_FIELD = /^Field "(\w+)" of required type/;
const UNKNOWN_FIELD = /^Field "(\w+)" is not defined by type/;

/** graphql-js's complaint about a value as a fault of the catalogue. */
export function inputFault(path: string, error: GraphQLError): Fault {
  const required = REQUIRED_FIELD.exec(error.message);
  if (required) return { inputPath: `${path}.${required[1]!}`, code: 'REQUIRED', message: `${required[1]!} is needed.` };
  const unknown = UNKNOWN_FIELD.exec(error.message);
  if (unknown) return { inputPath: `${path}.${unknown[1]!}`, code: 'UNKNOWN_FIELD', message: error.message };
  if (error.message.includes('not to be null')) return { inputPath: path, code: 'REQUIRED', message: `${path} can not be null.` };
  const original = (error.originalError ?? error) as GraphQLError;
  const code = original.extensions?.['fault'];
  return { inputPath: path, code: typeof code === 'string' && code in faultCodes ? (code as FaultCode) : 'WRONG_TYPE', message: original.message };
}
