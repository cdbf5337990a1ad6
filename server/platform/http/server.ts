import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import type { Auth, RequestContext, Services, Viewer } from '../../core/context.js';
import { checkVariables, createDocumentGate, type DocumentLimits } from '../../core/document-limits.js';
import { knownFailure } from '../../core/database/failures.js';
import { CrmError, defineError, Internal, localized, Unauthenticated } from '../../core/errors.js';
import { chooseLanguage } from '../../core/messages.js';
import type { Model } from '../../core/read/plan.js';
import type { Api } from '../api/api.js';
import { explorer, type ExplorerPreset } from '../explorer/explorer.js';
import type { Log } from './log.js';

export const BadRequest = defineError<{ reason: string }>('BAD_REQUEST', {
  status: 400,
  description: 'The HTTP request is not one that GraphQL can be asked with.',
  message: ({ reason }) => reason,
});

export interface ServerOptions {
  readonly api: Api;
  readonly services: Services;
  readonly auth: Auth;
  /** The schema a viewer works with: the product's, or their organisation's extension of it. */
  readonly modelOf: (viewer: Viewer | null) => Model;
  readonly log: Log;
  readonly limits: DocumentLimits & { readonly maxVariableDepth: number; readonly maxCost: number };
  readonly bodyLimitBytes: number;
  readonly clock: () => Date;
  /** Null when ready; else what is missing. */
  readonly readiness: () => Promise<string | null>;
  /** What the explorer's examples are filled in with. */
  readonly explorerPreset?: () => Promise<ExplorerPreset>;
}

/** The HTTP side: one route for GraphQL, the explorer, and the probes. */
export async function createHttpServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log, readiness } = options;
  const app = fastify({
    logger: false,
    bodyLimit: options.bodyLimitBytes,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) =>
      void answerError(reply as FastifyReply, 400, BadRequest({ reason: 'The address can not be read.' })),
  });
  app.removeAllContentTypeParsers();
  // The body is parsed in the route, so that malformed JSON is answered in GraphQL's form.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      const errorId = randomUUID();
      log.error('http.fault', { errorId, requestId: request.id, message: error.message });
      return answerError(reply, status, Internal({ errorId }));
    }
    return answerError(
      reply,
      status,
      BadRequest({ reason: status === 413 ? `The body is larger than ${options.bodyLimitBytes} bytes.` : 'The request can not be read.' }),
    );
  });
  app.setNotFoundHandler((request, reply) => {
    if (/^\/graphql(?:[?#]|$)/.test(request.url))
      return answerError(reply.header('allow', 'GET, POST'), 405, BadRequest({ reason: '/graphql takes POST, and GET for queries.' }));
    return answerError(reply, 404, BadRequest({ reason: `There is nothing at ${request.url.slice(0, 200)}. GraphQL is at /graphql.` }));
  });

  // Closing waits for connections: one that is being answered must not be kept alive after its answer.
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });

  const handle = graphqlHandler(options);
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: handle });
  app.get('/livez', (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    const missing = await readiness();
    return reply
      .status(missing ? 503 : 200)
      .type('text/plain')
      .send(missing ? `${missing}\n` : 'ok\n');
  });
  await app.register(explorer, { ...(options.explorerPreset && { preset: options.explorerPreset }) });
  return app;
}

function graphqlHandler(options: ServerOptions): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const { api, services, auth, modelOf, log, limits, clock } = options;
  const gate = createDocumentGate(limits);
  const parseDocument = (text: string): DocumentNode => {
    const refused = gate(text);
    if (refused) throw refused;
    return parse(text);
  };

  return async (request, reply) => {
    const started = performance.now();
    const tally = { statements: 0 };
    reply.header('x-request-id', request.id);
    if (request.method === 'POST' && !isJson(request))
      return answerError(reply, 415, BadRequest({ reason: 'Send the operation as application/json.' }));
    const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const body = request.method === 'POST' ? readBody(request) : undefined;
    const refused = body instanceof GraphQLError ? body : checkDocument(gate, limits.maxVariableDepth, body ?? readSearch(search));
    if (refused) return answerError(reply, 400, refused);
    const reportFault = (error: unknown): string => {
      const errorId = randomUUID();
      const { name = '', message = String(error), stack = '' } = error as Partial<Error>;
      log.error('fault', { errorId, requestId: request.id, errorName: name, message, stack });
      return errorId;
    };

    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const viewer = token
      ? await auth.viewerOf(token).catch((error: unknown) => knownFailure(error) ?? Internal({ errorId: reportFault(error) }))
      : null;
    if (viewer instanceof CrmError) return answerError(reply, viewer.definition.status, viewer);
    // A stale token must not keep anyone from signing in again.
    const isSigningIn =
      typeof (body as { query?: unknown } | undefined)?.query === 'string' && (body as { query: string }).query.includes('signIn');
    if (token && !viewer && !isSigningIn) return answerError(reply, 401, Unauthenticated({}));
    const context: RequestContext = {
      requestId: request.id,
      services,
      model: modelOf(viewer),
      viewer,
      language: chooseLanguage(request.headers['accept-language'], viewer?.language),
      now: clock(),
      maxCost: limits.maxCost,
      tally,
      parseDocument,
      reportFault,
    };
    const answer = await api.handle({ method: request.method, headers: request.headers, search, body }, context);
    reply.status(answer.status);
    for (const [name, value] of answer.headers) reply.header(name, value);
    const operationName = (body as { operationName?: unknown } | undefined)?.operationName;
    log.info('request.done', {
      requestId: request.id,
      status: answer.status,
      durationMs: Math.round((performance.now() - started) * 10) / 10,
      statements: tally.statements,
      ...(typeof operationName === 'string' && { operationName }),
    });
    return reply.send(answer.body);
  };
}

/** JSON is UTF-8; bytes that are not must not become other text. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

const isJson = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';

/** The JSON body of a POST, or why it can't be one. */
function readBody(request: FastifyRequest): unknown {
  try {
    const body = JSON.parse(utf8.decode((request.body as Buffer | undefined) ?? Buffer.of())) as unknown;
    if (Array.isArray(body)) return BadRequest({ reason: 'One operation a request: arrays of operations are not taken.' });
    return body;
  } catch {
    return BadRequest({ reason: 'The body is not JSON. Send {"query": "…", "variables": {…}}.' });
  }
}

/** The operation of a GET, read as Apollo will read it. */
function readSearch(search: string): { query: string | null; variables: unknown } {
  const parameters = new URLSearchParams(search);
  try {
    return { query: parameters.get('query'), variables: JSON.parse(parameters.get('variables') ?? 'null') as unknown };
  } catch {
    return { query: parameters.get('query'), variables: null };
  }
}

function checkDocument(gate: (text: string) => GraphQLError | null, maxVariableDepth: number, operation: unknown): GraphQLError | null {
  const { query, variables } = operation as { query?: unknown; variables?: unknown };
  const document = typeof query === 'string' ? gate(query) : null;
  return document ?? (variables === undefined || variables === null ? null : checkVariables(variables, maxVariableDepth));
}

function answerError(reply: FastifyReply, status: number, error: GraphQLError): FastifyReply {
  const { message, extensions } = localized(error, chooseLanguage(reply.request.headers['accept-language']));
  return reply
    .status(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
}
