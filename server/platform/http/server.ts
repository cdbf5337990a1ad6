import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import cors from '@fastify/cors';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { getOperationAST, GraphQLError, Kind, parse, type DocumentNode } from 'graphql';
import type { Auth, RequestContext, Services, Viewer } from '../../core/context.js';
import { checkVariables, createDocumentGate, type DocumentLimits } from '../../core/document-limits.js';
import { knownFailure } from '../../core/database/failures.js';
import { CrmError, Internal, localized, Unauthenticated, type UnauthenticatedReason } from '../../core/errors.js';
import { idempotencyKeyOf } from '../../core/idempotency.js';
import { chooseLanguage, say } from '../../core/messages.js';
import { closedRoot } from '../../core/open-fields.js';
import type { Model } from '../../core/read/plan.js';
import type { Api, HttpAnswer } from '../api/api.js';
import { BadRequest } from '../api/bad-request.js';
import type { DocumentRequest, FindDocument } from '../api/documents.js';
import { accountPage } from '../account-page/account-page.js';
import { explorer, type ExplorerPreset } from '../explorer/explorer.js';
import type pg from 'pg';
import { chooseEncoding, compress, MIN_COMPRESSED } from './compression.js';
import { createDrain, PROBES, quietTurn } from './drain.js';
import { createHostCheck, type HostRules } from './hosts.js';
import type { RequestLimiter } from './limiter.js';
import { fileRoutes } from '../files/routes.js';
import type { FileKeeper } from '../files/files.js';
import type { Log } from './log.js';
import { networkOf } from './network.js';
import { corsOptions, createOriginCheck } from './origins.js';
import { createJsonMeter, MIN_METERED_BYTES } from './json-meter.js';
import { BodyRefused, createByteBudget, dropRest, freePart, isReceived, receiveBody, type Body } from './receive-body.js';
import { createRefusals, type Refusals } from './refusals.js';
import { createTraffic, type Traffic, type TrafficLimits } from './traffic.js';
import { trustProxy } from './trust-proxy.js';
import { createTurns } from './turns.js';

/** Who may speak to the server, and under which names. */
export interface EdgeOptions extends HostRules {
  /** How many proxies stand in front, or which: their word on a caller's address, host and protocol is taken. */
  readonly trustProxy: number | readonly string[];
  /** Origins whose pages may ask; `loopback` stands for every page of the caller's own machine. */
  readonly origins: readonly string[];
}

export interface ServerOptions {
  readonly api: Api;
  readonly services: Services;
  readonly auth: Auth;
  /** The schema a viewer works with: the product's, or their organisation's extension of it. */
  readonly modelOf: (viewer: Viewer | null) => Model;
  readonly log: Log;
  readonly edge: EdgeOptions;
  readonly limiter: RequestLimiter;
  readonly files: FileKeeper;
  /** Finds who comes with the address of a file: they have no organisation yet. */
  readonly system: pg.Pool;
  readonly findDocument: FindDocument;
  /** Whether callers who are not signed in may look at the schema. */
  readonly hasOpenSchema: boolean;
  readonly limits: DocumentLimits & { readonly maxVariableDepth: number; readonly maxCost: number };
  readonly bodyLimitBytes: number;
  readonly traffic: TrafficLimits;
  /** How long load balancers may take to stop sending requests; 0 does not wait for them. */
  readonly drainTimeoutMs: number;
  readonly clock: () => Date;
  /** Null when ready; else what is missing. */
  readonly readiness: () => Promise<string | null>;
  /** What the explorer's examples are filled in with. */
  readonly explorerPreset?: () => Promise<ExplorerPreset>;
  /** Who may ask for the schema in the explorer. */
  readonly explorerIntrospection: 'everyone' | 'signedIn' | 'nobody';
  /** What the explorer says before its examples. */
  readonly explorerNote?: string;
}

/** A connection over which nothing has gone for so long, either way, is closed. */
const SILENT_MS = 120_000;
/** How often node looks for requests whose head is late. */
const LOOK_EVERY_MS = 1000;

/** Answers that are not compressed: they hold secrets. */
const uncompressed = new WeakSet<FastifyReply>();

