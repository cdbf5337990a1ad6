/**
 * Documents that are asked for by a hash instead of being sent: those that clients register on the way are Apollo's
 * business, those of a file that the operator gives are read and found here.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { GraphQLError, parse } from 'graphql';
import { checkDocument, type DocumentLimits } from '../../core/document-limits.js';
import { CrmError, declareError, defineError } from '../../core/errors.js';
import { say } from '../../core/messages.js';
import { BadRequest } from './bad-request.js';

export const DocumentRequired = defineError<object>('PERSISTED_DOCUMENT_REQUIRED', {
  status: 400,
  description: 'The server runs registered documents only, and this is none of them.',
});

export const DocumentMismatch = defineError<object>('PERSISTED_QUERY_MISMATCH', {
  status: 400,
  description: 'The document that came along is not the one that the hash stands for.',
});

const NOT_FOUND = 'PERSISTED_QUERY_NOT_FOUND';
declareError({
  code: NOT_FOUND,
  status: 200,
  description: 'The server does not know the document of this hash: send it once with its text.',
  retryable: false,
});

/** The file of documents can not be used; the message is ready to be printed. */
export class DocumentsError extends Error {
  override readonly name = 'DocumentsError';
}

/** What of a request says which document to run. */
export interface DocumentRequest {
  readonly query?: unknown;
  readonly extensions?: unknown;
  readonly documentId?: unknown;
  readonly id?: unknown;
}

/** Finds the document of a request: its text where it is a registered one, null where the request is fine as it is, else why it is refused. */
export type FindDocument = (request: DocumentRequest) => string | null | GraphQLError;

/**
 * @param registered by the SHA-256 of their text
 * @param isOnly whether no other documents are run
 */
export function createDocumentFinder(registered: ReadonlyMap<string, string>, isOnly: boolean): FindDocument {
  return ({ query, extensions, documentId, id }) => {
    const text = typeof query === 'string' ? query : null;
    const automatic = automaticHash(extensions);
    if (automatic instanceof CrmError) return automatic;
    const given = automatic ?? hashIn(documentId) ?? hashIn(id);
    const known = given === null ? undefined : registered.get(given);
    if (text !== null && given !== null && (automatic !== null || known !== undefined) && given !== sha256(text))
      return DocumentMismatch({});
    if (known !== undefined) return known;
    if (isOnly) return (text !== null && registered.get(sha256(text))) || DocumentRequired({});
    // Apollo knows its own; a document that is named in another way is one of the file's.
    if (text !== null || automatic !== null || given === null) return null;
    return new GraphQLError('PersistedQueryNotFound', { extensions: { code: NOT_FOUND } });
  };
}

const HASH = /^[\da-f]{64}$/;

/** The hash that Apollo's clients send; null when they send none. */
function automaticHash(extensions: unknown): string | null | CrmError {
  const persisted = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (persisted === undefined || persisted === null) return null;
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && HASH.test(sha256Hash)) return sha256Hash;
  return BadRequest({ reason: say('texts.document.persistedQuery') });
}

const hashIn = (id: unknown): string | null => (typeof id === 'string' ? id.replace(/^sha256:/, '') : null);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file of registered documents, `{ "<sha256>": "<text>" }`: what graphql-codegen and relay-compiler write when
 * they are told to hash with SHA-256.
 *
 * @throws DocumentsError when it is anything else, or when the server would refuse one of them as too large
 */
export async function readDocuments(path: string, limits: DocumentLimits): Promise<ReadonlyMap<string, string>> {
  const refuse = (why: string): never => {
    throw new DocumentsError(`The documents of RELATA_DOCUMENTS (${path}) can not be used: ${why}`);
  };
  const file = await stat(path).catch((error: unknown) => refuse(`${(error as NodeJS.ErrnoException).code ?? String(error)}.`));
  if (!file.isFile()) refuse('it is not a file.');
  if (file.size > MAX_FILE_BYTES) refuse(`it is larger than ${MAX_FILE_BYTES} bytes.`);
  const text = await readFile(path, 'utf8').catch((error: unknown) => refuse(`${(error as NodeJS.ErrnoException).code ?? String(error)}.`));
  const entries = entriesOf(text) ?? refuse('it is not a JSON object { "<sha256>": "<document>" }.');
  if (entries.length === 0) refuse('there is no document in it.');
  const documents = new Map<string, string>();
  for (const [key, document] of entries) {
    const hash = key.replace(/^sha256:/, '');
    const shown = JSON.stringify(key.slice(0, 80));
    if (!HASH.test(hash)) refuse(`the key ${shown} is not a SHA-256 in lower case hexadecimal.`);
    if (typeof document !== 'string') refuse(`the document of ${shown} is not a text.`);
    else if (sha256(document) !== hash) refuse(`the key ${shown} is not the SHA-256 of its document.`);
    else {
      const fault = documentFault(document, limits);
      if (fault !== null) refuse(`the document of ${shown} would be refused: ${fault}`);
      documents.set(hash, document);
    }
  }
  return documents;
}

function entriesOf(text: string): [string, unknown][] | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  } catch {
    return null;
  }
}

function documentFault(text: string, limits: DocumentLimits): string | null {
  try {
    const refusal = checkDocument(text, limits);
    if (refusal) return refusal.message;
    parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
