import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessShape } from '../../server/core/access.js';
import { createApp, type App, type AppOptions } from '../../server/app.js';
import type { Calendar } from '../../server/core/calendar.js';
import type { Services, Viewer } from '../../server/core/context.js';
import { wireId } from '../../server/core/ids.js';
import type { Model } from '../../server/core/read/plan.js';
import { registry } from '../../server/modules/index.js';
import { createLog, type Log } from '../../server/platform/http/log.js';
import { createOrganization, type NewCurrency, type NewUser } from '../../server/workflows/create-organization.js';
import { createDatabase } from './database.js';

/** An answer of the API. */
export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string; retryable?: boolean } & Record<string, never>;
  }[];
  readonly extensions?: Record<string, unknown>;
  /** The body as it came over the wire. */
  readonly text: string;
}

/** Somebody signed in. */
export interface Person {
  readonly org: string;
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  /** Asks and fails the test on any error. */
  ask<Data = Record<string, any>>(query: string, variables?: object): Promise<Data>;
  /** Asks and returns whatever comes. */
  send<Data = Record<string, any>>(query: string, variables?: object): Promise<Answer<Data>>;
}

/** An organisation with its people, by the first part of their addresses. */
export interface Company {
  readonly org: string;
  readonly people: Readonly<Record<string, Person>>;
  /** The first of them. */
  readonly chief: Person;
  readonly pipelines: ReadonlyMap<string, string>;
}

export interface Workspace extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  /** An organisation; its base currency is EUR unless said otherwise, and it has those of `currencies` beside it. */
  company(name: string, users?: readonly Omit<NewUser, 'password'>[], baseCurrency?: string): Promise<Company>;
  /** @param address where the request comes from; 127.0.0.1 unless given */
  post(body: unknown, headers?: Record<string, string>, address?: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface WorkspaceOptions {
  /** `own`: a database and a server that nobody else uses, though nothing else is asked for. */
  readonly database?: 'own';
  /** Gives viewers an access shape of their own. */
  readonly accessOf?: (viewer: Viewer) => { access: AccessShape; values: Viewer['values'] } | null;
  /** Gives viewers a zone, a fiscal year and a week of their own. */
  readonly calendarOf?: (viewer: Viewer) => Calendar | null;
  /** What time it is for the server. */
  readonly clock?: () => Date;
  readonly modelOf?: (base: Model, viewer: Viewer | null) => Model;
  readonly limits?: Partial<{
    maxTokens: number;
    maxDepth: number;
    maxAliases: number;
    maxDirectives: number;
    maxVariableDepth: number;
    maxCost: number;
    maxConditions: number;
    maxOperand: number;
  }>;
  readonly databaseUrl?: string;
  /** What the server is set to otherwise; unless told, it is closed and limits nobody. */
  readonly config?: Partial<AppOptions['config']>;
  readonly log?: Log;
  readonly tokenLifetimeMinutes?: number;
}

/** Sends again what the server says can be sent again, as the SDK does: on a busy machine some wait too long for their turn. */
export async function persistently<T extends Answer>(send: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left--) {
    const answer = await send();
    const { retryable, retryAfterSeconds = 0 } = (answer.errors?.[0]?.extensions ?? {}) as {
      retryable?: boolean;
      retryAfterSeconds?: number;
    };
    if (left === 0 || retryable !== true) return answer;
    await sleep(retryAfterSeconds * 1000);
  }
}

/** The currencies that every organisation of the tests has, with the rates they were made with. */
export const currencies: readonly NewCurrency[] = [
  { isoCode: 'EUR', rate: '0.9' },
  { isoCode: 'USD', rate: '1.1' },
  { isoCode: 'GBP', rate: '0.85' },
  { isoCode: 'JPY', rate: '160' },
  { isoCode: 'KWD', rate: '0.33' },
];

/**
 * The real server, without a socket: requests go in where they would come off the wire.
 *
 * Without options it is the one that the test files of a worker share: each makes organizations of its own, and the product
 * keeps them apart. A file that needs a database, configuration, clock or access rights of its own says so in the options,
 * and gets a server on a copy of the template.
 */
export async function workspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  if (Object.keys(options).length > 0) return openWorkspace(options);
  shared ??= openWorkspace({}).then((opened) => {
    const { reader, transactions, systemTransactions } = opened.app.services;
    return { opened, services: { reader, transactions, systemTransactions } };
  });
  const { opened, services } = await shared;
  // A file that watched what the server asks of its database may have put watchers in the place of these.
  Object.assign(opened.app.services, services);
  const leave = (): Promise<void> => Promise.resolve();
  return { ...opened, close: leave, [Symbol.asyncDispose]: leave };
}

