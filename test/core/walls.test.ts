import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isCompositeType, isObjectType, type GraphQLSchema } from 'graphql';
import pg from 'pg';
import { connectDatabase, type Database } from '../../server/core/database/database.js';
import { APP_ROLE } from '../../server/core/database/roles.js';
import { decodeCursor } from '../../server/core/read/cursor.js';
import { registry } from '../../server/modules/index.js';
import { copyDatabase, createDatabase, type TestDatabase } from '../support/database.js';
import { watchDriver } from '../support/driver.js';
import { attemptsOf, type Attempt } from '../support/mutation-walk.js';
import {
  coordinatesIn,
  coordinatesOf,
  eachAnswered,
  operationsOf,
  orderProbes,
  queryProbes,
  type Operation,
  type Probe,
} from '../support/schema-walk.js';
import {
  asOwner,
  digestsOf,
  entangle,
  revive,
  tablesOfOrganizations,
  twoOrganizations,
  wipe,
  withoutRowSecurity,
  type Marked,
} from '../support/two-organizations.js';
import {
  credentialAttempts,
  imports,
  entangledClones,
  entangledUpdates,
  picklistChanges,
  pipelineChanges,
  reorders,
  plantSecrets,
  settingsChanges,
  signIns,
  uniqueChanges,
  walkValues,
  writeValues,
} from '../support/walk-values.js';
import { workspace, type Workspace } from '../support/workspace.js';

const limits = { maxTokens: 100_000, maxAliases: 10_000, maxDepth: 30, maxCost: 1_000_000_000 };
const PROBES_PER_OPERATION = 25;
/** What the role that serves requests may not even read. */
const secretTables = ['api_key', 'credential', 'one_time_token', 'refresh_token', 'session', 'upload_ticket'];

/** Two organisations, ours and theirs, whose rows refer to each other; every walk works on a copy. */
let origin: TestDatabase;
/** The server of all walks, on a copy of its own to sign in by: each walk puts another behind it. */
let front: Workspace;
let own: TestDatabase;
let schema: GraphQLSchema;
let ours: Marked;
let theirs: Marked;
/** Their row ids that stand in our rows, so that `xId` may show them. */
let planted: ReadonlySet<string>;
let probes: readonly Probe[];
let operations: readonly Operation[];
let attempts: readonly Attempt[];
/** What the API answers when there is no second organisation. */
let alone: Walked;

beforeAll(async () => {
  origin = await createDatabase();
  const first = await workspace({ databaseUrl: origin.url, limits });
  ({ schema } = first.app.model);
  [ours, theirs] = await twoOrganizations(first, ['xqalfa', 'xqbeta'], [4, 6]);
  planted = await entangle(origin.url, [ours, theirs]);
  const intruder = { ours, theirs, system: first.app.database.system };
  const cursors = await cursorsOf(first, orderProbes(schema, await walkValues(intruder)));
  const values = await walkValues(intruder, (list) => cursors.find(({ about }) => about.startsWith(`${list}(`))?.cursor);
  probes = [...queryProbes(schema, values), ...orderProbes(schema, values, (probe) => cursors[probe]!.cursor)];
  operations = operationsOf(probes, PROBES_PER_OPERATION);
  const all = [
    // Before others make copies of records.
    ...uniqueChanges(schema, ours),
    ...entangledUpdates(schema, ours),
    ...entangledClones(schema, ours),
    ...picklistChanges(schema, intruder),
    ...(await pipelineChanges(schema, intruder)),
    ...reorders(schema, intruder),
    ...attemptsOf(schema, registry, await writeValues(intruder)),
    ...(await imports(schema, intruder)),
    ...settingsChanges(schema),
    ...(await signIns(schema, intruder)),
    ...credentialAttempts(schema, intruder),
  ];
  // Dry runs first: that they left nothing is looked at once, after the last.
  attempts = [...all.filter(isDry), ...all.filter((attempt) => !isDry(attempt))];
  await first.close();

  own = await copyDatabase(origin.url);
  // Addresses that are good for minutes must be the same in every walk.
  const now = new Date();
  front = await workspace({ databaseUrl: own.url, limits, clock: () => now });
  alone = await walk({ prepare: (url) => wipe(url, theirs.org) });
}, 400_000);

afterAll(async () => {
  await front.close();
  await own.drop();
  await origin.drop();
});

