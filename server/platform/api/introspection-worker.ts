import { buildSchema, execute, parse, type GraphQLSchema } from 'graphql';
import { move } from 'piscina';

export interface IntrospectionTask {
  /** Which schema it is, so that the thread builds each once. */
  readonly schemaKey: string;
  /** The schema in SDL. */
  readonly schema: string;
  /** Valid against the schema. */
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

let known: { readonly key: string; readonly schema: GraphQLSchema } | undefined;

/** The data of the answer, as JSON. */
export default function introspect({ schemaKey, schema, document, operationName, variables }: IntrospectionTask): Uint8Array {
  if (known?.key !== schemaKey) known = { key: schemaKey, schema: buildSchema(schema, { assumeValidSDL: true, noLocation: true }) };
  const result = execute({ schema: known.schema, document: parse(document), operationName, variableValues: variables });
  if (result instanceof Promise || result.errors) throw new Error(String(result instanceof Promise ? 'asynchronous' : result.errors));
  // A copy of its own: what is part of a pool cannot move.
  return move(new Uint8Array(Buffer.from(JSON.stringify(result.data)))) as Uint8Array;
}
