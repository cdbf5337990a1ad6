import { isIPv6 } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import type { Auth, Services, Viewer } from './core/context.js';
import { connectDatabase, type Database } from './core/database/database.js';
import { migrate } from './core/database/migrate.js';
import { APP_ROLE, SYSTEM_ROLE } from './core/database/roles.js';
import { createTransactions, type Transactions } from './core/database/transactions.js';
import { problemOf } from './core/database/write-health.js';
import { bringStandardLabels } from './core/picklist-labels.js';
import type { Model } from './core/read/plan.js';
import { buildModel } from './core/schema/build-schema.js';
import { migrations } from './migrations/index.js';
import { registry } from './modules/index.js';
import { resolvers } from './modules/resolvers.js';
import { accountDocuments } from './platform/account-page/account-page.js';
import { createApi } from './platform/api/api.js';
import { createIntrospector } from './platform/api/introspection.js';
import { createDocumentFinder, readDocuments } from './platform/api/documents.js';
import { createAuth } from './platform/auth/auth.js';
import { startCleaning } from './platform/cleaning.js';
import { createSigningKeys } from './platform/auth/signing-keys.js';
import type { ExplorerPreset } from './platform/explorer/explorer.js';
import { createFiles } from './platform/files/files.js';
import { createLimiter, type Budgets } from './platform/http/limiter.js';
import { createHttpServer, type EdgeOptions } from './platform/http/server.js';
import { defaultTraffic, type TrafficLimits } from './platform/http/traffic.js';
import type { Log } from './platform/http/log.js';
import { createWorkers, noWorkers, type Workers } from './platform/jobs/workers.js';

/** The server, composed and not yet listening. */
export interface App {
  readonly http: FastifyInstance;
  readonly services: Services;
  readonly database: Database;
  readonly model: Model;
  /** An ORM in the system role, for what makes or crosses organisations. */
  readonly systemOrm: () => Promise<MikroORM>;
  /** Answers what is under way, then lets go of everything. */
  close(): Promise<void>;
}

/** What can be left out is closed, and nobody is limited. */
export interface AppOptions {
  readonly config: Pick<
    Config,
    'limits' | 'bodyLimitBytes' | 'readPool' | 'writePool' | 'statementTimeoutMs' | 'tokenLifetimeMinutes' | 'sessionLifetimeDays'
  > &
    Partial<Pick<Config, 'publicUrl' | 'edge' | 'budgets' | 'documents' | 'demo' | 'jobs' | 'files' | 'drainTimeoutMs'>> & {
      readonly traffic?: Partial<TrafficLimits>;
    };
  readonly urls: { readonly owner: string; readonly app: string; readonly system: string };
  readonly log: Log;
  /** Whose address the explorer's sign-in example starts with; the other examples then are about one of their accounts. */
  readonly explorerEmail?: string;
  /** Tests give viewers other access shapes and organisations other schemas through these. */
  readonly wrapAuth?: (auth: Auth) => Auth;
  readonly modelOf?: (base: Model, viewer: Viewer | null) => Model;
  readonly isMigrated?: boolean;
  /** Tests set it. */
  readonly clock?: () => Date;
  /** How long a job may keep its place while another organization waits for one; tests set it. */
  readonly jobTurnMs?: number;
}

const closedEdge: EdgeOptions = { trustProxy: 0, hosts: [], takesAnyAddress: false, origins: [] };
const noBudgets: Budgets = {
  requestsPerMinute: 0,
  openRequestsPerMinute: 0,
  costPerMinute: 0,
  organizationRequestsPerMinute: 0,
  organizationCostPerMinute: 0,
};

/** A step of a job may take longer than a request. */
const JOB_STATEMENT_MS = 60_000;

const ONLY_REGISTERED = `This server runs registered documents only: what is typed here is refused with the code PERSISTED_DOCUMENT_REQUIRED.
Add a document to the file that RELATA_DOCUMENTS names and start again, or start without RELATA_DOCUMENTS_ONLY to try things out.`;

let model: Model | undefined;

/** The product's schema, built once a process: type-graphql's storage is global. */
export const standardModel = (): Model => (model ??= buildModel(registry, resolvers));