/** The HTTP side: one route for GraphQL, the explorer, the page that links lead to, and the probes. */
export async function createHttpServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log, readiness, edge } = options;
  const traffic = createTraffic(options.traffic, { trustProxy: edge.trustProxy, log });
  const app = fastify({
    logger: false,
    connectionTimeout: SILENT_MS,
    // Of the whole request there is a time limit of ours, with which uploads can be longer.
    http: { requestTimeout: 0, headersTimeout: options.traffic.headTimeoutMs, connectionsCheckingInterval: LOOK_EVERY_MS },
    clientErrorHandler: (error, socket) => traffic.refuseMalformed(error, socket),
    trustProxy: trustProxy(options.edge.trustProxy),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // Whoever came in before the door was shut is served.
    return503OnClosing: false,
    frameworkErrors: (_error, _request, reply) =>
      void answerError(reply as FastifyReply, 400, BadRequest({ reason: say('texts.http.address') })),
  });
  traffic.watch(app.server);
  const checks = [createHostCheck(edge), createOriginCheck(edge.origins)];
  const drain = createDrain(options.drainTimeoutMs);
  const refusals = createRefusals();
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (traffic.isRefused(raw.socket)) return void reply.hijack();
    drain.note(raw, reply.raw);
    reply.header('x-request-id', request.id);
    if (PROBES.includes(request.url)) return done();
    const crowded = traffic.enter(request.ip, raw, reply.raw);
    if (crowded) return void refuseLater(options, refusals, reply, crowded);
    for (const check of checks) {
      const refused = check(request);
      if (refused) return void refuse(log, reply, refused.definition.status, refused);
    }
    done();
  });
  if (edge.origins.length > 0) await app.register(cors, corsOptions(edge.origins));
  app.removeAllContentTypeParsers();
  // The body is read in the route, when it is known who sends it.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      const errorId = randomUUID();
      log.error('http.fault', { errorId, requestId: request.id, message: error.message });
      return answerError(reply, status, Internal({ errorId }));
    }
    return answerError(reply, status, BadRequest({ reason: say('texts.http.unreadable') }));
  });
  app.setNotFoundHandler((request, reply) => {
    if (/^\/graphql(?:[?#]|$)/.test(request.url))
      return answerError(reply.header('allow', 'GET, POST'), 405, BadRequest({ reason: say('texts.http.methods') }));
    return answerError(reply, 404, BadRequest({ reason: say('texts.http.nothingThere', { url: request.url.slice(0, 200) }) }));
  });

  // Closing waits for connections: one that is being answered must not be kept alive after its answer.
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    if (app.server.listening) {
      const started = performance.now();
      const result = await drain.run();
      const durationMs = Math.round(performance.now() - started);
      if (result === 'drained') log.info('server.drained', { durationMs });
      else if (result === 'timedOut') log.warn('server.drain.late', { durationMs });
    }
    await quietTurn(app.server);
    await new Promise((resolve) => app.server.close(resolve));
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    reply.header('x-content-type-options', 'nosniff');
    const rest = isReceived(request.raw) ? null : dropRest(request.raw, options.traffic.requestTimeoutMs);
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    const encoding = isWhole && payload.length >= MIN_COMPRESSED && !uncompressed.has(reply) ? chooseEncoding(reply, payload.length) : null;
    // Who was too slow is not waited for once more.
    const before = rest && reply.statusCode !== 408 && closesConnection(request, reply) ? rest : null;
    if (!encoding && !before) return done(null, payload);
    finish(payload, encoding).then((body) => done(null, body), done);

    async function finish(body: unknown, chosen: 'br' | 'gzip' | null): Promise<unknown> {
      await before;
      if (!chosen) return body;
      const compressed = await compress(body as string | Buffer, chosen, 'each');
      reply.header('content-encoding', chosen).header('content-length', compressed.length);
      return compressed;
    }
  });

  /** Sends an answer piece by piece where nothing has to be done to it: made one, it would take as much memory again. */
  const send = (request: FastifyRequest, reply: FastifyReply, { body: pieces, isOwn }: HttpAnswer): FastifyReply => {
    const bytes = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
    const mayCompress = bytes >= MIN_COMPRESSED && !uncompressed.has(reply);
    const isForFastify = isClosing || !isReceived(request.raw) || (mayCompress && request.headers['accept-encoding'] !== undefined);
    if (isForFastify) return reply.send(Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))));
    if (mayCompress) chooseEncoding(reply, bytes);
    reply.header('x-content-type-options', 'nosniff').header('content-length', bytes);
    const { raw } = reply.hijack();
    raw.writeHead(raw.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
    raw.cork();
    for (const piece of pieces) raw.write(piece);
    raw.end();
    if (isOwn) raw.once('finish', () => pieces.forEach((piece) => typeof piece === 'string' || freePart(piece)));
    return reply;
  };
  const handle = graphqlHandler(options, traffic, refusals, send);
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: handle });
  app.get('/livez', (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    const missing = await readiness();
    return reply
      .status(missing ? 503 : 200)
      .type('text/plain')
      .send(missing ? `${missing}\n` : 'ok\n');
  });
  await app.register(explorer, {
    ...(options.explorerPreset && { preset: options.explorerPreset }),
    ...(options.explorerNote && { note: options.explorerNote }),
    introspection: options.explorerIntrospection,
  });
  await app.register(accountPage);
  await app.register(fileRoutes, {
    system: options.system,
    services: options.services,
    files: options.files,
    limiter: options.limiter,
    traffic: options.traffic,
    clock: options.clock,
    refuse: (reply: FastifyReply, status: number, error: CrmError) => refuse(log, reply, status, error),
    fail: (reply: FastifyReply, error: unknown) => {
      const known = knownFailure(error);
      if (known) return refuse(log, reply, known.definition.status, known);
      const errorId = randomUUID();
      log.error('http.fault', { errorId, requestId: reply.request.id, message: String(error) });
      return answerError(reply, 500, Internal({ errorId }));
    },
  });
  return app;
}