test('the walk reaches every field, argument, condition and order of the schema', () => {
  const touched = new Set([...operations, ...attempts].flatMap((operation) => [...coordinatesIn(schema, operation)]));
  expect([...coordinatesOf(schema)].filter((coordinate) => !touched.has(coordinate))).toEqual([]);
});

test('every field that the walk reads has a value in some answer', () => {
  const answered = new Set<string>();
  const isValue = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  [...operations, ...attempts].forEach((operation, index) =>
    eachAnswered(schema, operation, alone.answers[index]!.data, (coordinate, value) => isValue(value) && answered.add(coordinate)),
  );
  expect([...coordinatesOf(schema)].filter((coordinate) => fieldOf(coordinate) && !answered.has(coordinate)).sort()).toEqual([
    // A history is never deleted, and an organisation that is has no users.
    'DealStageHistory.deletedAt',
    'DealStageHistoryGroupKey.deletedAt',
    'DealStageHistoryGroupKey.deletedAtPeriod',
    'DealStageHistoryMax.deletedAt',
    'DealStageHistoryMin.deletedAt',
    // There is one, and nobody who was in it made it.
    'Organization.createdBy',
    'Organization.deletedAt',
  ]);
});

/** Which walls the database has by itself, each version of it must show; what our statements say is the same on all of them. */
const isOfDatabase = process.env['WALLS'] === 'database';
const testOfStatements = isOfDatabase ? test.skip : test;
if (isOfDatabase)
  process.stdout.write('Left out: walks that show what our own statements keep apart; only what the database does is walked.\n');

testOfStatements(
  'behind both walls, nothing of another organisation is in any answer, and nothing of it changes',
  async () => {
    expectWalls(await walk({}));
  },
  300_000,
);

test('behind row level security alone, with the predicates taken out of the statements, the same', async () => {
  const walked = await walk({ change: withoutPredicate });
  expectWalls(walked);
  expect(walked.statements.map(withoutPredicate).filter((text) => /\borg = \$\d+(?!::uuid OR true)/.test(text))).toEqual([]);
}, 300_000);

testOfStatements(
  'behind the predicates alone, with row level security off, the same',
  async () => {
    expectWalls(await walk({ prepare: withoutRowSecurity }));
  },
  300_000,
);

testOfStatements(
  'without walls the walk finds the other organisation in every list, lookup, figure and condition, and changes it',
  async () => {
    const open = await walk({ prepare: withoutRowSecurity, change: withoutPredicate });
    const [seen, differing] = [new Set<string>(), new Set<string>()];
    operations.forEach((operation, index) => {
      const [found, expected] = [open, alone].map(({ answers }) => valuesOf(operation, answers[index]!.data));
      for (const coordinate of expected!.keys()) seen.add(coordinate);
      for (const [coordinate, values] of found!) if (values !== expected!.get(coordinate)) differing.add(coordinate);
    });
    const records = [...seen].filter((coordinate) => isCompositeType(fieldOf(coordinate)));
    expect(records.filter((coordinate) => !differing.has(coordinate) && !isOfProgram(coordinate))).toEqual([]);

    const named = (some: readonly Probe[]) =>
      new Set(operationsOf(some, PROBES_PER_OPERATION).flatMap((operation) => [...coordinatesIn(schema, operation)]));
    const telling = named(probes.filter((_, index) => open.answerTo(index) !== alone.answerTo(index)));
    const silent = [...named(probes)].filter((coordinate) => !telling.has(coordinate) && !coordinate.endsWith('.__typename'));
    // `deleted` beside an id of ours has nothing else to show.
    expect(silent.filter((coordinate) => !isOfProgram(coordinate) && !/^Query\.\w+\(deleted:\)$/.test(coordinate))).toEqual([]);

    const changed = open.after.filter((digest, index) => digest !== open.before[index]).map((digest) => digest.split(' ')[0]);
    expect(changed).toEqual(expect.arrayContaining(['account', 'change', 'contact', 'deal']));
  },
  300_000,
);

const isDry = ({ expected }: Attempt): boolean => expected === 'undone';

