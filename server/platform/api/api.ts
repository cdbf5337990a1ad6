import {
  ApolloServer,
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { BREAK, getOperationAST, visit, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import type { RequestContext } from '../../core/context.js';
import type { RootAccess } from '../../core/access.js';
import { declareError, localized, statusOf, Unauthenticated } from '../../core/errors.js';
import { executeOperation, RawJson, type Result } from '../../core/execute.js';
import type { Model } from '../../core/read/plan.js';
import { withoutSchema } from './closed-schema.js';
import { mergeLiteralFaults } from './literal-faults.js';

for (const [code, description] of Object.entries({
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document asks for something that the schema does not have.',
})) {
  declareError({ code, status: 400, description, retryable: false });
}

/** Answers GraphQL requests over HTTP: parsing, validation and the protocol are Apollo's, execution is ours. */
export interface Api {
  /** Finds a document that was parsed and found valid before, by its text. */
  find(model: Model, text: string): DocumentNode | null;
  handle(request: HttpRequest, context: RequestContext): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The query string, with its question mark. */
  readonly search: string;
  /** The parsed JSON body. */
  readonly body: unknown;
  /** The document of the body, where it is a known one. */
  readonly document?: DocumentNode | null;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  /** In the pieces that it is made of. */
  readonly body: readonly (Buffer | string)[];
  /** Whether nobody needs the body once it has been sent. */
  readonly isOwn?: boolean;
  /** Of the first error, if there is one. */
  readonly errorCode: string | null;
  /** Whether tokens, keys or links are in it. */
  readonly holdsSecrets: boolean;
}

/** What of `accept` is remembered, and how long it may be. */
const MAX_ACCEPTS = 100;
const MAX_ACCEPT_CHARACTERS = 200;

/**
 * Each schema has a server of its own: an organisation's additions never mix with another's documents.
 *
 * Apollo reads, validates and answers whatever comes for the first time, and every error. An operation of a known document that
 * succeeds goes round it.
 */
export function createApi(): Api {
  const servers = new Map<GraphQLSchema, { readonly apollo: Promise<ApolloServer<ApiContext>>; readonly prefix: string }>();
  const registered = documentCache();
  const parsed = parsedDocuments();
  /** The types of answers that Apollo has chosen, by the header `accept`. */
  const contentTypes = new LRUCache<string, string>({ max: MAX_ACCEPTS });
  const serverOf = (model: Model) => {
    let server = servers.get(model.schema);
    if (!server) {
      const prefix = `${servers.size}:`;
      server = { apollo: startServer(model, { registered, parsed: storeOf(parsed, prefix) }), prefix };
      servers.set(model.schema, server);
    }
    return server;
  };

  async function askApollo({ method, headers, search, body }: HttpRequest, context: RequestContext, done?: Promise<Result>) {
    const server = await serverOf(context.model).apollo;
    const map = new HeaderMap();
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
    const answer: Answer = { body: null, errorCode: null, holdsSecrets: false, ...(done && { done }) };
    const {
      status = 200,
      headers: sent,
      body: text,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: map, search, body },
      context: () => Promise.resolve({ ...context, answer }),
    });
    const { accept = '' } = headers;
    const contentType = sent.get('content-type');
    const isGood = status === 200 && answer.errorCode === null && contentType !== undefined;
    if (isGood && typeof accept === 'string' && accept.length <= MAX_ACCEPT_CHARACTERS) contentTypes.set(accept, contentType);
    const whole = answer.body ?? [text.kind === 'complete' ? text.string : ''];
    return { status, headers: sent, body: whole, errorCode: answer.errorCode, holdsSecrets: answer.holdsSecrets };
  }

  return {
    find: (model, text) => {
      const server = servers.get(model.schema);
      return (server && parsed.get(server.prefix + hash('sha256', text))) ?? null;
    },
    async handle(request, context) {
      const { document, headers } = request;
      const { accept = '' } = headers;
      const contentType = typeof accept === 'string' ? contentTypes.get(accept) : undefined;
      const given = document && contentType !== undefined ? simpleBody(request) : null;
      if (!document || contentType === undefined || !given) return askApollo(request, context);
      const running = run(context, document, given);
      try {
        const result = await running;
        if (!result.errors)
          return {
            status: 200,
            headers: [['content-type', contentType]],
            body: bodyOf(result),
            isOwn: result.data instanceof RawJson && result.data.isOwn,
            errorCode: null,
            holdsSecrets: hasSecrets(context.model.schema, document, given.operationName),
          };
      } catch {
        // Apollo hears of it in a moment.
      }
      return askApollo(request, context, running);
    },
    async stop() {
      await Promise.all([...servers.values()].map(async ({ apollo }) => (await apollo).stop()));
    },
  };
}

