import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isCompositeType, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import pg from 'pg';
import { connectDatabase, type Database } from '../../server/core/database/database.js';
import { APP_ROLE } from '../../server/core/database/roles.js';
import { decodeCursor } from '../../server/core/read/cursor.js';
import { camelCase } from '../../server/core/names.js';
import { leadsToRecord, type Module } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { copyDatabase, createDatabase, type TestDatabase } from '../support/database.js';
import { switchDatabases, watched } from '../support/driver.js';
import { isOtherSeed, seededRandom } from '../support/seed.js';
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

const limits = { maxTokens: 1_000_000, maxAliases: 10_000, maxDepth: 30, maxCost: 1_000_000_000, maxConditions: 10_000 };
const PROBES_PER_OPERATION = 25;
/** What the role that serves requests may not even read. */
const secretTables = ['api_key', 'credential', 'one_time_token', 'refresh_token', 'session', 'upload_ticket'];

/** What keeps organisations apart in a walk. `alone`: there is no other one. */
type Walls = 'alone' | 'both' | 'rowSecurity' | 'predicates' | 'none';

/** How each is made: what is done to its copy of the database, and what becomes of each statement. */
const setUps: Readonly<Record<Walls, { prepare?: (url: string) => Promise<void>; change?: (text: string) => string }>> = {
  alone: { prepare: (url) => wipe(url, theirs.org) },
  both: {},
  rowSecurity: { change: (text) => withoutPredicate(text) },
  predicates: { prepare: withoutRowSecurity },
  none: { prepare: withoutRowSecurity, change: (text) => withoutPredicate(text) },
};

/**
 * On other versions of PostgreSQL what the database does by itself may differ, and nothing else: with WALLS=database its
 * row level security alone is walked, with one operation of each kind.
 */
const isOfDatabase = process.env['WALLS'] === 'database';
const testOfStatements = isOfDatabase ? test.skip : test;
if (isOfDatabase)
  process.stdout.write('Left out: walks that show what our own statements keep apart; only what the database does is walked.\n');

/** Two organisations, ours and theirs. */
let sound: TestDatabase;
/** The same, their rows refer to each other; each walk works on a copy. */
let origin: TestDatabase;
/** The server of all walks, on a copy of its own to sign in by; each request says which walk's database it is for. */
let front: Workspace;
let own: TestDatabase;
let schema: GraphQLSchema;
let ours: Marked;
let theirs: Marked;
/** Their row ids that stand in our rows, so that `xId` may show them. */
let planted: ReadonlySet<string>;
/** Those of `chosen` first. */
let probes: readonly Probe[];
let operations: readonly Operation[];
let attempts: readonly Attempt[];
/** How many of the probes, from the first, are one of each kind of predicate, and one for each table; and of the operations, which hold them. */
let chosenProbes: number;
let chosenOperations: number;
/** One attempt of each kind. */
let chosenAttempts: ReadonlySet<Attempt>;
const walks = new Map<Walls, Walk>();
/** What the walk without walls has been asked for, where an answer has told of the other organisation, and which fields have told of it. */
const told = { asked: new Set<string>(), telling: new Set<string>(), differing: new Set<string>() };

