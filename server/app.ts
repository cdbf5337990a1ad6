import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import type { Auth, Services, Viewer } from './core/context.js';
import { connectDatabase, type Database } from './core/database/database.js';
import { migrate } from './core/database/migrate.js';
import { SYSTEM_ROLE } from './core/database/roles.js';
import type { Model } from './core/read/plan.js';
import { buildModel } from './core/schema/build-schema.js';
import { migrations } from './migrations/index.js';
import { registry } from './modules/index.js';
import { resolvers } from './modules/resolvers.js';
import { createApi } from './platform/api/api.js';
import { createAuth } from './platform/auth/auth.js';
import type { ExplorerPreset } from './platform/explorer/explorer.js';
import { createHttpServer } from './platform/http/server.js';
import type { Log } from './platform/http/log.js';

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

export interface AppOptions {
  readonly config: Pick<Config, 'limits' | 'bodyLimitBytes' | 'readPool' | 'writePool' | 'statementTimeoutMs' | 'tokenLifetimeMinutes'>;
  readonly urls: { readonly owner: string; readonly app: string; readonly system: string };
  readonly log: Log;
  /** Whose address the explorer's sign-in example starts with; the other examples then are about one of their accounts. */
  readonly explorerEmail?: string;
  /** Tests give viewers other access shapes and organisations other schemas through these. */
  readonly wrapAuth?: (auth: Auth) => Auth;
  readonly modelOf?: (base: Model, viewer: Viewer | null) => Model;
  readonly isMigrated?: boolean;
}

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
}: AppOptions): Promise<App> {
  if (!isMigrated) {
    for (const migration of await migrate({ registry, url: urls.owner, migrations })) log.info('database.migrated', { migration });
  }
  const database = connectDatabase(urls, {
    readConnections: config.readPool,
    writeConnections: config.writePool,
    statementTimeoutMs: config.statementTimeoutMs,
  });
  const auth = wrapAuth(createAuth(database.system, { lifetimeMinutes: config.tokenLifetimeMinutes }));
  const services: Services = { reader: database.reader, transactions: database.transactions, auth };
  const api = createApi();
  const base = standardModel();
  let isClosing = false;
  const http = await createHttpServer({
    api,
    services,
    auth,
    log,
    modelOf: (viewer) => modelOf(base, viewer),
    limits: config.limits,
    bodyLimitBytes: config.bodyLimitBytes,
    readiness: async () => (isClosing ? 'shutting down' : await databaseProblem(database)),
    ...(explorerEmail && { explorerPreset: () => explorerPreset(database, explorerEmail) }),
  });
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
      await http.close();
      await api.stop();
      await (await orm)?.close();
      await database.close();
    },
  };
}

/** What makes the explorer's examples run as they stand. */
async function explorerPreset({ system }: Database, email: string): Promise<ExplorerPreset> {
  type Found = Readonly<Record<'account' | 'contact' | 'deal', string | null>>;
  const { rows } = await system.query<Found>(EXAMPLE_RECORDS, [email]).catch(() => ({ rows: [] as Found[] }));
  const variables = Object.entries(rows[0] ?? {}).flatMap(([name, id]) => (id ? [[`${name}Id`, `${name}_${id}`]] : []));
  return { email, variables: Object.fromEntries(variables) as Record<string, string> };
}

/** An account, a deal that can still be lost, and a contact who has no part in it. */
const EXAMPLE_RECORDS = `SELECT d.id AS deal,
    (SELECT a.id FROM account a WHERE a.org = u.org AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1) AS account,
    (SELECT c.id FROM contact c WHERE c.org = u.org AND c.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM deal_contact_role r WHERE r.org = c.org AND r.contact_id = c.id AND r.deal_id = d.id) ORDER BY c.id LIMIT 1) AS contact
  FROM app_user u LEFT JOIN LATERAL (SELECT d.id FROM deal d JOIN pipeline_stage s ON s.org = d.org AND s.pipeline_id = d.pipeline_id AND s.key = 'CLOSED_LOST'
        WHERE d.org = u.org AND d.stage_category = 'OPEN' AND d.deleted_at IS NULL ORDER BY d.id LIMIT 1) d ON true
  WHERE u.email = $1 ORDER BY u.org LIMIT 1`;

const READY_WITHIN_MS = 200;

async function databaseProblem({ system }: Database): Promise<string | null> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, READY_WITHIN_MS, 'the database does not answer in time').unref());
  return Promise.race([
    system.query('SELECT 1').then(
      () => null,
      () => 'the database can not be reached',
    ),
    late,
  ]);
}
