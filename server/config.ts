/** The only file that reads the environment: what can be set, what each setting means, and the check of it all at start. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Budgets } from './platform/http/limiter.js';
import type { EdgeOptions } from './platform/http/server.js';

/** Where records live: in the PostgreSQL that comes along, or in one that somebody else runs. */
export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | {
      readonly kind: 'external';
      readonly url: string;
      /** Past any transaction pooler: session locks and LISTEN need it. The same as `url` when none was given. */
      readonly directUrl: string;
      /** Logins of their own for the app and system roles; without them the server switches role after connecting. */
      readonly roles: { readonly appUrl: string; readonly systemUrl: string } | null;
    };

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseConfig;
  /** An absolute folder; the embedded database is in it. */
  readonly dataDir: string;
  /** Whether to offer demo data, `auto` already decided. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** What links begin with, without a slash at the end; null: wherever the server listens. */
  readonly publicUrl: string | null;
  readonly edge: EdgeOptions;
  readonly budgets: Budgets;
  readonly documents: DocumentsConfig;
  readonly bodyLimitBytes: number;
  readonly traffic: { readonly connections: number; readonly connectionsPerAddress: number };
  readonly readPool: number;
  readonly writePool: number;
  readonly statementTimeoutMs: number;
  readonly tokenLifetimeMinutes: number;
  readonly sessionLifetimeDays: number;
  readonly limits: {
    readonly maxTokens: number;
    readonly maxDepth: number;
    readonly maxAliases: number;
    readonly maxDirectives: number;
    readonly maxVariableDepth: number;
    readonly maxCost: number;
    readonly maxConditions: number;
    readonly maxOperand: number;
  };
  readonly shutdownTimeoutMs: number;
  readonly drainTimeoutMs: number;
  readonly jobs: {
    /** Whether this server works on jobs, or leaves that to `npm run worker`. */
    readonly areInside: boolean;
    readonly atOnce: number;
  };
  readonly files: {
    /** An absolute folder; all servers of a database share it. */
    readonly folder: string;
    readonly maxBytes: number;
  };
}

export interface DocumentsConfig {
  /** A file of registered documents, by the SHA-256 of their text. */
  readonly path: string | null;
  /** Whether no other documents are taken. */
  readonly isOnly: boolean;
}

export type LogLevel = (typeof logLevels)[number];

