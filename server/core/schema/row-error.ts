import { GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { faultCodes } from '../errors.js';
import { declareObject, type ClassRef } from './type-builder.js';

let rowErrorType: ClassRef | undefined;

/** The type of a refused row's error in a call for many. */
export function declareRowError(): ClassRef {
  if (rowErrorType) return rowErrorType;
  const inputFault = declareObject('InputFault', 'One thing wrong with an input.', {
    inputPath: { type: () => GraphQLString, nullable: false, description: 'Its place, from the arguments down: `inputs.3.amount`.' },
    code: { type: () => GraphQLString, nullable: false, description: `One of ${Object.keys(faultCodes).join(', ')}.` },
    message: { type: () => GraphQLString, nullable: false, description: 'For people.' },
  });
  rowErrorType = declareObject('RowError', 'Why a row of a call for many was refused.', {
    code: { type: () => GraphQLString, nullable: false, description: 'The code that the call for one would have failed with.' },
    message: { type: () => GraphQLString, nullable: false, description: 'For people.' },
    fields: { type: () => [inputFault], nullable: false, description: 'What is wrong with the input; empty for other reasons.' },
    recordId: { type: () => GraphQLID, description: 'With CONFLICT: the record that has moved on, the one of the row or a nested one. With PARENT_IN_BIN: the parent.' },
    currentVersion: { type: () => GraphQLInt, description: 'With CONFLICT: the version the record has now.' },
    changedFields: { type: () => [GraphQLString], description: 'With CONFLICT: what changed since the expected version.' },
  });
  return rowErrorType;
}
