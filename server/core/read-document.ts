import { GraphQLError, type DocumentNode } from 'graphql';
import type { Context } from './context.js';
import { fault } from './errors.js';

/** A text that is no document is a wrong value like any other; one past the limits is refused as the server would. */
export function readDocument({ parseDocument }: Context, text: string): DocumentNode {
  try {
    return parseDocument(text);
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === undefined) throw fault('document', 'INVALID_FORMAT', error.message);
    throw error;
  }
}