/** The environment is not usable. The message lists every fault, one a line, and is ready to be printed; secrets are not in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every variable there is; `configReference` prints this table, so what is written here is what users read. */
const variables = {
  HOST: variable('127.0.0.1', hostName(), 'Address to listen on. 0.0.0.0 accepts connections from other machines.'),
  PORT: variable('4000', wholeNumber(0, 65_535), 'Port to listen on; 0 takes a free one.'),
  RELATA_PUBLIC_URL: variable(
    null,
    httpUrl(),
    'Where people reach the server: what its links begin with. Unless set, http:// and where it listens.',
  ),
  TRUST_PROXY: variable(
    null,
    proxies(),
    'Proxies in front of the server whose word on a caller is taken: how many (only where there is no way past them), or their addresses, separated by commas.',
  ),
  RELATA_HOSTS: variable(
    null,
    listOf(hostName()),
    'Further host names that the server answers to, separated by commas. It always answers to localhost, to HOST and to the name in RELATA_PUBLIC_URL, and when HOST is 0.0.0.0 or :: to every IP address.',
  ),
  RELATA_CORS_ORIGINS: variable(
    null,
    origins(),
    "Origins whose pages may ask, separated by commas; loopback stands for the caller's own machine. Unless set, loopback in the demo and none otherwise; none says so.",
  ),
  DATABASE_URL: variable(
    null,
    postgresUrl(),
    'PostgreSQL 15 or newer, logged in as the owner of the schema. Without it the server starts the PostgreSQL that comes with it.',
  ),
  DATABASE_DIRECT_URL: variable(
    null,
    postgresUrl(),
    'The same database past a transaction pooler, for locks and notifications. Only beside DATABASE_URL.',
  ),
  RELATA_DATABASE_APP_URL: variable(
    null,
    postgresUrl(),
    'Login of its own for serving requests. Only beside DATABASE_URL and RELATA_DATABASE_SYSTEM_URL.',
  ),
  RELATA_DATABASE_SYSTEM_URL: variable(
    null,
    postgresUrl(),
    'Login of its own for what crosses organisations. Only beside DATABASE_URL and RELATA_DATABASE_APP_URL.',
  ),
  RELATA_DATA_DIR: variable('.relata', path('folder'), 'Folder of the embedded database, relative to the working folder.'),
  RELATA_DEMO: variable(
    'auto',
    oneOf(['auto', 'on', 'off']),
    'Demo organisation with users and records: on, off, or auto, which means only with the embedded database.',
  ),
  LOG_LEVEL: variable('info', oneOf(logLevels), `Least important line to log: ${logLevels.join(', ')}.`),
  RELATA_BODY_LIMIT_BYTES: variable(
    String(4 * 1024 * 1024),
    wholeNumber(1024, 256 * 1024 * 1024),
    'Largest request body, in bytes; 64 kB before sign-in.',
  ),
  RELATA_MAX_CONNECTIONS: variable('2000', wholeNumber(0, 1_000_000), 'Most network connections; 0 is no limit.'),
  RELATA_MAX_CONNECTIONS_PER_ADDRESS: variable(
    '200',
    wholeNumber(0, 1_000_000),
    'Most connections of an address, and most requests under way for one; 0 is no limit. Connections of proxies in TRUST_PROXY are not counted.',
  ),
  RELATA_DB_POOL: variable('4', wholeNumber(1, 200), 'Database connections for reads; slow reads have two more.'),
  RELATA_DB_WRITE_POOL: variable('8', wholeNumber(1, 200), 'Database connections for writes.'),
  RELATA_STATEMENT_TIMEOUT_MS: variable('5000', wholeNumber(100, 600_000), 'Longest time one SQL statement of a request may take, in ms.'),
  RELATA_TOKEN_LIFETIME_MINUTES: variable(
    '10',
    wholeNumber(1, 1440),
    'How long an access token is good, in minutes; a session is refreshed.',
  ),
  RELATA_SESSION_LIFETIME_DAYS: variable('30', wholeNumber(1, 365), 'How long a session lives without being refreshed, in days.'),
  RELATA_MAX_TOKENS: variable('2000', wholeNumber(10, 100_000), 'Most lexical tokens in a GraphQL document.'),
  RELATA_MAX_DEPTH: variable('12', wholeNumber(1, 100), 'Deepest nesting of selections; introspection is exempt.'),
  RELATA_MAX_ALIASES: variable('15', wholeNumber(0, 10_000), 'Most aliases of one field in a document.'),
  RELATA_MAX_DIRECTIVES: variable('20', wholeNumber(0, 10_000), 'Most directives in a document.'),
  RELATA_MAX_VARIABLE_DEPTH: variable('32', wholeNumber(1, 1000), 'Deepest nesting of lists and objects in a variable or an argument.'),
  RELATA_MAX_CONDITIONS: variable('500', wholeNumber(1, 10_000), 'Most conditions in the filters of one operation.'),
  RELATA_MAX_OPERAND: variable('1000', wholeNumber(10, 1_000_000), "Longest operand of a filter's condition, in characters."),
  RELATA_MAX_COST: variable('50000', wholeNumber(1, 1_000_000_000), 'Highest cost of one operation.'),
  RELATA_COST_PER_MINUTE: variable(
    '1000000',
    wholeNumber(0, 1_000_000_000_000),
    'Cost of all operations of a user, and of each session or API key, in a minute; 0 is no limit.',
  ),
  RELATA_ORGANIZATION_COST_PER_MINUTE: variable(
    null,
    wholeNumber(0, 4_000_000_000_000),
    'Cost of all operations of an organisation in a minute; 0 is no limit. Unless set, four times RELATA_COST_PER_MINUTE.',
  ),
  RELATA_REQUESTS_PER_MINUTE: variable(
    '6000',
    wholeNumber(0, 1_000_000_000),
    'Requests of a user, and of each session or API key, in a minute; 0 is no limit.',
  ),
  RELATA_ORGANIZATION_REQUESTS_PER_MINUTE: variable(
    null,
    wholeNumber(0, 4_000_000_000),
    'Requests of an organisation in a minute; 0 is no limit. Unless set, four times RELATA_REQUESTS_PER_MINUTE.',
  ),
  RELATA_OPEN_REQUESTS_PER_MINUTE: variable(
    '600',
    wholeNumber(0, 1_000_000_000),
    'Requests in a minute from an address whose caller is not signed in; 0 is no limit.',
  ),
  RELATA_DOCUMENTS: variable(
    null,
    path('file'),
    'JSON file of registered GraphQL documents, { sha256: text }; they can be asked for by their hash.',
  ),
  RELATA_DOCUMENTS_ONLY: variable('off', oneOf(['on', 'off']), 'Whether only registered documents are run.'),
  RELATA_WORKERS: variable(
    'inside',
    oneOf(['inside', 'none']),
    'Whether jobs (imports, exports) are worked on inside the server, or by none but npm run worker.',
  ),
  RELATA_JOBS_AT_ONCE: variable('2', wholeNumber(1, 50), 'Jobs that a process works on at a time.'),
  RELATA_FILES_DIR: variable(
    null,
    path('folder'),
    'Folder of uploaded and exported files; all servers of a database must share it. Unless set, files in RELATA_DATA_DIR.',
  ),
  RELATA_FILE_LIMIT_BYTES: variable(String(1024 * 1024 * 1024), wholeNumber(1024, 2_147_483_647), 'Largest file, in bytes.'),
  RELATA_SHUTDOWN_TIMEOUT_MS: variable('20000', wholeNumber(0, 600_000), 'How long requests may finish after a signal to stop, in ms.'),
  RELATA_DRAIN_TIMEOUT_MS: variable(
    '0',
    wholeNumber(0, 600_000),
    'How long load balancers that check /readyz may take to stop sending requests after a signal to stop, in ms; 0 does not wait for them. Must be less than RELATA_SHUTDOWN_TIMEOUT_MS.',
  ),
} as const;