/** Migrates the database and puts the server together. */
export async function createApp({
  config,
  urls,
  log,
  explorerEmail,
  wrapAuth = (auth) => auth,
  modelOf = (base) => base,
  isMigrated = false,
  clock = () => new Date(),
  jobTurnMs,
}: AppOptions): Promise<App> {
  const { edge = closedEdge, budgets = noBudgets, documents = { path: null, isOnly: false }, publicUrl = null, demo = false } = config;
  const registered = documents.path === null ? [] : await readDocuments(documents.path, config.limits);
  if (!isMigrated) {
    for (const migration of await migrate({ registry, url: urls.owner, migrations })) log.info('database.migrated', { migration });
  }
  const database = connectDatabase(urls, {
    readConnections: config.readPool,
    writeConnections: config.writePool,
    statementTimeoutMs: config.statementTimeoutMs,
    now: () => clock().getTime(),
  });
  if (!isMigrated) await bringStandardLabels(database.system);
  const limiter = createLimiter(database.system, { budgets, log, now: () => clock().getTime() });
  const auth = wrapAuth(
    createAuth({
      system: database.system,
      transactions: database.systemTransactions,
      lifetimeMinutes: config.tokenLifetimeMinutes,
      sessionDays: config.sessionLifetimeDays,
      clock,
      limiter,
    }),
  );
  const { areInside, atOnce } = config.jobs ?? { areInside: false, atOnce: 0 };
  const { folder, maxBytes } = config.files ?? { folder: join(tmpdir(), 'relata-files'), maxBytes: 1024 * 1024 * 1024 };
  const introspector = createIntrospector();
  const signingKeys = createSigningKeys(database.system);
  const files = createFiles({
    system: database.system,
    transactions: () => services.systemTransactions,
    folder,
    maxBytes,
    signingKey: () => signingKeys.files(),
    clock,
    log,
  });
  let jobTransactions: Transactions | undefined;
  const workers: Workers = areInside
    ? createWorkers({
        url: urls.system,
        system: database.system,
        log,
        atOnce,
        ...(jobTurnMs !== undefined && { turnMs: jobTurnMs }),
        workplace: () => ({
          services: {
            ...services,
            publicUrl: services.publicUrl,
            transactions: (jobTransactions ??= createTransactions({
              url: urls.app,
              role: APP_ROLE,
              name: 'jobs',
              // A job may need a second session beside that of a long step. Organizations take turns at jobs already.
              connections: 2 * atOnce,
              connectionsPerOrganization: 2 * atOnce,
              statementTimeoutMs: JOB_STATEMENT_MS,
              hasGenericPlans: true,
              health: database.writeHealth,
            })),
          },
          modelOf: (viewer) => modelOf(base, viewer),
          log,
          clock,
        }),
      })
    : noWorkers;
  const services: Services = {
    reader: database.reader,
    transactions: database.transactions,
    systemTransactions: database.systemTransactions,
    auth,
    limiter,
    filterLimits: config.limits,
    introspector,
    jobs: workers,
    files,
    get publicUrl() {
      return publicUrl ?? addressOf(http);
    },
  };
  const api = createApi();
  const base = standardModel();
  let isClosing = false;
  const http = await createHttpServer({
    api,
    services,
    auth,
    log,
    modelOf: (viewer) => modelOf(base, viewer),
    edge,
    limiter,
    files,
    system: database.system,
    findDocument: createDocumentFinder(new Map([...accountDocuments, ...registered]), documents.isOnly),
    hasOpenSchema: demo,
    limits: config.limits,
    bodyLimitBytes: config.bodyLimitBytes,
    traffic: { ...defaultTraffic, ...config.traffic },
    drainTimeoutMs: config.drainTimeoutMs ?? 0,
    clock,
    readiness: async () => (isClosing ? 'shutting down' : await databaseProblem(database)),
    ...(explorerEmail && { explorerPreset: () => explorerPreset(database, explorerEmail) }),
    explorerIntrospection: documents.isOnly ? 'nobody' : demo ? 'everyone' : 'signedIn',
    ...(documents.isOnly && { explorerNote: ONLY_REGISTERED }),
  });
  const stopCleaning = startCleaning(database.system);
  let orm: Promise<MikroORM> | undefined;
  return {
    http,
    services,
    database,
    model: base,
    systemOrm: () =>
      (orm ??= import('./core/database/orm.js').then(({ createOrm }) => createOrm({ registry, url: urls.system, role: SYSTEM_ROLE }))),
    async close() {
      isClosing = true;
      await Promise.all([http.close(), workers.stop()]);
      await jobTransactions?.close();
      await files.stop();
      await api.stop();
      await introspector.stop();
      await limiter.stop();
      await stopCleaning();
      await (await orm)?.close();
      await database.close();
    },
  };
}

/** Where a server that nobody has named is reached from its own machine. */
function addressOf({ server }: FastifyInstance): string {
  const at = server.address();
  if (at === null || typeof at === 'string') return 'http://localhost';
  const host = ['0.0.0.0', '::'].includes(at.address) ? 'localhost' : isIPv6(at.address) ? `[${at.address}]` : at.address;
  return `http://${host}:${at.port}`;
}

/** What makes the explorer's examples run as they stand. */
async function explorerPreset({ system }: Database, email: string): Promise<ExplorerPreset> {
  const { rows } = await system
    .query<{ account: string; stage: string }>(
      `SELECT a.id AS account, s.id AS stage FROM app_user u JOIN account a ON a.org = u.org
         JOIN pipeline p ON p.org = u.org AND p.is_default AND p.deleted_at IS NULL
         JOIN pipeline_stage s ON s.org = u.org AND s.pipeline_id = p.id AND s.deleted_at IS NULL
        WHERE u.email = $1 ORDER BY a.org, a.id, s.place LIMIT 1`,
      [email],
    )
    .catch(() => ({ rows: [] }));
  return { email, variables: rows[0] ? { accountId: `account_${rows[0].account}`, stageId: `stage_${rows[0].stage}` } : {} };
}

const READY_WITHIN_MS = 200;

async function databaseProblem({ system, writeHealth }: Database): Promise<string | null> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, READY_WITHIN_MS, 'the database does not answer in time').unref());
  // Locks nothing, and fails as a write does: on a standby, and where the database is set to be read-only.
  const problem = system.query('SELECT FROM organization WHERE false FOR UPDATE').then(
    () => writeHealth.problem(),
    (error: unknown) => problemOf(error) ?? 'the database can not be reached',
  );
  return Promise.race([problem, late]);
}