/** Whether the connection ends with the answer. */
const closesConnection = ({ raw }: FastifyRequest, reply: FastifyReply): boolean =>
  raw.httpVersion === '1.0' || /\bclose\b/i.test(raw.headers.connection ?? '') || reply.getHeader('connection') === 'close';

function graphqlHandler(
  options: ServerOptions,
  crowd: Traffic,
  refusals: Refusals,
  send: (request: FastifyRequest, reply: FastifyReply, answer: HttpAnswer) => FastifyReply,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const { api, services, auth, modelOf, log, limits, limiter, findDocument, hasOpenSchema, clock } = options;
  const gate = createDocumentGate(limits);
  const { traffic, bodyLimitBytes } = options;
  const openBodies = createByteBudget({ perKey: traffic.openBytesPerAddress, all: traffic.openBytes });
  const bodies = createByteBudget({ perKey: traffic.bodiesPerUser * bodyLimitBytes, all: traffic.bodies * bodyLimitBytes });
  const { requestTimeoutMs: timeoutMs } = traffic;
  const openLimit = Math.min(traffic.openBodyBytes, bodyLimitBytes);
  const turns = createTurns();
  const receive = ({ raw, ip }: FastifyRequest, viewer: Viewer | null): Promise<Body> => {
    // Without an announced length it may be anything.
    const look = Number(raw.headers['content-length'] ?? Infinity) > MIN_METERED_BYTES ? createJsonMeter() : undefined;
    return viewer
      ? receiveBody(raw, { limit: bodyLimitBytes, budget: bodies, key: viewer.userId, timeoutMs, look })
      : receiveBody(raw, { limit: openLimit, budget: openBodies, key: networkOf(ip), timeoutMs, look });
  };
  const parseDocument = (text: string): DocumentNode => {
    const refused = gate(text);
    if (refused) throw refused;
    return parse(text);
  };

  return async (request, reply) => {
    const started = performance.now();
    const metrics = { statementCount: 0 };
    const reportFault = (error: unknown): string => {
      const errorId = randomUUID();
      const { name = '', message = String(error), stack = '' } = error as Partial<Error>;
      log.error('fault', { errorId, requestId: request.id, errorName: name, message, stack });
      return errorId;
    };

    // Every answer is about one caller.
    reply.header('cache-control', 'no-store');
    const credential = credentialOf(request);
    const viewer = credential.token
      ? await auth
          .viewerOf(credential.token, request.ip)
          .catch((error: unknown) =>
            error instanceof CrmError ? error : (knownFailure(error) ?? Internal({ errorId: reportFault(error) })),
          )
      : null;
    if (viewer instanceof CrmError) return refuse(log, reply, viewer.definition.status, viewer);
    const crowded = viewer ? null : crowd.enterOpen(request.ip, reply.raw);
    if (crowded) return refuseLater(options, refusals, reply, crowded);
    const excess = viewer ? limiter.countRequest(viewer) : limiter.countOpenRequest(request.ip);
    if (excess) return refuse(log, reply, excess.definition.status, excess);
    const reason = credential.token && !viewer ? auth.refusalReason(credential.token) : credential.reason;

    if (request.method === 'POST' && !isJson(request))
      return refuse(log, reply, 415, BadRequest({ reason: say('texts.http.contentType') }));
    const content = request.method === 'POST' ? await receive(request, viewer).catch(bodyRefused) : null;
    if (content instanceof BodyRefused) return refuse(log, reply, content.status, content.refusal);
    const turn = turns.take(viewer?.org ?? networkOf(request.ip), pauseFor(content?.bytes.length ?? 0));
    if (turn) await turn;
    const given = content ? readBody(request, content.bytes) : readSearch(request);
    content?.release();
    if (given instanceof GraphQLError) return refuse(log, reply, 400, given);
    const text = findDocument(given.operation);
    if (text instanceof GraphQLError) return refuse(log, reply, 400, text);
    const { operation, search, body } = text === null ? given : withDocument(given, text);
    const model = modelOf(viewer);
    // What is known has passed the gate before.
    const document = typeof operation.query === 'string' ? api.find(model, operation.query) : null;
    const refused = (document ? null : checkDocument(gate, operation)) ?? checkVariables(operation.variables, limits.maxVariableDepth);
    if (refused) return refuse(log, reply, 400, refused);
    const idempotencyKey = idempotencyKeyOf(request.headers['idempotency-key'], extensionOf(operation, 'idempotencyKey'));
    if (idempotencyKey instanceof CrmError) return refuse(log, reply, 400, idempotencyKey);
    // A stale token must not keep anyone from signing in again.
    if (credential.token && !viewer && !isOpenMutation(model, operation)) return refuse(log, reply, 401, Unauthenticated({ reason }));
    const context: RequestContext = {
      requestId: request.id,
      services,
      model,
      viewer,
      unauthenticatedReason: reason,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      language: chooseLanguage(request.headers['accept-language'], viewer?.language),
      idempotencyKey,
      now: clock(),
      maxCost: limits.maxCost,
      hasOpenSchema,
      metrics,
      parseDocument,
      reportFault,
    };
    const answer = await api.handle({ method: request.method, headers: request.headers, search, body, document }, context);
    // Who is refused in a moment asks again in the next one.
    if (answer.status === 503) await refusals.due(viewer?.org ?? networkOf(request.ip));
    if (answer.holdsSecrets) uncompressed.add(reply);
    if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
    reply.status(answer.status);
    for (const [name, value] of answer.headers) reply.header(name, value);
    const { operationName } = operation;
    log.info('request.done', {
      requestId: request.id,
      status: answer.status,
      durationMs: Math.round((performance.now() - started) * 10) / 10,
      statements: metrics.statementCount,
      ...(typeof operationName === 'string' && { operationName }),
      ...(answer.errorCode !== null && { errorCode: answer.errorCode }),
    });
    return send(request, reply, answer);
  };
}

