import { expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { ConfigError, configReference, readConfig } from '../../server/config.js';

const url = 'postgres://crm:hush@db.example.com:5432/crm';

test('with nothing set, a demo runs on the embedded database, on loopback', () => {
  const config = readConfig({});
  expect(config).toEqual({
    host: '127.0.0.1',
    port: 4000,
    database: { kind: 'embedded', dataDir: resolve('.relata') },
    dataDir: resolve('.relata'),
    demo: true,
    logLevel: 'info',
    publicUrl: null,
    edge: { trustProxy: 0, hosts: ['127.0.0.1'], takesAnyAddress: false, origins: ['loopback'] },
    budgets: {
      requestsPerMinute: 6000,
      openRequestsPerMinute: 600,
      costPerMinute: 1_000_000,
      organizationRequestsPerMinute: 24_000,
      organizationCostPerMinute: 4_000_000,
    },
    documents: { path: null, isOnly: false },
    bodyLimitBytes: 4_194_304,
    traffic: { connections: 2000, connectionsPerAddress: 200 },
    readPool: 4,
    writePool: 8,
    statementTimeoutMs: 5000,
    tokenLifetimeMinutes: 10,
    sessionLifetimeDays: 30,
    limits: {
      maxTokens: 2000,
      maxDepth: 12,
      maxAliases: 15,
      maxDirectives: 20,
      maxVariableDepth: 32,
      maxCost: 50_000,
      maxConditions: 500,
      maxOperand: 1000,
    },
    shutdownTimeoutMs: 20_000,
    drainTimeoutMs: 0,
    jobs: { areInside: true, atOnce: 2 },
    files: { folder: resolve('.relata/files'), maxBytes: 1024 ** 3 },
  });
});

test('nobody can change the configuration afterwards', () => {
  const config = readConfig({ DATABASE_URL: url, RELATA_DATABASE_APP_URL: url, RELATA_DATABASE_SYSTEM_URL: url });
  const { database, limits, edge, budgets, traffic, documents, jobs, files } = config;
  const parts = [
    config,
    limits,
    edge,
    edge.hosts,
    edge.origins,
    budgets,
    traffic,
    documents,
    jobs,
    files,
    database,
    database.kind === 'external' && database.roles,
  ];
  expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
});

test('every variable is read', () => {
  const config = readConfig({
    HOST: '::1',
    PORT: '0',
    RELATA_PUBLIC_URL: 'https://CRM.example.com/relata/',
    TRUST_PROXY: '10.0.0.0/8, ::1',
    RELATA_HOSTS: 'crm.internal, Other.example.com',
    RELATA_CORS_ORIGINS: 'loopback, https://App.example.com',
    DATABASE_URL: url,
    DATABASE_DIRECT_URL: 'postgresql://direct/crm',
    RELATA_DATABASE_APP_URL: 'postgres://app@db/crm',
    RELATA_DATABASE_SYSTEM_URL: 'postgres://system@db/crm',
    RELATA_DATA_DIR: '/var/lib/relata',
    RELATA_DEMO: 'on',
    LOG_LEVEL: 'warn',
    RELATA_BODY_LIMIT_BYTES: '2048',
    RELATA_DB_POOL: '2',
    RELATA_DB_WRITE_POOL: '3',
    RELATA_STATEMENT_TIMEOUT_MS: '1000',
    RELATA_TOKEN_LIFETIME_MINUTES: '20',
    RELATA_SESSION_LIFETIME_DAYS: '7',
    RELATA_MAX_TOKENS: '101',
    RELATA_MAX_DEPTH: '1',
    RELATA_MAX_ALIASES: '0',
    RELATA_MAX_DIRECTIVES: '3',
    RELATA_MAX_VARIABLE_DEPTH: '4',
    RELATA_MAX_COST: '5',
    RELATA_MAX_CONDITIONS: '6',
    RELATA_MAX_OPERAND: '10',
    RELATA_COST_PER_MINUTE: '6',
    RELATA_REQUESTS_PER_MINUTE: '7',
    RELATA_OPEN_REQUESTS_PER_MINUTE: '8',
    RELATA_ORGANIZATION_REQUESTS_PER_MINUTE: '10',
    RELATA_ORGANIZATION_COST_PER_MINUTE: '11',
    RELATA_MAX_CONNECTIONS: '12',
    RELATA_MAX_CONNECTIONS_PER_ADDRESS: '13',
    RELATA_DOCUMENTS: '/etc/relata/documents.json',
    RELATA_DOCUMENTS_ONLY: 'on',
    RELATA_WORKERS: 'none',
    RELATA_JOBS_AT_ONCE: '9',
    RELATA_FILES_DIR: '/var/lib/files',
    RELATA_FILE_LIMIT_BYTES: '4096',
    RELATA_SHUTDOWN_TIMEOUT_MS: '9000',
    RELATA_DRAIN_TIMEOUT_MS: '8999',
    PATH: '/usr/bin',
  });
  expect(config).toEqual({
    host: '::1',
    port: 0,
    database: {
      kind: 'external',
      url,
      directUrl: 'postgresql://direct/crm',
      roles: { appUrl: 'postgres://app@db/crm', systemUrl: 'postgres://system@db/crm' },
    },
    dataDir: '/var/lib/relata',
    demo: true,
    logLevel: 'warn',
    publicUrl: 'https://crm.example.com/relata',
    edge: {
      trustProxy: ['10.0.0.0/8', '::1'],
      hosts: ['::1', 'crm.example.com', 'crm.internal', 'other.example.com'],
      takesAnyAddress: false,
      origins: ['loopback', 'https://app.example.com', 'https://crm.example.com'],
    },
    budgets: {
      requestsPerMinute: 7,
      openRequestsPerMinute: 8,
      costPerMinute: 6,
      organizationRequestsPerMinute: 10,
      organizationCostPerMinute: 11,
    },
    documents: { path: '/etc/relata/documents.json', isOnly: true },
    bodyLimitBytes: 2048,
    traffic: { connections: 12, connectionsPerAddress: 13 },
    readPool: 2,
    writePool: 3,
    statementTimeoutMs: 1000,
    tokenLifetimeMinutes: 20,
    sessionLifetimeDays: 7,
    limits: {
      maxTokens: 101,
      maxDepth: 1,
      maxAliases: 0,
      maxDirectives: 3,
      maxVariableDepth: 4,
      maxCost: 5,
      maxConditions: 6,
      maxOperand: 10,
    },
    shutdownTimeoutMs: 9000,
    drainTimeoutMs: 8999,
    jobs: { areInside: false, atOnce: 9 },
    files: { folder: '/var/lib/files', maxBytes: 4096 },
  });
});

test('demo data comes by itself only with the embedded database', () => {
  expect(readConfig({ DATABASE_URL: url }).demo).toBe(false);
  expect(readConfig({ DATABASE_URL: url, RELATA_DEMO: 'on' }).demo).toBe(true);
  expect(readConfig({ RELATA_DEMO: 'off' }).demo).toBe(false);
});

test('pages of this machine may ask in the demo, elsewhere only those in the list', () => {
  const originsOf = (env: Record<string, string>) => readConfig(env).edge.origins;
  expect(originsOf({})).toEqual(['loopback']);
  expect(originsOf({ RELATA_CORS_ORIGINS: 'none' })).toEqual([]);
  expect(originsOf({ RELATA_DEMO: 'off' })).toEqual([]);
  expect(originsOf({ RELATA_DEMO: 'off', RELATA_PUBLIC_URL: 'https://crm.example.com/x' })).toEqual(['https://crm.example.com']);
  for (const RELATA_CORS_ORIGINS of ['*', 'app.example.com', 'https://app.example.com/', 'https://a.example.com,', 'null', 'file:///'])
    expect(faultsOf({ RELATA_CORS_ORIGINS })).toHaveLength(1);
});

test('who listens on all addresses is asked by any of them, and by the names that were given', () => {
  const edgeOf = (env: Record<string, string>) => readConfig(env).edge;
  expect(edgeOf({ HOST: '0.0.0.0', RELATA_HOSTS: 'crm.example.com' })).toMatchObject({ hosts: ['crm.example.com'], takesAnyAddress: true });
  expect(edgeOf({ HOST: '::' })).toMatchObject({ hosts: [], takesAnyAddress: true });
  expect(edgeOf({ HOST: 'crm.example.com' })).toMatchObject({ hosts: ['crm.example.com'], takesAnyAddress: false });
  for (const RELATA_HOSTS of ['crm.example.com:4000', 'https://crm.example.com', '*', 'a,,b'])
    expect(faultsOf({ RELATA_HOSTS })).toHaveLength(1);
});

test('proxies are trusted by their number or by their addresses, and never all of them', () => {
  expect(readConfig({ TRUST_PROXY: '2' }).edge.trustProxy).toBe(2);
  expect(readConfig({ TRUST_PROXY: '10.0.0.1' }).edge.trustProxy).toEqual(['10.0.0.1']);
  for (const TRUST_PROXY of ['true', '-1', '1.5', '10.0.0.0/33', '10.0.0.0/', 'fe80::/129', 'proxy.example.com', '10.0.0.1 10.0.0.2'])
    expect(faultsOf({ TRUST_PROXY })).toHaveLength(1);
});

test('the drain fits into the shutdown', () => {
  expect(faultsOf({ RELATA_DRAIN_TIMEOUT_MS: '20000' })).toEqual([
    'RELATA_DRAIN_TIMEOUT_MS is 20000; it must be 0 or less than RELATA_SHUTDOWN_TIMEOUT_MS, which is 20000.',
  ]);
  expect(readConfig({ RELATA_SHUTDOWN_TIMEOUT_MS: '0' })).toMatchObject({ shutdownTimeoutMs: 0, drainTimeoutMs: 0 });
});

test('an operation that may run fits into its minute, and only registered documents need a list of them', () => {
  expect(faultsOf({ RELATA_COST_PER_MINUTE: '49999' })).toEqual([
    'RELATA_COST_PER_MINUTE is 49999; it must be 0 or at least RELATA_MAX_COST, which is 50000.',
  ]);
  expect(readConfig({ RELATA_COST_PER_MINUTE: '0' }).budgets).toMatchObject({ costPerMinute: 0, organizationCostPerMinute: 0 });
  // A larger budget of each user makes that of the organization larger, unless that is set.
  expect(readConfig({ RELATA_COST_PER_MINUTE: '10000000' }).budgets.organizationCostPerMinute).toBe(40_000_000);
  expect(faultsOf({ RELATA_ORGANIZATION_COST_PER_MINUTE: '49999' })).toEqual([
    'RELATA_ORGANIZATION_COST_PER_MINUTE is 49999; it must be 0 or at least RELATA_MAX_COST, which is 50000.',
  ]);
  expect(faultsOf({ RELATA_DOCUMENTS_ONLY: 'on' })).toEqual([
    'RELATA_DOCUMENTS_ONLY is on without RELATA_DOCUMENTS; name the file of the documents to run.',
  ]);
});

test.each(['crm.example.com', 'ftp://crm.example.com', 'https://a:b@crm.example.com', 'https://crm.example.com/?a', 'https://'])(
  '%s is no public address',
  (RELATA_PUBLIC_URL) => {
    expect(faultsOf({ RELATA_PUBLIC_URL })).toHaveLength(1);
  },
);

test('without a direct address, the one address serves for both', () => {
  expect(readConfig({ DATABASE_URL: url }).database).toEqual({ kind: 'external', url, directUrl: url, roles: null });
});

test('a variable that is set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: ' warn ' })).toMatchObject({
    port: 4000,
    database: { kind: 'embedded' },
    logLevel: 'warn',
  });
});