type Name = keyof typeof variables;
type Values = { readonly [N in Name]: z.output<(typeof variables)[N]['check']> | Unset<N> };
type Unset<N extends Name> = (typeof variables)[N]['default'] extends null ? null : never;

/** The variables for people: what README's table is checked against. `default` is empty for what is unset by default. */
export function configReference(): { name: string; default: string; description: string }[] {
  return Object.entries(variables).map(([name, { default: preset, description }]) => ({ name, default: preset ?? '', description }));
}

/**
 * Reads and checks the configuration; a variable that is set to nothing counts as not set.
 *
 * @throws ConfigError with all faults at once: wrong values, settings that need one another, unknown names of ours.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const values = readVariables(env, faults);
  // a faulty URL must not also be reported as a missing one, so these look at what was set, not at what was understood
  faults.push(...needs(env), ...contradictions(values), ...unknownNames(env));
  if (faults.length > 0) throw new ConfigError(faults);

  const dataDir = resolve(values.RELATA_DATA_DIR);
  const database = databaseConfig(values, dataDir);
  const isDemo = values.RELATA_DEMO === 'auto' ? database.kind === 'embedded' : values.RELATA_DEMO === 'on';
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    database: Object.freeze(database),
    dataDir,
    demo: isDemo,
    logLevel: values.LOG_LEVEL,
    publicUrl: values.RELATA_PUBLIC_URL,
    edge: Object.freeze(edgeConfig(values, isDemo)),
    budgets: Object.freeze({
      requestsPerMinute: values.RELATA_REQUESTS_PER_MINUTE,
      openRequestsPerMinute: values.RELATA_OPEN_REQUESTS_PER_MINUTE,
      costPerMinute: values.RELATA_COST_PER_MINUTE,
      organizationRequestsPerMinute: values.RELATA_ORGANIZATION_REQUESTS_PER_MINUTE ?? 4 * values.RELATA_REQUESTS_PER_MINUTE,
      organizationCostPerMinute: values.RELATA_ORGANIZATION_COST_PER_MINUTE ?? 4 * values.RELATA_COST_PER_MINUTE,
    }),
    documents: Object.freeze({
      path: values.RELATA_DOCUMENTS === null ? null : resolve(values.RELATA_DOCUMENTS),
      isOnly: values.RELATA_DOCUMENTS_ONLY === 'on',
    }),
    bodyLimitBytes: values.RELATA_BODY_LIMIT_BYTES,
    traffic: Object.freeze({
      connections: values.RELATA_MAX_CONNECTIONS,
      connectionsPerAddress: values.RELATA_MAX_CONNECTIONS_PER_ADDRESS,
    }),
    readPool: values.RELATA_DB_POOL,
    writePool: values.RELATA_DB_WRITE_POOL,
    statementTimeoutMs: values.RELATA_STATEMENT_TIMEOUT_MS,
    tokenLifetimeMinutes: values.RELATA_TOKEN_LIFETIME_MINUTES,
    sessionLifetimeDays: values.RELATA_SESSION_LIFETIME_DAYS,
    limits: Object.freeze({
      maxTokens: values.RELATA_MAX_TOKENS,
      maxDepth: values.RELATA_MAX_DEPTH,
      maxAliases: values.RELATA_MAX_ALIASES,
      maxDirectives: values.RELATA_MAX_DIRECTIVES,
      maxVariableDepth: values.RELATA_MAX_VARIABLE_DEPTH,
      maxConditions: values.RELATA_MAX_CONDITIONS,
      maxOperand: values.RELATA_MAX_OPERAND,
      maxCost: values.RELATA_MAX_COST,
    }),
    shutdownTimeoutMs: values.RELATA_SHUTDOWN_TIMEOUT_MS,
    drainTimeoutMs: values.RELATA_DRAIN_TIMEOUT_MS,
    jobs: Object.freeze({ areInside: values.RELATA_WORKERS === 'inside', atOnce: values.RELATA_JOBS_AT_ONCE }),
    files: Object.freeze({
      folder: values.RELATA_FILES_DIR === null ? join(dataDir, 'files') : resolve(values.RELATA_FILES_DIR),
      maxBytes: values.RELATA_FILE_LIMIT_BYTES,
    }),
  });
}

/** Addresses that mean "on all of this machine's": nobody can call them by these names. */
const WILDCARDS = ['0.0.0.0', '::'];

