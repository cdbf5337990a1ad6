/** The only file that reads the environment: what can be set, what each setting means, and the check of it all at start. */
import { resolve } from 'node:path';
import { z } from 'zod';

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
  readonly bodyLimitBytes: number;
  readonly readPool: number;
  readonly writePool: number;
  readonly statementTimeoutMs: number;
  readonly tokenLifetimeMinutes: number;
  readonly sessionLifetimeDays: number;
  /** Where people reach the server, without a slash at the end; null: where it listens. */
  readonly publicUrl: string | null;
  readonly limits: {
    readonly maxTokens: number;
    readonly maxDepth: number;
    readonly maxAliases: number;
    readonly maxDirectives: number;
    readonly maxVariableDepth: number;
    readonly maxCost: number;
  };
  readonly shutdownTimeoutMs: number;
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
  RELATA_DATA_DIR: variable('.relata', folder(), 'Folder of the embedded database, relative to the working folder.'),
  RELATA_DEMO: variable(
    'auto',
    oneOf(['auto', 'on', 'off']),
    'Demo organisation with users and records: on, off, or auto, which means only with the embedded database.',
  ),
  LOG_LEVEL: variable('info', oneOf(logLevels), `Least important line to log: ${logLevels.join(', ')}.`),
  RELATA_BODY_LIMIT_BYTES: variable(String(4 * 1024 * 1024), wholeNumber(1024, 256 * 1024 * 1024), 'Largest request body, in bytes.'),
  RELATA_DB_POOL: variable('4', wholeNumber(1, 200), 'Database connections for reads.'),
  RELATA_DB_WRITE_POOL: variable('8', wholeNumber(1, 200), 'Database connections for writes.'),
  RELATA_STATEMENT_TIMEOUT_MS: variable('5000', wholeNumber(100, 600_000), 'Longest time one SQL statement of a request may take, in ms.'),
  RELATA_PUBLIC_URL: variable(
    null,
    webUrl(),
    'Address that people reach the server by, for the links it makes. Without it: the address it listens on.',
  ),
  RELATA_TOKEN_LIFETIME_MINUTES: variable('10', wholeNumber(1, 1440), 'How long an access token is good, in minutes; a session is refreshed.'),
  RELATA_SESSION_LIFETIME_DAYS: variable('30', wholeNumber(1, 365), 'How long a session lives without being refreshed, in days.'),
  RELATA_MAX_TOKENS: variable('2000', wholeNumber(10, 100_000), 'Most lexical tokens in a GraphQL document.'),
  RELATA_MAX_DEPTH: variable('12', wholeNumber(1, 100), 'Deepest nesting of selections; introspection is exempt.'),
  RELATA_MAX_ALIASES: variable('15', wholeNumber(0, 10_000), 'Most aliases of one field in a document.'),
  RELATA_MAX_DIRECTIVES: variable('20', wholeNumber(0, 10_000), 'Most directives in a document.'),
  RELATA_MAX_VARIABLE_DEPTH: variable('32', wholeNumber(1, 1000), 'Deepest nesting of lists and objects in a variable or an argument.'),
  RELATA_MAX_COST: variable('50000', wholeNumber(1, 1_000_000_000), 'Highest cost of one operation.'),
  RELATA_SHUTDOWN_TIMEOUT_MS: variable('20000', wholeNumber(0, 600_000), 'How long requests may finish after a signal to stop, in ms.'),
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
  faults.push(...needs(env), ...unknownNames(env));
  if (faults.length > 0) throw new ConfigError(faults);

  const dataDir = resolve(values.RELATA_DATA_DIR);
  const database = databaseConfig(values, dataDir);
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    database: Object.freeze(database),
    dataDir,
    demo: values.RELATA_DEMO === 'auto' ? database.kind === 'embedded' : values.RELATA_DEMO === 'on',
    logLevel: values.LOG_LEVEL,
    bodyLimitBytes: values.RELATA_BODY_LIMIT_BYTES,
    readPool: values.RELATA_DB_POOL,
    writePool: values.RELATA_DB_WRITE_POOL,
    statementTimeoutMs: values.RELATA_STATEMENT_TIMEOUT_MS,
    tokenLifetimeMinutes: values.RELATA_TOKEN_LIFETIME_MINUTES,
    sessionLifetimeDays: values.RELATA_SESSION_LIFETIME_DAYS,
    publicUrl: values.RELATA_PUBLIC_URL,
    limits: Object.freeze({
      maxTokens: values.RELATA_MAX_TOKENS,
      maxDepth: values.RELATA_MAX_DEPTH,
      maxAliases: values.RELATA_MAX_ALIASES,
      maxDirectives: values.RELATA_MAX_DIRECTIVES,
      maxVariableDepth: values.RELATA_MAX_VARIABLE_DEPTH,
      maxCost: values.RELATA_MAX_COST,
    }),
    shutdownTimeoutMs: values.RELATA_SHUTDOWN_TIMEOUT_MS,
  });
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
      .regex(/^\d{1,12}$/)
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

function folder(): Check<string> {
  return { check: z.string().refine((path) => !path.includes('\0')), expected: 'the path of a folder' };
}

function webUrl(): Check<string> {
  const isAddress = (text: string) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
  };
  return {
    check: z
      .string()
      .refine(isAddress)
      .transform((text) => text.replace(/\/+$/, '')),
    expected: 'a URL such as https://crm.example.com',
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