beforeAll(async () => {
  sound = await createDatabase();
  const maker = await workspace({ databaseUrl: sound.url });
  [ours, theirs] = await twoOrganizations(maker, ['xqalfa', 'xqbeta'], [4, 6]);
  await maker.close();
  origin = await copyDatabase(sound.url);
  const first = await workspace({ databaseUrl: origin.url, limits });
  ({ schema } = first.app.model);
  planted = await entangle(origin.url, [ours, theirs]);
  const intruder = { ours, theirs, system: first.app.database.system };
  const cursors = await cursorsOf(first, orderProbes(schema, await walkValues(intruder)));
  const values = await walkValues(intruder, (list) => cursors.find(({ about }) => about.startsWith(`${list}(`))?.cursor);
  const allProbes = [...queryProbes(schema, values), ...orderProbes(schema, values, (probe) => cursors[probe]!.cursor)];
  // The shortest of each kind; with another seed any of them.
  const any = <T>(all: readonly T[]): readonly T[] => (isOtherSeed ? seededRandom().shuffle(all) : all);
  const foreignId = new RegExp(`${theirs.mark}|${[...theirs.ids.values()].flat().join('|')}`);
  const chosen = oneOfEach(any(allProbes.toSorted((a, b) => a.text.length - b.text.length)), (probe) =>
    kindsOf(probe, foreignId.test(JSON.stringify(probe.variables))),
  );
  const some = [chosen, new Set(allProbes.filter((probe) => !chosen.has(probe)))].map((set) => [...set]);
  probes = some.flat();
  operations = some.flatMap((part) => operationsOf(part, PROBES_PER_OPERATION));
  chosenProbes = chosen.size;
  chosenOperations = Math.ceil(chosenProbes / PROBES_PER_OPERATION);
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
  // Those without a kind are all there is of theirs, and some of them prepare others.
  chosenAttempts = oneOfEach(any(attempts), (attempt) => attempt.kinds ?? [String(attempts.indexOf(attempt))]);
  await first.close();

  own = await copyDatabase(origin.url);
  // Addresses that are good for minutes must be the same in every walk.
  const now = new Date();
  front = await workspace({ databaseUrl: own.url, limits, clock: () => now });
  const within = switchDatabases(front.app);
  const walls: readonly Walls[] = isOfDatabase ? ['alone', 'rowSecurity'] : ['alone', 'both', 'rowSecurity', 'predicates', 'none'];
  for (const one of walls) walks.set(one, await startWalk(one, within));
  await walkAll();
}, 1_800_000);

afterAll(async () => {
  for (const walk of walks.values()) await walk.close();
  await front.close();
  await own.drop();
  await origin.drop();
  await sound.drop();
}, 600_000);

test('the walk reaches every field, argument, condition and order of the schema', () => {
  const touched = new Set(attempts.flatMap((attempt) => [...coordinatesIn(schema, attempt)]));
  for (const { coordinates } of probes) for (const one of coordinates) touched.add(one);
  expect([...coordinatesOf(schema)].filter((coordinate) => !touched.has(coordinate))).toEqual([]);
});

testOfStatements('every field that the walk reads has a value in some answer', () => {
  const answered = new Set<string>();
  const isValue = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  for (const [operation, answer] of walks.get('alone')!.answers)
    eachAnswered(schema, operation, answer.data, (coordinate, value) => isValue(value) && answered.add(coordinate));
  expect([...coordinatesOf(schema)].filter((coordinate) => fieldOf(coordinate) && !answered.has(coordinate)).sort()).toEqual([
    // A history is never deleted, and an organisation that is has no users.
    'DealStageHistory.deletedAt',
    'DealStageHistoryGroupKey.deletedAt',
    'DealStageHistoryGroupKey.deletedAtPeriod',
    'DealStageHistoryMax.deletedAt',
    'DealStageHistoryMin.deletedAt',
    // The files of the walk are CSV: they have no sheets.
    'ImportPreview.otherSheets',
    'ImportPreview.sheet',
    // There is one, and nobody who was in it made it.
    'Organization.createdBy',
    'Organization.deletedAt',
  ]);
});

testOfStatements('behind both walls, nothing of another organisation is in any answer, and nothing of it changes', () => {
  const both = walks.get('both')!;
  expect(both.answers.size).toBe(operations.length + attempts.length);
  expectWalls(both);
  expect(both.references).toEqual(walks.get('alone')!.references);
});