/** What a body says beside the text of its document. */
interface SimpleBody {
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** The body of a POST, where it is all that Apollo would take without a word and names no registered document. */
function simpleBody({ method, body }: HttpRequest): SimpleBody | null {
  if (method !== 'POST') return null;
  const { operationName, variables, extensions } = body as Record<keyof SimpleBody, unknown>;
  const isSimple =
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || isRecord(variables)) &&
    (extensions === undefined || extensions === null || (isRecord(extensions) && !extensions['persistedQuery']));
  return isSimple ? (body as SimpleBody) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const run = (context: RequestContext, document: DocumentNode, { operationName, variables, extensions }: SimpleBody): Promise<Result> =>
  executeOperation(context, document, operationName, variables ?? {}, { explain: extensions?.['explain'] === true });

/** Documents that clients registered; a text is in it by its own hash, so it matters to nobody who put it there. */
const MAX_DOCUMENT_CHARACTERS = 8 * 1024 * 1024;

function documentCache(): DocumentCache {
  const texts = new LRUCache<string, string>({
    maxSize: MAX_DOCUMENT_CHARACTERS,
    sizeCalculation: (text, key) => text.length + key.length,
  });
  return {
    get: (key) => Promise.resolve(texts.get(key)),
    set: (key, text) => {
      texts.set(key, text);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(texts.delete(key)),
  };
}

/** Memory for parsed documents, of all schemas. */
const MAX_PARSED_BYTES = 32 * 1024 * 1024;
/** A token of a parsed document with its share of the nodes, in bytes (measured: 260 to 520). */
const BYTES_PER_TOKEN = 500;

/** Apollo's own store counts a document as its JSON, a quarter of the memory that it takes, and has one for each schema. */
const parsedDocuments = () =>
  new LRUCache<string, DocumentNode>({
    maxSize: MAX_PARSED_BYTES,
    sizeCalculation: (document) => BYTES_PER_TOKEN * (document as { tokenCount?: number }).tokenCount!,
  });

/** The documents of one schema, as Apollo asks for them: by a prefix of its own and the SHA-256 of their text. */
function storeOf(documents: LRUCache<string, DocumentNode>, prefix: string): DocumentStore {
  const keyOf = (key: string): string => prefix + key.slice(-64);
  return {
    get: (key) => Promise.resolve(documents.get(keyOf(key))),
    set: (key, document) => {
      documents.set(keyOf(key), document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(keyOf(key))),
  };
}

type DocumentStore = NonNullable<ApolloServerOptionsWithGateway<ApiContext>['documentStore']>;
type DocumentCache = NonNullable<Exclude<ApolloServerOptionsWithGateway<ApiContext>['persistedQueries'], false | undefined>['cache']>;

async function startServer(
  model: Model,
  documents: { readonly registered: DocumentCache; readonly parsed: DocumentStore },
): Promise<ApolloServer<ApiContext>> {
  const server = new ApolloServer<ApiContext>({
    gateway: gatewayTo(model),
    introspection: true,
    persistedQueries: { cache: documents.registered },
    documentStore: documents.parsed,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Tokens travel as bearer only, there are no cookies for another site to use.
    csrfPrevention: false,
    stringifyResult: stringify as never,
    // The cache-control plugin would wrap every field.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      answerPlugin(model),
    ],
  });
  await server.start();
  return server;
}

type GatewayInterface = NonNullable<ApolloServerOptionsWithGateway<ApiContext>['gateway']>;

/** Apollo's hook for foreign executors: it gets the parsed, validated operation and may answer with text. */
function gatewayTo(model: Model): GatewayInterface {
  return {
    load: () =>
      Promise.resolve({
        schema: model.schema,
        executor: async (request) => {
          const context = request.context as ApiContext;
          const result = await (context.answer.done ?? run(context, request.document, request.request));
          if (result.data instanceof RawJson) answers.set(result.data, context.answer);
          return result as never;
        },
      }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: model.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

type Response = GraphQLRequestContextWillSendResponse<ApiContext>;

/** What happens to an answer before it is sent, one after the other. It is one plugin: each costs every request something. */
function answerPlugin({ schema }: Model): ApolloServerPlugin<ApiContext> {
  const willSendResponse = (response: Response): Promise<void> => {
    chooseStatus(response);
    mergeFaults(response, schema);
    closeSchema(response, schema);
    tellWhyUnauthenticated(response);
    tellWhenToComeBack(response);
    noteSecrets(response, schema);
    return Promise.resolve();
  };
  const listener = Promise.resolve({ willSendResponse });
  return { requestDidStart: () => listener };
}

/**
 * GraphQL over HTTP: who takes plain JSON learns of a refused operation from the body alone, a status of 400 is for
 * `application/graphql-response+json` (and for requests that hold no operation at all).
 */
function chooseStatus({ request, response, errors }: Response): void {
  if (response.http.status !== 400) return;
  const isPlainJson = !request.http?.headers.get('accept')?.includes('application/graphql-response+json');
  const isNoRequest = errors?.some(({ extensions }) => extensions['code'] === 'BAD_REQUEST');
  if (isPlainJson && !isNoRequest) response.http.status = 200;
}

/** Faults in literals are found by validation; they get the same form as faults in variables. */
function mergeFaults({ response, errors, document, contextValue }: Response, schema: GraphQLSchema): void {
  if (response.body.kind !== 'single' || !errors || !document) return;
  const { singleResult } = response.body;
  singleResult.errors = mergeLiteralFaults(singleResult.errors ?? [], errors, document, schema, contextValue.language);
}

/** Where the schema is not open, its errors must not describe it. */
function closeSchema({ response, document, contextValue: { viewer, hasOpenSchema, language } }: Response, schema: GraphQLSchema): void {
  if (viewer || hasOpenSchema || response.body.kind !== 'single') return;
  const { singleResult } = response.body;
  if (singleResult.errors) singleResult.errors = withoutSchema(singleResult.errors, { schema, document, language });
}

/**
 * Whoever is not signed in learns why, with the same status for every reason. It is the last word on the status: what is there and
 * what is not must not be told apart where the schema is closed.
 */
function tellWhyUnauthenticated({ response, contextValue }: Response): void {
  if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
  const { singleResult } = response.body;
  const { unauthenticatedReason: reason = 'MISSING', language } = contextValue;
  const isMeant = ({ extensions }: GraphQLFormattedError): boolean => extensions?.['code'] === 'UNAUTHENTICATED';
  if (!singleResult.errors!.some(isMeant)) return;
  const { message, extensions } = localized(Unauthenticated({ reason }), language);
  singleResult.errors = singleResult.errors!.map((error) => (isMeant(error) ? { ...error, message, extensions } : error));
  if (!singleResult.data) response.http.status = statusOf('UNAUTHENTICATED');
}

/** An error that says when to come back says so to HTTP as well. */
function tellWhenToComeBack({ response, contextValue }: Response): void {
  const { errors = [], data } = response.body.kind === 'single' ? response.body.singleResult : {};
  const { code, retryAfterSeconds } = (errors[0]?.extensions ?? {}) as { code?: string; retryAfterSeconds?: number };
  contextValue.answer.errorCode = code ?? null;
  if (retryAfterSeconds === undefined) return;
  // An answer of which only parts are missing is one all the same.
  if (!data) response.http.status = statusOf(code);
  response.http.headers.set('retry-after', String(retryAfterSeconds));
}

const secretNames = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The mutations that answer with tokens, keys or links. */
function secretFields(schema: GraphQLSchema): ReadonlySet<string> {
  let names = secretNames.get(schema);
  if (!names) {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    names = new Set(
      mutations.flatMap(({ name, extensions }) => {
        const { isOpen, writesSecrets } = (extensions['access'] ?? {}) as RootAccess;
        return isOpen || writesSecrets ? [name] : [];
      }),
    );
    secretNames.set(schema, names);
  }
  return names;
}

function noteSecrets({ document, request, contextValue: { answer } }: Response, schema: GraphQLSchema): void {
  answer.holdsSecrets = document !== undefined && hasSecrets(schema, document, request.operationName);
}

/**
 * Whether an answer may hold a token next to text that somebody else chose. It must not be compressed: its length would tell how much of
 * the token the text has guessed. Bearer tokens keep other sites from sending such requests; this is for whatever else may.
 */
function hasSecrets(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined): boolean {
  if (getOperationAST(document, operationName)?.operation !== 'mutation') return false;
  const names = secretFields(schema);
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (!names.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Apollo passes an answer on as a string; compiled ones are bytes already and go round it. */
interface Answer {
  body: readonly (Buffer | string)[] | null;
  errorCode: string | null;
  holdsSecrets: boolean;
  /** The operation, where it has been run already. */
  readonly done?: Promise<Result>;
}
interface ApiContext extends RequestContext {
  readonly answer: Answer;
}
const answers = new WeakMap<RawJson, Answer>();

function stringify(result: Result): string {
  const body = bodyOf(result);
  if (result.data instanceof RawJson) answers.get(result.data)!.body = body;
  return result.data instanceof RawJson ? '' : body.join('');
}

function bodyOf({ data, errors, extensions }: Result): (Buffer | string)[] {
  if (data === undefined) return [JSON.stringify({ errors, extensions })];
  const before = `{${errors ? `"errors":${JSON.stringify(errors)},` : ''}"data":`;
  const after = `${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`;
  return joined([before, ...(data instanceof RawJson ? data.pieces : [JSON.stringify(data)]), after]);
}

/** The same pieces, texts next to each other made one. */
function joined(pieces: readonly (Buffer | string)[]): (Buffer | string)[] {
  const all: (Buffer | string)[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all;
}