function edgeConfig(values: Values, isDemo: boolean): EdgeOptions {
  const { HOST: host, RELATA_PUBLIC_URL: publicUrl, RELATA_HOSTS: hosts, RELATA_CORS_ORIGINS: given } = values;
  const url = publicUrl === null ? null : new URL(publicUrl);
  const names = [...(WILDCARDS.includes(host) ? [] : [host]), ...(url ? [url.hostname.replace(/^\[|\]$/g, '')] : []), ...(hosts ?? [])];
  return {
    trustProxy: values.TRUST_PROXY ?? 0,
    hosts: Object.freeze(names.map((name) => name.toLowerCase())),
    takesAnyAddress: WILDCARDS.includes(host),
    // Links lead to pages under the public address, and these ask back.
    origins: Object.freeze([...(given ?? (isDemo ? ['loopback'] : [])), ...(url ? [url.origin] : [])]),
  };
}

function databaseConfig(values: Values, dataDir: string): DatabaseConfig {
  const { DATABASE_URL: url, RELATA_DATABASE_APP_URL: appUrl, RELATA_DATABASE_SYSTEM_URL: systemUrl } = values;
  if (url === null) return { kind: 'embedded', dataDir };
  return {
    kind: 'external',
    url,
    directUrl: values.DATABASE_DIRECT_URL ?? url,
    roles: appUrl !== null && systemUrl !== null ? Object.freeze({ appUrl, systemUrl }) : null,
  };
}

function readVariables(env: Readonly<Record<string, string | undefined>>, faults: string[]): Values {
  const entries = Object.entries(variables).map(([name, { default: preset, check, expected }]) => {
    const given = valueOf(env, name) ?? preset;
    if (given === null) return [name, null];
    const result = check.safeParse(given);
    if (!result.success) faults.push(`${name} is ${shown(name, given)}; it must be ${expected}.`);
    return [name, result.data];
  });
  // with a fault some entries are undefined, and the caller throws before it looks at them
  return Object.fromEntries(entries) as Values;
}

function needs(env: Readonly<Record<string, string | undefined>>): string[] {
  const has = (name: Name) => valueOf(env, name) !== undefined;
  const [app, system] = ['RELATA_DATABASE_APP_URL', 'RELATA_DATABASE_SYSTEM_URL'] as const;
  const faults: string[] = [];
  for (const name of ['DATABASE_DIRECT_URL', app, system] as const) {
    if (has(name) && !has('DATABASE_URL')) faults.push(`${name} is set without DATABASE_URL; set both, or neither.`);
  }
  if (has(app) !== has(system)) {
    const [set, missing] = has(app) ? [app, system] : [system, app];
    faults.push(`${set} is set without ${missing}; set both, or neither.`);
  }
  if (valueOf(env, 'RELATA_DOCUMENTS_ONLY') === 'on' && !has('RELATA_DOCUMENTS'))
    faults.push('RELATA_DOCUMENTS_ONLY is on without RELATA_DOCUMENTS; name the file of the documents to run.');
  return faults;
}