/** What has nothing to do with others' rows: what a query costs, what the program's own enums mean, what its modules are, who asks, how they are set, and what is unique for them. */
const isOfProgram = (coordinate: string): boolean =>
  /^(Query\.)?(estimateCost|CostEstimate|enumeration|Enumeration|modules?$|module\(|(Module|Field|Lookup|RelatedList|Summary|Figure|Mutation|Argument)Info|viewer|Viewer|Credential|uniqueFields|UniqueField)|^Preview\w+Input\.discountPercent$/.test(
    coordinate,
  );

test('PostgreSQL itself keeps the server to one organisation, and to adding to the log', async () => {
  await using crm = await workspace();
  const [acme, other] = await twoOrganizations(crm, ['xqalfa', 'xqbeta'], [2, 2]);
  const { system } = crm.app.database;
  /** Runs a statement as the server would, in a transaction of acme; the code of PostgreSQL's refusal, or what came. */
  const asServer = (text: string, values: string[] = []) =>
    crm.app.services.transactions
      .run(
        { org: acme.org, actor: null, cause: 'test' },
        (transaction) => transaction.run(text, values),
        () => false,
      )
      .catch((error: unknown) => (error as { code: string }).code);
  const DENIED = '42501';

  const { rows: tables } = await system.query<{ name: string }>(tablesOfOrganizations);
  const readable = tables.map(({ name }) => name).filter((name) => !secretTables.includes(name));
  for (const table of readable) {
    const { rows } = await system.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE org = $1`, [other.org]);
    expect([table, Number(rows[0]!.count)]).not.toEqual([table, 0]);
    expect([table, await asServer(`SELECT count(*)::text FROM ${table} WHERE org = '${other.org}'`)]).toEqual([table, [['0']]]);
    expect([table, await asServer(`UPDATE ${table} SET org = '${other.org}'`)]).toEqual([table, DENIED]);
    // Administrators remove values of picklists, and what is unique: their own organisation's.
    const removed = `WITH gone AS (DELETE FROM ${table} RETURNING org) SELECT count(*)::text FROM gone WHERE org <> '${acme.org}'`;
    expect([table, await asServer(removed)]).toEqual([
      table,
      ['picklist_value', 'unique_field', 'unique_value'].includes(table) ? [['0']] : DENIED,
    ]);
    expect([table, await asServer(`TRUNCATE ${table}`)]).toEqual([table, DENIED]);
  }
  for (const table of [...secretTables, 'sign_in_attempt', 'signing_key', 'migration'])
    expect([table, await asServer(`SELECT FROM ${table}`)]).toEqual([table, DENIED]);

  // Told an organisation, the role that signs people in is kept to it as well.
  const { rows: key } = await system.query<{ hash: string }>('SELECT hash::text AS hash FROM refresh_token WHERE org = $1 LIMIT 1', [
    other.org,
  ]);
  const asSystem = (text: string) =>
    crm.app.services.systemTransactions
      .run(
        { org: acme.org, actor: null, cause: 'test' },
        (transaction) => transaction.run(text, []),
        () => false,
      )
      .catch((error: unknown) => (error as { code: string }).code);
  for (const table of tables.map(({ name }) => name)) {
    expect([table, await asSystem(`SELECT count(*)::text FROM ${table} WHERE org = '${other.org}'`)]).toEqual([table, [['0']]]);
    expect([table, await asSystem(`UPDATE ${table} SET org = '${other.org}'`)]).toEqual([table, DENIED]);
  }
  expect(await asSystem(`DELETE FROM session WHERE org = '${other.org}' RETURNING id`)).toEqual([]);
  expect(await asSystem(`UPDATE refresh_token SET used_at = now() WHERE hash = '${key[0]!.hash}' RETURNING 1`)).toEqual([]);

  const log = (org: string) =>
    asServer(
      `INSERT INTO change (org, module, record_id, version, operation, was, became) VALUES ($1, 'Account', $1, 1, 'EVENT', '{}', '{}') RETURNING module`,
      [org],
    );
  expect(await log(acme.org)).toEqual([['Account']]);
  expect(await log(other.org)).toBe(DENIED);
  expect(await asServer(`UPDATE change SET operation = 'NONE'`)).toBe(DENIED);
  expect(await asServer('DELETE FROM change')).toBe(DENIED);

  // Foreign keys do not ask row level security; that they name the organisation is what stops this.
  const [owner, account] = [acme.ids.get('User')![0]!, other.ids.get('Account')![0]!];
  const contact = 'INSERT INTO contact (org, id, last_name, owner_id, account_id) VALUES ($1, $2, $3, $2, $4)';
  expect(await asServer(contact, [acme.org, owner, 'Nobody', account])).toBe('23503');
  expect(await asServer(contact, [acme.org, owner, 'Nobody', acme.ids.get('Account')![0]!])).toEqual([]);

  // A connection that nobody has told an organisation sees none.
  const lost = new pg.Client({ connectionString: crm.url, options: `-c role=${APP_ROLE}` });
  await lost.connect();
  for (const table of readable) expect([table, (await lost.query(`SELECT FROM ${table}`)).rowCount]).toEqual([table, 0]);
  await lost.end();
});

test('no table, function, policy or role leaves a way around row level security', async () => {
  await using crm = await workspace();
  const read = (text: string) => asOwner(crm.url, (run) => run(text));

  const open = await read(`SELECT relname AS name, relispartition AS partition,
      concat_ws(' ', ${['crm_app', 'crm_system'].flatMap((role) => ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'].map((right) => `CASE WHEN has_table_privilege('${role}', oid, '${right}') THEN '${role} ${right}' END`)).join(', ')}) AS rights
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT (relrowsecurity AND relforcerowsecurity)`);
  // Partitions are guarded by their table, and which migrations ran is nobody's secret: both are the owner's alone.
  expect(open.filter(({ name, partition }) => !partition && name !== 'migration')).toEqual([]);
  expect(
    open
      .filter(({ partition }) => partition)
      .map(({ name }) => name)
      .filter((name) => !/^change_(other|\d{4}_\d\d)$/.test(name!)),
  ).toEqual([]);
  expect(open.filter(({ rights }) => rights !== '')).toEqual([]);

  const policies = await read(
    `SELECT tablename || '.' || policyname AS name, array_to_string(roles, ' ') AS roles, qual, with_check AS check FROM pg_policies WHERE schemaname = 'public'`,
  );
  const OWN = "(org = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)";
  expect(policies.length).toBeGreaterThan(registry.modules.size);
  expect(
    policies.filter(({ roles, qual, check }) => !(roles === 'crm_app' && qual === OWN && check === OWN) && roles !== 'crm_system'),
  ).toEqual([]);

  expect(await read(`SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`)).toEqual([
    { name: 'crm_analyze' },
  ]);
  // It counts rows for the planner and gives nothing of them away; and only the system role may ask for it.
  expect(
    await read(
      `SELECT has_function_privilege('crm_app', 'crm_analyze(text)', 'EXECUTE')::text AS may, pg_get_function_result('crm_analyze(text)'::regprocedure) AS gives`,
    ),
  ).toEqual([{ may: 'false', gives: 'void' }]);
  expect(
    await read(
      `SELECT rolname AS name FROM pg_roles WHERE rolname IN ('crm_app', 'crm_system') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    ),
  ).toEqual([]);
  expect(
    await read(`SELECT roleid::regrole::text AS name FROM pg_auth_members WHERE member IN ('crm_app'::regrole, 'crm_system'::regrole)`),
  ).toEqual([]);
});

interface Answered {
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly extensions: { readonly dryRun?: boolean };
  readonly errors: readonly { path?: readonly (string | number)[]; extensions: { code: string; fields?: readonly { code: string }[] } }[];
  /** All headers but those that are new with each request. */
  readonly headers: string;
}

interface Walked {
  /** To the operations, then to the attempts. */
  readonly answers: readonly Answered[];
  readonly statements: readonly string[];
  /** A line for each table: how many rows of theirs, and their digest. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The lines of our own tables, before the dry runs and after them. */
  readonly untried: readonly string[];
  readonly tried: readonly string[];
  /** How many of our rows refer to theirs, by lookup. */
  readonly references: readonly string[];
  /** The answer to one probe, with the errors that belong to it. */
  answerTo(probe: number): string;
}

/**
 * Sends all operations and attempts as one of ours, on a copy of the two organisations.
 *
 * @param prepare what is done to the copy first
 * @param change what becomes of each statement on its way to the database
 */
async function walk({ prepare, change }: { prepare?: (url: string) => Promise<void>; change?: (text: string) => string }): Promise<Walked> {
  const copy = await copyDatabase(origin.url);
  await prepare?.(copy.url);
  const database = connectDatabase(
    { app: copy.url, system: copy.url },
    { readConnections: 2, writeConnections: 4, statementTimeoutMs: 5000 },
  );
  try {
    const { reader, transactions, systemTransactions } = database;
    Object.assign(front.app.services, { reader, transactions, systemTransactions });
    // Signing in happens at the server's own database, which all walks share.
    await plantSecrets(front.app.database.system, ours);
    const statements = watchDriver(front.app, change);
    const before = await digestsOf(database.system, theirs.org);
    const answers: Answered[] = [];
    for (let at = 0; at < operations.length; at += 8) {
      answers.push(...(await Promise.all(operations.slice(at, at + 8).map((operation) => send(front, ours, operation)))));
    }
    const untried = await digestsOf(database.system, ours.org);
    for (const attempt of attempts.filter(isDry)) answers.push(await send(front, ours, attempt));
    const tried = await digestsOf(database.system, ours.org);
    const saved = attempts.filter((one) => !isDry(one));
    for (let at = 0, next = 0; at < saved.length; at = next) {
      // What is refused writes nothing: some of it at once. What is written, one after the other.
      const isNext = (one: Attempt | undefined): boolean => one?.expected === 'refused' && one.name === saved[at]!.name;
      next = at + 1;
      if (isNext(saved[at])) while (next - at < 4 && isNext(saved[next])) next++;
      const { module } = saved[at]!;
      if (module) await revive(database.system, ours, module);
      answers.push(...(await Promise.all(saved.slice(at, next).map((attempt) => send(front, ours, attempt)))));
    }
    const [after, references] = [await digestsOf(database.system, theirs.org), await foreignReferences(database)];
    return { answers, statements, before, after, untried, tried, references, answerTo: (probe) => answerTo(answers, probe) };
  } finally {
    await database.close();
    await copy.drop();
  }
}

function answerTo(answers: readonly Answered[], probe: number): string {
  const key = `p${probe % PROBES_PER_OPERATION}`;
  const { data, errors } = answers[Math.floor(probe / PROBES_PER_OPERATION)]!;
  return JSON.stringify([data?.[key], errors.filter(({ path }) => path?.[0] === key)]);
}

function expectWalls(walked: Walked): void {
  const foreign = [...operations, ...attempts].flatMap((operation, index) => {
    const { text, headers } = walked.answers[index]!;
    const found = foreignIn(text + headers, JSON.stringify(operation));
    return found.length > 0 ? [{ ...operation, found }] : [];
  });
  expect(foreign.slice(0, 3)).toEqual([]);

  // Counts, sums and pages too are what they would be if there were nobody else.
  const other = probes.filter((_, index) => walked.answerTo(index) !== alone.answerTo(index));
  expect(other.slice(0, 3)).toEqual([]);
  attempts.forEach((attempt, index) => {
    const [answer, expected] = [walked, alone].map(({ answers }) => answers[operations.length + index]!);
    expect({ ...attempt, outcome: outcomeOf(attempt, answer!) }).toEqual({ ...attempt, outcome: attempt.expected });
    if (attempt.expected === 'refused') expect({ ...attempt, answer: answer!.text }).toEqual({ ...attempt, answer: expected!.text });
  });
  expect(walked.after).toEqual(walked.before);
  expect(walked.tried).toEqual(walked.untried);
  expect(walked.references).toEqual(alone.references);
  expect(walked.statements.filter((text) => !isGuarded(text))).toEqual([]);
}

/** What became of a mutation; or the first reason for refusing it that has nothing to do with whose the records are. */
function outcomeOf({ name, also = [] }: Attempt, { data, errors, extensions: { dryRun } }: Answered): string {
  type Refusal = { code: string; fields?: readonly { code: string }[] };
  const known = [
    'NOT_FOUND',
    'REFERENCE_NOT_FOUND',
    'UNKNOWN_PICKLIST_VALUE',
    'CONFLICT',
    'SIGN_IN_FAILED',
    'LINK_INVALID',
    'REFRESH_TOKEN_INVALID',
    ...also,
  ];
  const unknown = (refusals: Refusal[]): string | undefined =>
    refusals
      .flatMap(({ code, fields }) => (fields?.length ? fields.map((fault) => fault.code) : [code]))
      .find((code) => !known.includes(code));
  if (errors.length > 0) return unknown(errors.map(({ extensions }) => extensions)) ?? 'refused';
  const {
    results = [],
    failed,
    created = 0,
    updated = 0,
    unchanged = 0,
    succeeded = created + updated + unchanged,
  } = data![name] as {
    results?: { error: Refusal | null }[];
    succeeded?: number;
    failed?: number;
    created?: number;
    updated?: number;
    unchanged?: number;
  };
  if (!failed) return dryRun ? 'undone' : 'written';
  return unknown(results.flatMap(({ error }) => error ?? [])) ?? (succeeded === 0 ? 'refused' : 'some');
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Marks and ids of theirs in a text that the request did not hold itself. Cursors are read too. */
function foreignIn(text: string, request: string): string[] {
  const rows = new Set([theirs.org, ...[...theirs.ids.values()].flat()]);
  const found = tokensOf(text).filter((token) => token.startsWith(theirs.mark) || (rows.has(token) && !planted.has(token)));
  if (found.length === 0) return [];
  const sent = new Set(tokensOf(request));
  return found.filter((token) => !sent.has(token));
}

function tokensOf(text: string): string[] {
  const cursors = [...text.matchAll(/[\w-]{40,}/g)].map(([cursor]) => decodeCursor(cursor)?.values.join(' ') ?? '');
  const whole = `${text} ${cursors.join(' ')}`.toLowerCase();
  return [...(whole.match(UUID) ?? []), ...(whole.match(new RegExp(`${theirs.mark}\\w*`, 'g')) ?? [])];
}

/** All that an answer says for each field of the schema. */
function valuesOf(operation: Operation, data: unknown): Map<string, string> {
  const found = new Map<string, string>();
  eachAnswered(schema, operation, data, (coordinate, value) =>
    found.set(coordinate, (found.get(coordinate) ?? '') + JSON.stringify(value)),
  );
  return found;
}

/** The type of the output field at a coordinate; undefined where it is something else. */
function fieldOf(coordinate: string) {
  const [type, field] = coordinate.split('.');
  const parent = schema.getType(type!);
  const found = isObjectType(parent) ? parent.getFields()[field!] : undefined;
  return found && getNamedType(found.type);
}

/** The organisation's predicate; `p.org = s.org` joins rows of one organisation and stays. */
const withoutPredicate = (text: string): string => text.replace(/\b(?:\w+\.)?org = \$\d+::uuid/g, '($& OR true)');

/** Whether every table that a statement reads or changes stands under the predicate of the organisation. */
function isGuarded(text: string): boolean {
  const tables = [...registry.modules.values()]
    .map(({ table }) => table)
    .concat('picklist_value', 'change', 'file', 'job_run', 'idempotency_key', 'unique_field', 'unique_value', secretTables);
  const uses = [...text.matchAll(new RegExp(`\\b(?:FROM|JOIN|UPDATE) (?:${tables.join('|')})\\b(?: (?!WHERE|SET|ON)(\\w+))?`, 'g'))].map(
    ([, alias]) => alias ?? '',
  );
  const count = (alias: string): number => [...text.matchAll(alias ? new RegExp(`\\b${alias}\\.org = `, 'g') : /(?<!\.)\borg = /g)].length;
  return uses.every((alias) => count(alias) >= uses.filter((one) => one === alias).length);
}

async function send({ app }: Workspace, from: Marked, { query, variables }: Operation): Promise<Answered> {
  const response = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${from.person.token}` },
    payload: JSON.stringify({ query, variables }),
  });
  const { 'x-request-id': _id, date: _date, ...headers } = response.headers;
  const { data = null, errors = [], extensions = {} } = JSON.parse(response.body) as Partial<Answered>;
  return { text: response.body, data, errors, extensions, headers: JSON.stringify(headers) };
}

/** The cursors that theirs get for the questions, each with what it was asked about. */
async function cursorsOf(crm: Workspace, asked: readonly Probe[]): Promise<{ about: string; cursor: string | undefined }[]> {
  const found: { about: string; cursor: string | undefined }[] = [];
  for (const operation of operationsOf(asked, PROBES_PER_OPERATION)) {
    const { data, errors } = await send(crm, theirs, operation);
    expect(errors).toEqual([]);
    for (const answer of Object.values(data!))
      found.push({ about: asked[found.length]!.about, cursor: /"endCursor":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] });
  }
  return found;
}

async function foreignReferences({ system }: Database): Promise<string[]> {
  const lookups = [...registry.modules.values()].flatMap((module) =>
    [...module.fields.values()].filter(({ kind }) => kind === 'lookup').map((field) => ({ module, field })),
  );
  return Promise.all(
    lookups.map(async ({ module, field }) => {
      const text = `SELECT count(*) FROM ${module.table} WHERE org = $1 AND ${field.column} = ANY($2)`;
      const { rows } = await system.query<{ count: string }>(text, [ours.org, theirs.ids.get(registry.target(field).name)]);
      return `${module.name}.${field.name}: ${rows[0]!.count}`;
    }),
  );
}