/** The token or API key of a request, or why there is none. */
function credentialOf({ headers: { authorization = '' } }: FastifyRequest): { token: string | null; reason: UnauthenticatedReason } {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? null;
  // Explorers send the header before they have a token.
  return { token, reason: /^(Bearer)?\s*$/i.test(authorization) ? 'MISSING' : 'MALFORMED' };
}

function bodyRefused(error: unknown): BodyRefused {
  if (error instanceof BodyRefused) return error;
  throw error;
}

/** Whether the operation to run is a mutation that is open to everyone. */
function isOpenMutation({ schema }: Model, { query, operationName }: Operation): boolean {
  if (typeof query !== 'string') return false;
  try {
    const { definitions, ...document } = parse(query);
    const operation = getOperationAST({ definitions, ...document }, typeof operationName === 'string' ? operationName : null);
    if (operation?.operation !== 'mutation') return false;
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    return closedRoot(schema, { ...document, definitions: [operation, ...fragments] }, false) === null;
  } catch {
    return false;
  }
}

/** V8 frees texts of this size and more one by one, in a pause that stops everybody. */
const LARGE_BYTES = 131_072;
/** What a megabyte of such a body is charged for that pause. */
const PAUSE_MS_PER_MB = 80;
const pauseFor = (bytes: number): number => (bytes < LARGE_BYTES ? 0 : (bytes / 1_000_000) * PAUSE_MS_PER_MB);

