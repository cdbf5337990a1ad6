import {
  coerceInputValue,
  getNullableType,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { CrmError, faultCodes, ValidationFailed, withoutStacks, type Fault, type FaultCode } from './errors.js';
import { Said, say } from './messages.js';
import { checkFilterSize, type FilterLimits } from './read/filter-meter.js';

/** So many faults are told at once; a body of nothing but faults must not become an answer many times its size. */
const MAX_FAULTS = 1000;
const ENOUGH = new Error('Enough faults.');

/** The variables of an operation by their types; all faults of all of them in one error. */
export const coerceVariables = (...given: Parameters<typeof coerce>): ReturnType<typeof coerce> => withoutStacks(() => coerce(...given));

function coerce(
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
        variables[name] = coerceInputValue(value, type, (path, invalid, error) =>
          note(inputFault([name, ...path], error, schema, written(invalid))),
        );
      }
    }
  } catch (error) {
    if (error instanceof CrmError) return { variables, error };
    if (error !== ENOUGH) throw error;
  }
  return { variables, error: faults.length > 0 ? ValidationFailed({ fields: faults }) : null };
}

/** A value as it was written. Nobody is told of a whole object, which may be large, and have a thousand faults. */
const written = (value: unknown): string => (value !== null && typeof value === 'object' ? '…' : JSON.stringify(value));

const REQUIRED_FIELD = /^Field "(?:\w+\.)?(\w+)" of required type/;
const UNKNOWN_FIELD = /^Field "(\w+)" is not defined by type "(\w+)"/;
const NO_OBJECT = /^Expected (?:value of )?type "(\w+)!?"(?: to be an object|, found (.+)\.$)/s;

/**
 * graphql-js's complaint about a value as a fault of the catalogue.
 *
 * @param given the value, as it was written
 */
export function inputFault(place: readonly (string | number)[], error: GraphQLError, schema: GraphQLSchema, given?: string): Fault {
  const path = place.join('.');
  const required = REQUIRED_FIELD.exec(error.message);
  if (required) return { inputPath: `${path}.${required[1]!}`, code: 'REQUIRED', message: say('faults.needed', { name: required[1]! }) };
  const unknown = UNKNOWN_FIELD.exec(error.message);
  if (unknown) {
    const operators = operatorsOf(schema.getType(unknown[2]!));
    const message = operators
      ? say('faults.unknownOperator', { name: unknown[1]!, path, operators: operators.join(', ') })
      : unknownField(unknown[1]!, error.message);
    return { inputPath: `${path}.${unknown[1]!}`, code: 'UNKNOWN_FIELD', message };
  }
  const noObject = NO_OBJECT.exec(error.message);
  const example = noObject && exampleOf(schema.getType(noObject[1]!), given ?? noObject[2] ?? '');
  if (example) return { inputPath: path, code: 'WRONG_TYPE', message: say('faults.condition', { path, example }) };
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

/** The operators of the conditions on a field; null for every other type. */
function operatorsOf(type: unknown): string[] | null {
  if (!isInputObjectType(type) || !type.name.endsWith('Filter')) return null;
  const fields = Object.keys(type.getFields());
  return fields.includes('isNull') && !fields.includes('and') ? fields : null;
}

/** How a condition could be written where a bare value was given: `{ eq: "QUALIFICATION" }`; null where none is wanted. */
function exampleOf(type: unknown, given: string): string | null {
  if (!isInputObjectType(type) || !type.name.endsWith('Filter')) return null;
  const value = given.length > 40 ? '…' : given;
  if (operatorsOf(type)) return conditionOn(type, value);
  // On another record: by what people know it by.
  const fields = type.getFields();
  const field = ['key', 'name', 'email', 'id'].find((one) => fields[one]);
  const inner = field && (getNullableType(fields[field]!.type) as GraphQLInputObjectType);
  return inner && isInputObjectType(inner) ? `{ ${field}: ${conditionOn(inner, value)} }` : null;
}

/** `{ eq: … }` with the value as the operator takes it; `{ isNull: true }` where nothing can be equal. */
function conditionOn(type: GraphQLInputObjectType, given: string): string {
  const operand = type.getFields()['eq']?.type;
  if (!operand || isListType(getNullableType(operand))) return '{ isNull: true }';
  const isBare = /^"?[\w.:+-]*"?$/.test(given);
  const text = given.replace(/^"|"$/g, '');
  if (!isBare || text === '') return '{ eq: … }';
  const isText = ['String', 'ID', 'Date', 'DateTime'].includes(String(operand)) || !/^(-?[\d.]+|true|false)$/.test(text);
  return `{ eq: ${isEnumType(operand) || !isText ? text : JSON.stringify(text)} }`;
}