test('all faults are told at once, each with its name, its value and what would be right', () => {
  const faults = faultsOf({ PORT: '70000', HOST: 'a b', LOG_LEVEL: 'loud', RELATA_DEMO: 'yes', RELATA_DB_POOL: '-1' });
  expect(faults).toEqual([
    'HOST is "a b"; it must be an IP address or a host name, without a port.',
    'PORT is "70000"; it must be a whole number from 0 to 65535.',
    'RELATA_DEMO is "yes"; it must be one of auto, on, off.',
    'LOG_LEVEL is "loud"; it must be one of trace, debug, info, warn, error, fatal, silent.',
    'RELATA_DB_POOL is "-1"; it must be a whole number from 1 to 200.',
  ]);
  expect(new ConfigError(['a', 'b']).message).toBe('The configuration is not usable:\n  - a\n  - b');
});

test.each(['4e3', '0x10', '1.5', '4 000', '９'])('%s is no whole number', (PORT) => {
  expect(faultsOf({ PORT })).toHaveLength(1);
});

test.each(['127.0.0.1', '0.0.0.0', '::', 'localhost', 'crm.example.com'])('%s is a host', (HOST) => {
  expect(readConfig({ HOST }).host).toBe(HOST);
});

test.each(['localhost:4000', 'http://localhost', '-x', 'a..b'])('%s is no host', (HOST) => {
  expect(faultsOf({ HOST })).toHaveLength(1);
});