test('behind row level security alone, with the predicates taken out of the statements, the same for one of each kind', () => {
  const walk = walks.get('rowSecurity')!;
  expectWalls(walk);
  expect([...walk.statements].map(withoutPredicate).filter((text) => /\borg"? = \$\d+(?!\d|(?:::uuid)? OR true)/.test(text))).toEqual([]);
});

testOfStatements('behind the predicates alone, with row level security off, the same for one of each kind', () => {
  expectWalls(walks.get('predicates')!);
});

testOfStatements('without walls the walk finds the other organisation in every list, lookup, figure and condition, and changes it', () => {
  const { asked, telling, differing } = told;
  const records = [...asked].filter((coordinate) => isCompositeType(fieldOf(coordinate)));
  expect(records.filter((coordinate) => !differing.has(coordinate) && !isOfProgram(coordinate))).toEqual([]);
  const named = new Set(probes.flatMap(({ coordinates }) => [...coordinates]));
  const silent = [...named].filter((coordinate) => !telling.has(coordinate) && !coordinate.endsWith('.__typename'));
  expect(silent.filter((coordinate) => !isOfProgram(coordinate) && !hasNothingToShow(coordinate))).toEqual([]);

  const open = walks.get('none')!;
  const changed = open.after.filter((digest, index) => digest !== open.before[index]).map((digest) => digest.split(' ')[0]);
  expect(changed).toEqual(expect.arrayContaining(['account', 'change', 'contact', 'deal']));
});

const isDry = ({ expected }: Attempt): boolean => expected === 'undone';

/** `deleted` beside an id of ours has nothing else to show. */
const hasNothingToShow = (coordinate: string): boolean => /^Query\.\w+\(deleted:\)$/.test(coordinate);

/** What has nothing to do with others' rows: what a query costs, what the program's own enums mean, what its modules are, who asks, how they are set, and what is unique for them. */
const isOfProgram = (coordinate: string): boolean =>
  /^(Query\.)?(estimateCost|CostEstimate|enumeration|Enumeration|modules?$|module\(|(Module|Field|Lookup|Reference|RelatedList|Summary|Figure|Mutation|Argument)Info|viewer|Viewer|Credential|uniqueFields|UniqueField)|^Preview\w+Input\.discountPercent$/.test(
    coordinate,
  );

/** The first of those that have something which none before them has. */
function oneOfEach<T>(all: readonly T[], kindsOfOne: (one: T) => readonly string[]): Set<T> {
  const known = new Set<string>();
  return new Set(
    all.filter((one) => {
      const size = known.size;
      for (const kind of kindsOfOne(one)) known.add(kind);
      return known.size > size;
    }),
  );
}

/** The kinds of predicates and selections that a probe has compiled: what it names, with kinds of fields for their names; and each table. */
function kindsOf({ about, coordinates, shape }: Probe, isForeign: boolean): string[] {
  const shaped = shape.filter((one) => !one.startsWith('SortOrder.')).map(kindOf);
  const argument = [kindOf(about), ...shaped, ...(shape.length === 1 ? [isForeign ? 'theirs' : 'ours'] : [])].join(' ');
  return [argument, ...[...coordinates].map(kindOf), ...(/^Query\.\w+\(first:\)$/.test(about) ? [about] : [])];
}

const kinds = new Map<string, string>();
/** A coordinate without the names of modules: `*Filter.text` for `AccountFilter.phone`. */
function kindOf(coordinate: string): string {
  const known = kinds.get(coordinate);
  if (known !== undefined) return known;
  const [, type, name, rest] = /^(\w+)(?:\.(\w+)(.*))?$/.exec(coordinate) as unknown as [string, string, string, string];
  const module = modulesByLength().find((one) => type.startsWith(one.name) && /^(?:$|[A-Z])/.test(type.slice(one.name.length)));
  const root = type === 'Query' && modulesByLength().find((one) => name === camelCase(one.name) || name === one.plural);
  const kind = isOfEnum(type)
    ? type.endsWith('Filter')
      ? `EnumFilter.${name}`
      : 'Enum'
    : root
      ? `Query.${name === root.plural ? '*s' : '*'}${rest}`
      : module
        ? `*${type.slice(module.name.length)}.${kindOfField(module, name)}${rest}`
        : coordinate;
  kinds.set(coordinate, kind);
  return kind;
}

/** Whether a type is an enum whose values are compiled alike, or the conditions on a field of such a type. */
function isOfEnum(name: string): boolean {
  const type = schema.getType(name);
  if (isEnumType(type)) return !/(?:GroupField|DeletedRecords|Bucket)$/.test(name);
  return isInputObjectType(type) && isEnumType(getNamedType(type.getFields()['in']?.type));
}

const modulesByLength = (): Module[] => [...registry.modules.values()].sort((a, b) => b.name.length - a.name.length);

/** Of a field what is compiled for it: its kind, and whether it is a formula; of names that are made of a field's, what they add. */
function kindOfField({ fields, relatedLists }: Module, given: string): string {
  const name = /^[A-Z_0-9]+$/.test(given)
    ? camelCase(given.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
    : given;
  const [field, end] =
    ['', 'Id', 'Label', 'Period', 'Key']
      .map((one) => [fields.get(name.slice(0, name.length - one.length)), one] as const)
      .find(([one, ending]) => one && name.endsWith(ending)) ?? [];
  if (field)
    return `${field.kind}${field.formula ? ' formula' : ''}${field.derived ? ' derived' : ''}${field.system ? ` ${field.name}` : ''}${end!}`;
  return relatedLists.has(name) ? 'list' : name;
}

test('PostgreSQL itself keeps the server to one organisation, and to adding to the log', async () => {
  await using crm = await workspace({ databaseUrl: sound.url });
  const [acme, other] = [ours, theirs];
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
  const read = (text: string) => asOwner(sound.url, (run) => run(text));

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
  /** All headers but those that are new with each request. */
  readonly headers: string;
  readonly data: Record<string, unknown> | null;
  readonly extensions: { readonly dryRun?: boolean };
  readonly errors: readonly Refusal[];
}

interface Refusal {
  readonly path?: readonly (string | number)[];
  readonly extensions: Issue & { readonly fields?: readonly Issue[] };
}

interface Issue {
  readonly code: string;
  readonly inputPath?: string;
  readonly fields?: readonly Issue[];
}

/** Operations and attempts of one of ours, on a copy of the two organisations. */
interface Walk {
  readonly walls: Walls;
  readonly database: Database;
  send(operation: Operation): Promise<Answered>;
  readonly answers: Map<Operation, Answered>;
  readonly statements: ReadonlySet<string>;
  /** A line for each table: how many rows of theirs, and their digest. */
  before: readonly string[];
  after: readonly string[];
  /** The lines of our own tables, before the dry runs and after them. */
  untried: readonly string[];
  tried: readonly string[];
  /** How many of our rows refer to theirs, by lookup: before, and after. */
  planted: readonly string[];
  references: readonly string[];
  close(): Promise<void>;
}

async function startWalk(walls: Walls, within: ReturnType<typeof switchDatabases>): Promise<Walk> {
  const { prepare, change } = setUps[walls];
  const copy = await copyDatabase(origin.url);
  await prepare?.(copy.url);
  const database = connectDatabase(
    { app: copy.url, system: copy.url },
    { readConnections: 2, writeConnections: 4, statementTimeoutMs: 20_000 },
  );
  const statements = new Set<string>();
  const { connections } = watched(database, (text) => {
    statements.add(text);
    return change ? change(text) : text;
  });
  return {
    walls,
    database,
    send: (operation) => within(connections, () => send(front, ours, operation)),
    answers: new Map(),
    statements,
    before: await digestsOf(database.system, theirs.org),
    after: [],
    untried: [],
    tried: [],
    planted: await foreignReferences(database),
    references: [],
    async close() {
      await database.close();
      await copy.drop();
    },
  };
}

/** Alone and behind both walls everything is sent; behind one wall, or none, one of each kind. */
const isSent = ({ walls }: Walk, isChosen: boolean): boolean => isChosen || (!isOfDatabase && (walls === 'alone' || walls === 'both'));
/** Without walls, what changes records of the modules that it must be found to change. */
const isOfChanged = ({ walls }: Walk, { module }: Attempt): boolean =>
  walls === 'none' && ['Account', 'Contact', 'Deal'].includes(module?.name ?? '');

/** Asks probes without walls until each coordinate has told of the other organisation, or none is left. */
async function findTelling(open: Walk, alone: Walk): Promise<void> {
  const { asked, telling, differing } = told;
  const isWanted = (coordinate: string): boolean =>
    !coordinate.endsWith('.__typename') &&
    !isOfProgram(coordinate) &&
    ((!telling.has(coordinate) && !hasNothingToShow(coordinate)) || (!differing.has(coordinate) && isCompositeType(fieldOf(coordinate))));
  const compare = (probe: Probe, expected: ProbeAnswer, found: ProbeAnswer): void => {
    if (JSON.stringify(expected) === JSON.stringify(found)) return;
    for (const one of probe.coordinates) telling.add(one);
    if (![...probe.coordinates].some((one) => isCompositeType(fieldOf(one)) && !differing.has(one))) return;
    const operation = { query: `{ p: ${probe.text} }`, variables: {} };
    const [values, expectedValues] = [found, expected].map(({ data }) => valuesOf(operation, { p: data }));
    for (const [coordinate, value] of values!) if (value !== expectedValues!.get(coordinate)) differing.add(coordinate);
  };
  const left = new Set(probes.keys());
  for (;;) {
    const wanted = new Map<string, number>();
    for (const index of left) for (const one of probes[index]!.coordinates) if (!wanted.has(one) && isWanted(one)) wanted.set(one, index);
    const next = [...new Set(wanted.values())];
    if (next.length === 0) return;
    const batch = operationsOf(
      next.map((index) => probes[index]!),
      PROBES_PER_OPERATION,
    );
    const answers: Answered[] = [];
    for (let at = 0; at < batch.length; at += 4)
      answers.push(...(await Promise.all(batch.slice(at, at + 4).map((operation) => open.send(operation)))));
    // One that is refused as a whole would tell of nothing.
    expect(answers.filter(({ data }) => !data).map(({ text }) => text.slice(0, 500))).toEqual([]);
    for (const [at, index] of next.entries()) {
      left.delete(index);
      for (const one of probes[index]!.coordinates) asked.add(one);
      compare(
        probes[index]!,
        answerTo(alone, index),
        answerUnder(answers[Math.floor(at / PROBES_PER_OPERATION)]!, `p${at % PROBES_PER_OPERATION}`),
      );
    }
  }
}

/** Sends each operation to one walk after the other, so that it is parsed and compiled once; then the attempts. */
async function walkAll(): Promise<void> {
  const all = [...walks.values()];
  const sendTo = async (walk: Walk, operation: Operation): Promise<void> => void walk.answers.set(operation, await walk.send(operation));
  for (let at = 0; at < operations.length; at += 4)
    await Promise.all(
      operations.slice(at, at + 4).map(async (operation, index) => {
        for (const walk of all) if (walk.walls !== 'none' && isSent(walk, at + index < chosenOperations)) await sendTo(walk, operation);
      }),
    );

  const [open, alone] = [walks.get('none'), walks.get('alone')!];
  if (open) await findTelling(open, alone);

  for (const walk of all) walk.untried = await digestsOf(walk.database.system, ours.org);
  const attemptsOfWalk = new Map(
    all.map((walk) => [walk, attempts.filter((one) => isSent(walk, chosenAttempts.has(one)) || isOfChanged(walk, one))]),
  );
  await Promise.all(
    all.map(async (walk) => {
      for (const attempt of attemptsOfWalk.get(walk)!.filter(isDry)) await sendTo(walk, attempt);
      walk.tried = await digestsOf(walk.database.system, ours.org);
    }),
  );

  /** How many attempts have written before a module's records were last revived. */
  const written = new Map(all.map((walk) => [walk, { count: 0, revived: new Map<Module, number>() }]));
  for (const attempt of attempts.filter((one) => !isDry(one))) {
    const those = all.filter((walk) => attemptsOfWalk.get(walk)!.includes(attempt));
    const one = async (walk: Walk): Promise<void> => {
      const state = written.get(walk)!;
      const { module, expected } = attempt;
      if (module && state.revived.get(module) !== state.count) {
        await revive(walk.database.system, ours, module);
        state.revived.set(module, state.count);
      }
      if (expected !== 'refused' || walk.walls === 'none') state.count++;
      await sendTo(walk, attempt);
    };
    if (attempt.module && attempt.module.name !== 'User') await Promise.all(those.map(one));
    else
      for (const walk of those) {
        // Signing in happens at the server's own database, which all walks share.
        await plantSecrets(front.app.database.system, ours);
        await one(walk);
      }
  }
  for (const walk of all) {
    walk.after = await digestsOf(walk.database.system, theirs.org);
    walk.references = await foreignReferences(walk.database);
  }
}

/** The operation that asks a probe, and the key of the answer in its own. */
function placeOf(probe: number): { operation: number; key: string } {
  const isChosen = probe < chosenProbes;
  const at = isChosen ? probe : probe - chosenProbes;
  return {
    operation: (isChosen ? 0 : chosenOperations) + Math.floor(at / PROBES_PER_OPERATION),
    key: `p${at % PROBES_PER_OPERATION}`,
  };
}

interface ProbeAnswer {
  readonly data: unknown;
  /** Those that belong to it, wherever it is asked. */
  readonly errors: readonly unknown[];
}

function answerTo({ answers }: Walk, probe: number): ProbeAnswer {
  const { operation, key } = placeOf(probe);
  return answerUnder(answers.get(operations[operation]!)!, key);
}

function answerUnder({ data, errors }: Answered, key: string): ProbeAnswer {
  return {
    data: data?.[key],
    errors: errors.filter(({ path }) => path?.[0] === key).map(({ path, extensions }) => [path?.slice(1), extensions]),
  };
}

function expectWalls(walk: Walk): void {
  const alone = walks.get('alone')!;
  const foreign = [...walk.answers].flatMap(([operation, { text, headers }]) => {
    const found = foreignIn(text + headers, operation);
    return found.length > 0 ? [{ ...operation, found }] : [];
  });
  expect(foreign.slice(0, 3)).toEqual([]);

  // Counts, sums and pages too are what they would be if there were nobody else.
  const differing = new Set(
    operations.filter((one) => walk.answers.has(one) && walk.answers.get(one)!.text !== alone.answers.get(one)!.text),
  );
  // Faults of one operation come in any order.
  const other = probes.flatMap(({ about, text, variables }, index) => {
    if (!differing.has(operations[placeOf(index).operation]!)) return [];
    const [given, expected] = [walk, alone].map((one) => JSON.stringify(answerTo(one, index)));
    if (given === expected) return [];
    return [{ about, text: text.slice(0, 1000), variables, given: given?.slice(0, 500), expected: expected?.slice(0, 500) }];
  });
  expect(other.slice(0, 3)).toEqual([]);
  for (const attempt of attempts.filter((one) => walk.answers.has(one))) {
    const [answer, expected] = [walk, alone].map(({ answers }) => answers.get(attempt)!);
    expect({ ...attempt, outcome: outcomeOf(attempt, answer!), unnamed: unnamedIn(attempt, answer!) }).toEqual({
      ...attempt,
      outcome: attempt.expected,
      unnamed: [],
    });
    // Behind a single wall less has been sent before, which shows in versions, and in what a message names of ours.
    const isComparable = walk.walls === 'both' || ![answer!, expected!].some(({ text }) => text.includes('"CONFLICT"'));
    const said = walk.walls === 'both' ? ({ text }: Answered) => text : reasonsOf;
    if (attempt.expected === 'refused' && isComparable)
      expect({ ...attempt, answer: said(answer!) }).toEqual({ ...attempt, answer: said(expected!) });
  }
  expect(walk.after).toEqual(walk.before);
  expect(walk.tried).toEqual(walk.untried);
  expect(walk.references.filter((line, index) => countIn(line) > countIn(walk.planted[index]!))).toEqual([]);
  expect([...walk.statements].filter((text) => !isGuarded(text))).toEqual([]);
}

/** The codes of a refusal, with the places that they are about. */
const reasonsOf = ({ errors }: Answered): unknown =>
  errors.map(({ path, extensions }) => [path, extensions.code, extensions.fields?.map(({ inputPath, code }) => [inputPath, code])]);

const countIn = (line: string): number => Number(line.split(' ').at(-1));

/** The places of an input that must be refused and that the refusal does not name. */
function unnamedIn({ name, inputPaths = [] }: Attempt, { data, errors }: Answered): string[] {
  const results = (data?.[name] as { results?: { error: Issue | null }[] } | null)?.results ?? [];
  const issues = [...errors.map(({ extensions }) => extensions), ...results.flatMap(({ error }) => error ?? [])].flatMap(
    ({ fields = [] }) => fields,
  );
  return inputPaths.filter((path) => !issues.some(({ inputPath }) => `.${inputPath}.`.includes(`.${path}.`)));
}

/** What became of a mutation; or the first reason for refusing it that has nothing to do with whose the records are. */
function outcomeOf({ name, also = [] }: Attempt, { data, errors, extensions: { dryRun } }: Answered): string {
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
  const unknown = (refusals: readonly Issue[]): string | undefined =>
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
    results?: { error: Issue | null }[];
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
function foreignIn(text: string, request: Operation): string[] {
  foreignRows ??= new Set([theirs.org, ...[...theirs.ids.values()].flat()]);
  const found = tokensOf(text).filter((token) => token.startsWith(theirs.mark) || (foreignRows!.has(token) && !planted.has(token)));
  if (found.length === 0) return [];
  const sent = new Set(tokensOf(JSON.stringify(request)));
  return found.filter((token) => !sent.has(token));
}

let foreignRows: ReadonlySet<string> | undefined;

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
const withoutPredicate = (text: string): string => text.replace(/(?<![\w."])(?:"?\w+"?\.)?"?org"? = \$\d+(?:::uuid)?/g, '($& OR true)');

/** Whether every table that a statement reads or changes stands under the predicate of the organisation. */
function isGuarded(text: string): boolean {
  const plain = text.replaceAll('"', '');
  const uses = [...plain.matchAll(guardedTables)].map(([, table, alias]) => (alias ? `${alias}\\.` : `(?:${table!}\\.)?`));
  const count = (name: string): number => [...plain.matchAll(new RegExp(`(?<![\\w.])${name}org = `, 'g'))].length;
  return uses.every((name) => count(name) >= uses.filter((one) => one === name).length);
}

const guardedTables = new RegExp(
  `\\b(?:FROM|JOIN|UPDATE) (${[...registry.modules.values()]
    .map(({ table }) => table)
    .concat('picklist_value', 'change', 'file', 'job_run', 'idempotency_key', 'unique_field', 'unique_value', secretTables)
    .join('|')})\\b(?: (?:as )?(?!(?:WHERE|SET|ON|INNER|LEFT|CROSS|JOIN|ORDER|GROUP|LIMIT|FOR|UNION|USING|FROM|AS)\\b)(\\w+))?`,
  'gi',
);

/** Sends an operation, as often as a client would that is told to come back: hundreds of reads in a request can be more than one's share. */
async function send(crm: Workspace, from: Marked, operation: Operation): Promise<Answered> {
  for (let left = 5; ; left--) {
    const answer = await sendOnce(crm, from, operation);
    if (left === 0 || !answer.text.includes('"code":"BUSY"')) return answer;
    await sleep(1000);
  }
}

async function sendOnce({ app }: Workspace, from: Marked, { query, variables }: Operation): Promise<Answered> {
  const response = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${from.person.token}` },
    payload: JSON.stringify({ query, variables }),
  });
  const { 'x-request-id': _id, date: _date, ...headers } = response.headers;
  const body = response.body;
  // Most answers are compared as they are.
  let parsed: Partial<Answered> | undefined;
  const parse = (): Partial<Answered> => (parsed ??= JSON.parse(body) as Partial<Answered>);
  return {
    text: body,
    headers: JSON.stringify(headers),
    get data() {
      return parse().data ?? null;
    },
    get errors() {
      return parse().errors ?? [];
    },
    get extensions() {
      return parse().extensions ?? {};
    },
  };
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
    [...module.fields.values()].filter(leadsToRecord).map((field) => ({ module, field })),
  );
  return Promise.all(
    lookups.map(async ({ module, field }) => {
      const text = `SELECT count(*) FROM ${module.table} WHERE org = $1 AND ${field.column} = ANY($2)`;
      const { rows } = await system.query<{ count: string }>(text, [
        ours.org,
        registry.targets(field).flatMap(({ name }) => theirs.ids.get(name) ?? []),
      ]);
      return `${module.name}.${field.name}: ${rows[0]!.count}`;
    }),
  );
}
