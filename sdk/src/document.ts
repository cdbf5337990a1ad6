/**
 * A GraphQL document with its types: a string, a string object or a syntax tree of graphql-codegen's `typed-document-node`,
 * a document of gql.tada, or a plain string.
 */
export type Document<Data = unknown, Variables = object> = (string | { toString(): string } | DocumentTree) & {
  /** How the tools say what comes out and goes in; never there at run time. */
  readonly __apiType?: (variables: Variables) => Data;
};

/** The `DocumentNode` of graphql-js, as far as it concerns us. */
export interface DocumentTree {
  readonly kind: 'Document';
  readonly definitions: readonly object[];
  readonly loc?: { readonly source?: { readonly body: string } };
}

/** The text of a document. Few trees have lost theirs: what prints them is loaded when the first one comes. */
export async function textOf(document: Document): Promise<string> {
  if (typeof document !== 'object' || !('definitions' in document)) return String(document);
  return document.loc?.source?.body ?? (await import('./print-document.js')).printDocument(document);
}