test('a password never appears in a message', () => {
  const urls = ['mysql://crm:hush@db/crm', 'postgres://crm:hush@db', 'crm:hush@db', 'postgres://db?password=hush'];
  for (const DATABASE_URL of urls) {
    const [fault] = faultsOf({ DATABASE_URL });
    expect(fault).toMatch(/^DATABASE_URL is not shown, as it may hold a password; it must be a URL such as postgres:/);
    expect(fault).not.toContain('hush');
  }
  expect(faultsOf({ DATABASE_URL: 'localhost' })).toEqual([
    'DATABASE_URL is "localhost"; it must be a URL such as postgres://user:password@host:5432/database.',
  ]);
});

test('addresses that need one another are asked for together', () => {
  expect(faultsOf({ DATABASE_DIRECT_URL: url })).toEqual(['DATABASE_DIRECT_URL is set without DATABASE_URL; set both, or neither.']);
  expect(faultsOf({ DATABASE_URL: url, RELATA_DATABASE_SYSTEM_URL: url })).toEqual([
    'RELATA_DATABASE_SYSTEM_URL is set without RELATA_DATABASE_APP_URL; set both, or neither.',
  ]);
  expect(faultsOf({ RELATA_DATABASE_APP_URL: url })).toHaveLength(2);
  expect(faultsOf({ DATABASE_URL: 'nonsense', DATABASE_DIRECT_URL: url })).toHaveLength(1);
});

test('an unknown name of ours is refused, with the nearest known one and without its value', () => {
  expect(faultsOf({ RELATA_MAX_TOKEN: 'hush', RELATA_PORT: '1', RELATA_QQQQ: '1' })).toEqual([
    'RELATA_MAX_TOKEN is not a setting. Did you mean RELATA_MAX_TOKENS?',
    'RELATA_PORT is not a setting. Did you mean PORT?',
    'RELATA_QQQQ is not a setting.',
  ]);
});

test('the reference lists every variable with its default, and setting the defaults changes nothing', () => {
  const reference = configReference();
  expect(reference).toHaveLength(42);
  expect(reference[1]).toEqual({ name: 'PORT', default: '4000', description: 'Port to listen on; 0 takes a free one.' });
  expect(reference.every(({ description }) => description.endsWith('.'))).toBe(true);
  expect(readConfig(Object.fromEntries(reference.map(({ name, default: value }) => [name, value])))).toEqual(readConfig({}));
});

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