let shared: Promise<{ opened: Workspace; services: Pick<Services, 'reader' | 'transactions' | 'systemTransactions'> }> | undefined;

/** Closes the shared server where the tests ran in Jest's own process; a worker ends with all that it holds. */
(globalThis as { closeSharedWorkspace?: () => Promise<void> }).closeSharedWorkspace = async () => {
  await (await shared)?.opened.close();
};

async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const database = options.databaseUrl ? { url: options.databaseUrl, drop: () => Promise.resolve() } : await createDatabase();
  /** The last errors that the server has logged, for those who meet an answer without reasons. */
  let logged: string[] = [];
  const urls = { owner: database.url, app: database.url, system: database.url };
  const app = await createApp({
    urls,
    log: options.log ?? createLog('error', { write: (line) => void (logged = [...logged.slice(-4), line]) }),
    isMigrated: true,
    config: {
      limits: {
        maxTokens: 2000,
        maxDepth: 12,
        maxAliases: 15,
        maxDirectives: 20,
        maxVariableDepth: 32,
        maxCost: 50_000,
        maxConditions: 500,
        maxOperand: 1000,
        ...options.limits,
      },
      bodyLimitBytes: 4 * 1024 * 1024,
      readPool: 2,
      writePool: 8,
      // What a busy machine makes of a statement is not what is tested.
      statementTimeoutMs: 30_000,
      tokenLifetimeMinutes: options.tokenLifetimeMinutes ?? 60,
      sessionLifetimeDays: 30,
      ...options.config,
    },
    ...(options.clock && { clock: options.clock }),
    ...(options.modelOf && { modelOf: options.modelOf }),
    wrapAuth: (auth) => ({
      ...auth,
      async viewerOf(token, address) {
        const viewer = await auth.viewerOf(token, address);
        if (!viewer) return null;
        const calendar = options.calendarOf?.(viewer);
        return { ...viewer, ...options.accessOf?.(viewer), ...(calendar && { calendar }) };
      },
    }),
  });

  const post = async (body: unknown, headers: Record<string, string> = {}, address?: string): Promise<Answer> => {
    const response = await app.http.inject({
      method: 'POST',
      url: '/graphql',
      ...(address && { remoteAddress: address }),
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
    let parsed: object = {};
    try {
      parsed = JSON.parse(response.body) as object;
    } catch {
      // Not every answer is JSON; the text is there.
    }
    return { ...parsed, status: response.statusCode, text: response.body };
  };

  const signIn = async (org: string, userId: string, email: string, password: string): Promise<Person> => {
    const session = await post({
      // The same address may be in organizations of other test files.
      query: 'mutation ($e: String!, $p: String!, $o: ID!) { signIn(email: $e, password: $p, organizationId: $o) { token } }',
      variables: { e: email, p: password, o: wireId(registry.module('Organization'), org) },
    });
    if (session.errors) throw new Error(`Signing in failed: ${session.text}`);
    const { token } = (session.data as { signIn: { token: string } }).signIn;
    const send = (query: string, variables?: object) => post({ query, variables }, { authorization: `Bearer ${token}` });
    return {
      org,
      userId,
      email,
      password,
      token,
      send: send as Person['send'],
      async ask(query, variables) {
        const answer = await persistently(() => send(query, variables));
        if (!answer.errors && answer.data) return answer.data as never;
        const reasons = answer.text.includes('"INTERNAL"')
          ? logged.map((line) => (JSON.parse(line) as { stack?: string }).stack ?? line)
          : [];
        throw new Error([`The API refused: ${answer.text}`, query, JSON.stringify(variables), ...reasons].join('\n'));
      },
    };
  };

  const close = async () => {
    await app.close();
    await database.drop();
  };

  return {
    app,
    url: database.url,
    post,
    close,
    [Symbol.asyncDispose]: close,
    async company(name, users = [{ lastName: 'Chief', email: `chief@${name}.example.com` }], baseCurrency = 'EUR') {
      const orm = await app.systemOrm();
      const password = randomBytes(12).toString('base64url');
      const created = await createOrganization(orm.em.fork(), {
        name,
        baseCurrency,
        currencies: currencies.filter(({ isoCode }) => isoCode !== baseCurrency),
        users: users.map((user) => ({ ...user, password })),
      });
      const people: Record<string, Person> = {};
      for (const { email } of users) people[email.split('@')[0]!] = await signIn(created.org, created.users.get(email)!, email, password);
      return { org: created.org, people, chief: Object.values(people)[0]!, pipelines: created.pipelines };
    },
  };
}
