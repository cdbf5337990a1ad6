import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { localized, Unauthenticated } from '../../core/errors.js';
import { closedRoot } from '../../core/open-fields.js';

/**
 * What callers who are not signed in are told of a document that the schema refuses. Of what is not open to them: to sign
 * in first, whether there is such a thing or not. Of the rest: the errors, without what graphql-js thinks they meant.
 */
export function withoutSchema(
  errors: readonly GraphQLFormattedError[],
  { schema, document, language }: { schema: GraphQLSchema; document: DocumentNode | undefined; language: string },
): readonly GraphQLFormattedError[] {
  const isAboutSchema = errors.some(({ extensions }) =>
    ['GRAPHQL_VALIDATION_FAILED', 'VALIDATION_FAILED'].includes(String(extensions?.['code'])),
  );
  if (!isAboutSchema) return errors;
  const closed = document ? closedRoot(schema, document, false) : null;
  if (closed !== null) {
    const { message, extensions } = localized(Unauthenticated({}), language);
    return [{ message, path: [closed], extensions }];
  }
  return errors.map((error) => ({
    ...error,
    message: withoutHint(error.message),
    ...(error.extensions && { extensions: hintless(error.extensions) }),
  }));
}

function hintless(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { fields } = extensions as { fields?: readonly { message: string }[] };
  return { ...extensions, ...(fields && { fields: fields.map((one) => ({ ...one, message: withoutHint(one.message) })) }) };
}

/** As Apollo's own `hideSchemaDetailsFromClientErrors` does, which knows no callers: it would take the hints from everybody. */
const withoutHint = (message: string): string => message.replace(/ ?Did you mean .+\?/, '');
