import {
  coerceInputValue,
  GraphQLError,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { CrmError, faultCodes, ValidationFailed, type Fault, type FaultCode } from './errors.js';
import { Said, say } from './messages.js';
import { checkFilterSize, type FilterLimits } from './read/filter-meter.js';

/** So many faults are told at once; a body of nothing but faults must not become an answer many times its size. */
const MAX_FAULTS = 1000;
const ENOUGH = new Error('Enough faults.');

/** The variables of an operation by their types; all faults of all of them in one error. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: Readonly<Record<string, unknown>>,
  limits: FilterLimits,
): { variables: Record<string, unknown>; error: GraphQLError | null } {
  // Without a prototype: a variable may be called `constructor`.
  const variables = Object.create(null) as Record<string, unknown>;
  const faults: Fault[] = [];
  const note = (fault: Fault): void => {
    if (faults.push(fault) >= MAX_FAULTS) throw ENOUGH;
  };
  try {
    for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
      const name = variable.name.value;
      const type = typeFromAST(schema, node as never) as GraphQLInputType;
      const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
      if (value === undefined) {
        if (defaultValue) variables[name] = valueFromAST(defaultValue, type);
        else if (isNonNullType(type)) note({ inputPath: name, code: 'REQUIRED', message: say('faults.needed', { name: `$${name}` }) });
      } else if (value === null && isNonNullType(type)) {
        note({ inputPath: name, code: 'REQUIRED', message: say('faults.null', { name: `$${name}` }) });
      } else {
        checkFilterSize(type, value, name, limits);
        variables[name] = coerceInputValue(value, type, (path, _invalid, error) => note(inputFault([name, ...path], error)));
      }
    }
  } catch (error) {
    if (error instanceof CrmError) return { variables, error };
    if (error !== ENOUGH) throw error;
  }
  return { variables, error: faults.length > 0 ? ValidationFailed({ fields: faults }) : null };
}

const REQUIRED_FIELD = /^Field "(?:\w+\.)?(\w+)" of required type/;
const UNKNOWN_FIELD = /^Field "(\w+)" is not defined by type/;

/** graphql-js's complaint about a value as a fault of the catalogue. */
export function inputFault(place: readonly (string | number)[], error: GraphQLError): Fault {
  const path = place.join('.');
  const required = REQUIRED_FIELD.exec(error.message);
  if (required) return { inputPath: `${path}.${required[1]!}`, code: 'REQUIRED', message: say('faults.needed', { name: required[1]! }) };
  const unknown = UNKNOWN_FIELD.exec(error.message);
  if (unknown) return { inputPath: `${path}.${unknown[1]!}`, code: 'UNKNOWN_FIELD', message: unknownField(unknown[1]!, error.message) };
  if (/not to be null|found null\.$|must be non-null/.test(error.message))
    return { inputPath: path, code: 'REQUIRED', message: say('faults.null', { name: path }) };
  const original: Error & { extensions?: GraphQLError['extensions'] } = error.originalError ?? error;
  const code = original.extensions?.['fault'];
  return {
    inputPath: path,
    code: typeof code === 'string' && code in faultCodes ? (code as FaultCode) : 'WRONG_TYPE',
    message: original.extensions?.['said'] instanceof Said ? original.extensions['said'] : original.message,
  };
}

/** graphql-js's hint stays in its words: `closed-schema.ts` takes it from those who may not know the schema. */
function unknownField(name: string, message: string): Said {
  const hint = /Did you mean .+\?$/.exec(message)?.[0];
  return hint ? say('faults.unknownFieldHint', { name, hint }) : say('faults.unknownField', { name });
}