/** JSON is UTF-8; bytes that are not must not become other text. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

const isJson = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';

/** What a request holds, as we look at it and as Apollo will. */
interface Given {
  readonly operation: Operation;
  readonly search: string;
  readonly body: unknown;
}
interface Operation extends DocumentRequest {
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

const extensionOf = ({ extensions }: Operation, name: string): unknown => (Object(extensions) as Record<string, unknown>)[name];

/** The operation of a POST, or why there can't be one. */
function readBody(request: FastifyRequest, content: Buffer): Given | GraphQLError {
  const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  try {
    const body = JSON.parse(utf8.decode(content)) as unknown;
    if (Array.isArray(body)) return BadRequest({ reason: say('texts.http.oneOperation') });
    return { operation: Object(body) as Operation, search, body };
  } catch {
    return BadRequest({ reason: say('texts.http.notJson') });
  }
}

/** The operation of a GET, read as Apollo will read it: what is no JSON it refuses. */
function readSearch(request: FastifyRequest): Given {
  const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  const parameters = new URLSearchParams(search);
  const text = (name: string): string | undefined => parameters.get(name) ?? undefined;
  const json = (name: string): unknown => {
    try {
      return JSON.parse(parameters.get(name) ?? 'null') as unknown;
    } catch {
      return null;
    }
  };
  const operation = {
    query: text('query'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
    documentId: text('documentId'),
    id: text('id'),
  };
  return { operation, search, body: undefined };
}

/** The request as if its document had come along in full. */
function withDocument({ operation, search, body }: Given, query: string): Given {
  if (body !== undefined) {
    const { persistedQuery: _, ...extensions } = Object(operation.extensions) as Record<string, unknown>;
    return { operation: { ...operation, query }, search, body: { ...(body as object), query, extensions } };
  }
  const parameters = new URLSearchParams(search);
  parameters.set('query', query);
  parameters.delete('extensions');
  return { operation: { ...operation, query }, search: `?${parameters.toString()}`, body };
}

const checkDocument = (gate: (text: string) => GraphQLError | null, { query }: Operation): GraphQLError | null =>
  typeof query === 'string' ? gate(query) : null;

/** Answers a request that goes no further, and leaves its code in the log. */
function refuse(log: Log, reply: FastifyReply, status: number, error: GraphQLError): FastifyReply {
  log.info('request.refused', { requestId: reply.request.id, status, errorCode: String(error.extensions['code']) });
  return answerError(reply, status, error);
}

/** Refuses what comes in too great a number when it is time for another refusal; one far too many is not answered. */
async function refuseLater({ log }: ServerOptions, refusals: Refusals, reply: FastifyReply, error: CrmError): Promise<FastifyReply> {
  if (await refusals.due(networkOf(reply.request.ip))) return refuse(log, reply, error.definition.status, error);
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function answerError(reply: FastifyReply, status: number, error: GraphQLError): FastifyReply {
  const { message, extensions } = localized(error, chooseLanguage(reply.request.headers['accept-language']));
  const { retryAfterSeconds } = extensions as { retryAfterSeconds?: number };
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  if (status === 408) reply.header('connection', 'close');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .status(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
}