/** An operation that may run must fit into its minute, and the drain into the shutdown. */
function contradictions(values: Values): string[] {
  const {
    RELATA_MAX_COST: most,
    RELATA_COST_PER_MINUTE: minute,
    RELATA_ORGANIZATION_COST_PER_MINUTE: organization,
    RELATA_DRAIN_TIMEOUT_MS: drain,
    RELATA_SHUTDOWN_TIMEOUT_MS: stop,
  } = values;
  const faults: string[] = [];
  if (minute > 0 && minute < most)
    faults.push(`RELATA_COST_PER_MINUTE is ${minute}; it must be 0 or at least RELATA_MAX_COST, which is ${most}.`);
  if (organization !== null && organization > 0 && organization < most)
    faults.push(`RELATA_ORGANIZATION_COST_PER_MINUTE is ${organization}; it must be 0 or at least RELATA_MAX_COST, which is ${most}.`);
  if (drain > 0 && drain >= stop)
    faults.push(`RELATA_DRAIN_TIMEOUT_MS is ${drain}; it must be 0 or less than RELATA_SHUTDOWN_TIMEOUT_MS, which is ${stop}.`);
  return faults;
}

function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('RELATA_') && !(name in variables))
    .map((name) => `${name} is not a setting.${didYouMean(name)}`);
}

function valueOf(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function shown(name: string, value: string): string {
  if (name.endsWith('_URL') && /[@?]/.test(value)) return 'not shown, as it may hold a password';
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
}

function didYouMean(name: string): string {
  const bare = (text: string) => text.replace(/^RELATA_/, '');
  const [best] = Object.keys(variables)
    .map((known) => ({ known, distance: editDistance(bare(name), bare(known)) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= bare(name).length / 2 ? ` Did you mean ${best.known}?` : '';
}

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

interface Check<T> {
  readonly check: z.ZodType<T>;
  /** Ends the sentence "it must be …". */
  readonly expected: string;
}

function variable<T, D extends string | null>(preset: D, { check, expected }: Check<T>, description: string) {
  return { default: preset, check, expected, description };
}

function wholeNumber(min: number, max: number): Check<number> {
  return {
    check: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
    expected: `a whole number from ${min} to ${max}`,
  };
}

function oneOf<const T extends string>(choices: readonly T[]): Check<T> {
  return { check: z.enum(choices), expected: `one of ${choices.join(', ')}` };
}

function hostName(): Check<string> {
  const name = z.string().regex(/^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i);
  return { check: z.union([z.ipv4(), z.ipv6(), name]), expected: 'an IP address or a host name, without a port' };
}

function path(kind: 'file' | 'folder'): Check<string> {
  return { check: z.string().refine((text) => !text.includes('\0')), expected: `the path of a ${kind}` };
}

/** Items between commas, each checked. */
function listOf<T>({ check, expected }: Check<T>): Check<readonly T[]> {
  const list = z.array(check as z.ZodType<T, string>).max(1000);
  return {
    check: z
      .string()
      .transform((text) => text.split(',').map((item) => item.trim()))
      .pipe(list),
    expected: `a list between commas, each item ${expected}`,
  };
}

function httpUrl(): Check<string> {
  const isPlain = (url: URL | null) =>
    url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === '';
  return {
    check: z
      .string()
      .refine((text) => isPlain(URL.parse(text)))
      .transform((text) => new URL(text).href.replace(/\/+$/, '')),
    expected: 'a URL such as https://crm.example.com',
  };
}

function origins(): Check<readonly string[]> {
  const isOrigin = (text: string) => {
    const url = URL.parse(text);
    return url !== null && url.origin === text.toLowerCase() && /^https?:$/.test(url.protocol);
  };
  const origin = z
    .string()
    .refine((text) => text === 'loopback' || isOrigin(text))
    .transform((text) => text.toLowerCase());
  const none = z.literal('none').transform(() => []);
  return {
    check: z.union([none, listOf({ check: origin, expected: '' }).check]),
    expected: 'none, or a list of origins such as https://app.example.com between commas, without a path; loopback is one of them',
  };
}

function proxies(): Check<number | readonly string[]> {
  const isNetwork = (text: string) => {
    const [address = '', length, ...more] = text.split('/');
    const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
    return more.length === 0 && bits > 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits));
  };
  const network = z.string().refine(isNetwork);
  return {
    check: z.union([wholeNumber(0, 100).check, listOf({ check: network, expected: '' }).check]),
    expected: 'a number of proxies, or a list of IP addresses and networks such as 10.0.0.0/8 between commas',
  };
}

function postgresUrl(): Check<string> {
  const namesDatabase = (text: string) => {
    const url = URL.parse(text);
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  };
  return {
    check: z.string().refine(namesDatabase),
    expected: 'a URL such as postgres://user:password@host:5432/database',
  };
}
