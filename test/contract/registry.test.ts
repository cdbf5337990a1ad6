import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import pg from 'pg';
import { schemaDiff } from '../../server/core/database/schema-diff.js';
import { schemaModel } from '../../server/core/database/schema-model.js';
import { fieldType, isFolded } from '../../server/core/field-types.js';
import { registry } from '../../server/modules/index.js';
import { createDatabase, serverUrl } from '../support/database.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = [...registry.modules.values()];

let database: Awaited<ReturnType<typeof createDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('ids tell their module, and no standard name looks like one that users make', () => {
  const prefixes = modules.map(({ prefix }) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes.filter((prefix) => !/^[a-z]+$/.test(prefix))).toEqual([]);
  const names = modules.flatMap(({ name, plural, fields }) => [name, plural, ...fields.keys()]);
  expect(names.filter((name) => name.endsWith('_c'))).toEqual([]);
});

test('the last migration leads to what the registry declares (else: npm run migration)', async () => {
  const snapshot = JSON.parse(await readFile(join(root, 'server/migrations/snapshot.json'), 'utf8')) as unknown;
  expect(schemaModel(registry)).toEqual(snapshot);
});

test('a migrated database is the one the registry declares, made at once', async () => {
  const migrated = await catalogue('public');
  await client.query('BEGIN');
  await client.query('CREATE SCHEMA declared');
  await client.query('SET LOCAL search_path = declared');
  for (const statement of schemaDiff({ functions: {}, tables: {} }, schemaModel(registry)).statements) await client.query(statement);
  const declared = await catalogue('declared');
  await client.query('ROLLBACK');
  expect(migrated.filter((line) => !declared.includes(line))).toEqual([]);
  expect(declared.filter((line) => !migrated.includes(line))).toEqual([]);
  expect(declared.length).toBeGreaterThan(400);
});

test('every field has its column: type, collation and whether it may be empty', async () => {
  for (const module of modules) {
    const { rows } = await client.query<{ name: string; type: string; collation: string | null; required: boolean }>(
      `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, c.collname AS collation, a.attnotnull AS required
         FROM pg_attribute a LEFT JOIN pg_collation c ON c.oid = a.attcollation
        WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname`,
      [module.table],
    );
    const stored = [...module.fields.values()].filter(({ virtual }) => !virtual);
    const declared = stored.map((field) => {
      const { sql, collate } = fieldType(field);
      return {
        name: field.column,
        type: sql.replace('timestamptz(3)', 'timestamp(3) with time zone'),
        collation: collate?.replaceAll('"', '') ?? null,
        required: field.required,
      };
    });
    const own = [{ name: 'org', type: 'uuid', collation: null, required: true }];
    const key = module.duplicateCheck ? [{ name: 'duplicate_key', type: 'text', collation: 'C', required: false }] : [];
    const keys = module.unique.flat().flatMap((name) => {
      const field = module.fields.get(name)!;
      return isFolded(field) ? [{ name: `${field.column}_key`, type: 'text', collation: 'C', required: false }] : [];
    });
    const modulesOfReferences = [...module.fields.values()].flatMap(({ moduleColumn, required }) =>
      moduleColumn ? [{ name: moduleColumn, type: 'text', collation: 'C', required }] : [],
    );
    const custom = module.isRecord ? [{ name: 'custom', type: 'jsonb', collation: null, required: true }] : [];
    expect({ table: module.table, columns: rows }).toEqual({
      table: module.table,
      columns: [...declared, ...modulesOfReferences, ...own, ...key, ...keys, ...custom].sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  }
});

test('the wall of the organisation stands around every table, its owner included', async () => {
  const query = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  const tables = await query<{ name: string; forced: boolean; part: boolean; rights: string[]; system: string[] }>(
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced, c.relispartition AS part,
            array(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p WHERE has_table_privilege('crm_app', c.oid, p)) AS rights,
            array(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p WHERE has_table_privilege('crm_system', c.oid, p)) AS system
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname`,
  );
  // What no role of the server may touch needs no wall: the parts of the log are reached through the log, migrations by the owner.
  const reachable = tables.filter(({ rights, system }) => rights.length + system.length > 0);
  expect(tables.filter((table) => !reachable.includes(table) && !table.part).map(({ name }) => name)).toEqual(['migration']);
  expect(reachable.filter(({ forced }) => !forced)).toEqual([]);
  expect(Object.fromEntries(reachable.map(({ name, rights }) => [name, rights.join(' ')]))).toEqual({
    ...Object.fromEntries(modules.map(({ table }) => [table, 'SELECT INSERT UPDATE'])),
    change: 'SELECT INSERT',
    idempotency_key: 'SELECT INSERT UPDATE',
    unique_field: 'SELECT INSERT DELETE',
    unique_value: 'SELECT INSERT DELETE',
    picklist_value: 'SELECT INSERT UPDATE DELETE',
    file: 'SELECT INSERT',
    job_run: 'SELECT INSERT UPDATE',
    brought_labels: '',
    limiter_window: '',
    ...Object.fromEntries(
      ['api_key', 'credential', 'one_time_token', 'refresh_token', 'session', 'sign_in_attempt', 'signing_key', 'upload_ticket'].map(
        (name) => [name, ''],
      ),
    ),
  });

  const policies = await query<{ tablename: string; roles: string; permissive: string; qual: string; with_check: string }>(
    `SELECT tablename, roles::text, permissive, qual, with_check FROM pg_policies WHERE schemaname = 'public' AND 'crm_app' = ANY(roles) ORDER BY tablename COLLATE "C"`,
  );
  const wall = `(org = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)`;
  expect(policies).toEqual(
    [...modules.map(({ table }) => table), 'change', 'file', 'idempotency_key', 'job_run', 'picklist_value', 'unique_field', 'unique_value']
      .sort()
      .map((tablename) => ({ tablename, roles: '{crm_app}', permissive: 'PERMISSIVE', qual: wall, with_check: wall })),
  );
  const roles = await query<{ rolname: string }>(
    `SELECT rolname FROM pg_roles WHERE rolname IN ('crm_app', 'crm_system') AND (rolbypassrls OR rolsuper OR rolcanlogin)`,
  );
  expect(roles).toEqual([]);
});

test('every record table logs its changes but those of jobs, and every index and reference begins with the organisation', async () => {
  const { rows: triggers } = await client.query<{ name: string }>(
    // 23: before insert or update of a row; 4: after insert, once a statement; 17: after update of a row. O: on for everyone.
    `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgtype = CASE WHEN tgname LIKE '%\\_before' THEN 23 WHEN tgname LIKE '%\\_insert' THEN 4 ELSE 17 END
        AND tgfoid = tgname::regproc AND tgrelid = regexp_replace(tgname, '_(before|log_insert|log_update)$', '')::regclass AND tgname ~ '_(before|log_insert|log_update)$'`,
  );
  expect(triggers.map(({ name }) => name).sort()).toEqual(
    modules.flatMap(({ table, logged }) => [`${table}_before`, ...(logged ? [`${table}_log_insert`, `${table}_log_update`] : [])]).sort(),
  );

  expect(modules.filter(({ logged }) => !logged).map(({ name }) => name)).toEqual(['Job', 'JobRow']);

  const { rows: indexes } = await client.query<{ table: string; columns: string[] }>(
    `SELECT i.indrelid::regclass::text AS table, array(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(attnum, place)
              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum ORDER BY k.place) AS columns
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace`,
  );
  const { rows: references } = await client.query<{ table: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid, true) AS definition FROM pg_constraint WHERE contype = 'f'`,
  );
  for (const module of modules) {
    const own = indexes.filter(({ table }) => table === module.table);
    expect(own.filter(({ columns }) => columns[0] !== 'org')).toEqual([]);
    for (const field of module.fields.values()) {
      if (field.inverse)
        expect([module.name, field.name, own.some(({ columns }) => columns[1] === field.column)]).toEqual([module.name, field.name, true]);
      if (field.kind === 'reference')
        expect([module.name, field.name, own.some(({ columns }) => columns[1] === field.column)]).toEqual([module.name, field.name, true]);
      if (field.kind !== 'lookup' || field.system) continue;
      const definition = `FOREIGN KEY (org, ${field.column}) REFERENCES ${registry.target(field).table}(org, id)`;
      expect(references).toContainEqual({ table: module.table, definition });
    }
  }
});

test('a field added to Account is one line and its label, and works everywhere', async () => {
  const line = `  @integer({ description: 'How well it knows us, in stars.', range: [0, 5] }) stars?: number | null;\n`;
  const folder = await mkdtemp(join(tmpdir(), 'relata-field-'));
  try {
    for (const name of ['server', 'test/support', 'tsconfig.json', 'package.json'])
      await cp(join(root, name), join(folder, name), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await patch(join(folder, 'server/modules/account/account.ts'), (text) => text.replace(/\}\s*$/, `${line}}\n`));
    await patch(join(folder, 'server/messages/en.json'), (text) =>
      text.replace('"Account.employees"', '"Account.stars": "Stars",\n    "Account.employees"'),
    );
    await mkdir(join(folder, 'test/contract'));
    await writeFile(join(folder, 'test/contract/scratch.ts'), scratch);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/contract/scratch.ts'], {
      cwd: folder,
      env: { ...process.env, RELATA_TEST_DATABASE_URL: serverUrl() },
      maxBuffer: 32 * 1024 * 1024,
    });
    const { sdl, removed, statements, answers, log } = JSON.parse(stdout) as ScratchResult;

    expect(placesOf('stars', sdl)).toEqual({
      Account: 'Int',
      AccountAvg: 'Decimal',
      AccountCountDistinct: 'Int',
      AccountCreateInput: 'Int',
      AccountFilter: 'IntFilter',
      AccountGroupCountHaving: 'IntFilter',
      AccountGroupCountOrder: 'SortOrder',
      AccountGroupField: 'STARS',
      AccountGroupKey: 'Int',
      AccountGroupKeyOrder: 'SortOrder',
      AccountGroupNumberHaving: 'DecimalFilter',
      AccountGroupNumberOrder: 'SortOrder',
      AccountGroupRangeHaving: 'IntFilter',
      AccountGroupRangeOrder: 'SortOrder',
      AccountKeyField: 'STARS',
      AccountMax: 'Int',
      AccountMin: 'Int',
      AccountOrder: 'SortOrder',
      AccountSum: 'Long',
      AccountUpdateInput: 'Int',
    });
    expect(removed).toEqual([]);
    expect(statements.map((sql) => sql.split('\n')[0])).toEqual([
      'ALTER TABLE account ADD COLUMN stars integer',
      expect.stringMatching(/^CREATE OR REPLACE FUNCTION account_log_insert\(\)/),
      expect.stringMatching(/^CREATE OR REPLACE FUNCTION account_log_update\(\)/),
    ]);
    expect(answers.made.data).toMatchObject({ createAccount: { account: { stars: 4 } } });
    expect(answers.refused.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ inputPath: 'input.stars', code: 'OUT_OF_RANGE', message: 'Stars takes 0 to 5, not 6.' }],
    });
    expect(answers.listed.data).toEqual({
      accounts: {
        nodes: [
          { accountName: 'Second', stars: 5 },
          { accountName: 'First', stars: 3 },
        ],
        aggregate: { countDistinct: { stars: 2 }, sum: { stars: '8' }, avg: { stars: '4' }, min: { stars: 3 }, max: { stars: 5 } },
        groups: [
          { key: { stars: 3 }, aggregate: { count: 1 } },
          { key: { stars: 5 }, aggregate: { count: 1 } },
        ],
      },
    });
    expect(log).toEqual([
      { operation: 'CREATE', was: null, became: 4 },
      { operation: 'UPDATE', was: 4, became: 3 },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

interface ScratchResult {
  readonly sdl: string;
  readonly statements: string[];
  readonly removed: string[];
  readonly answers: Record<'made' | 'refused' | 'listed', { data?: unknown; errors?: { extensions: unknown }[] }>;
  readonly log: unknown[];
}

/** What runs in the copy with the new field: migrates a database, writes and reads through the API. */
const scratch = `import { readFileSync } from 'node:fs';
import pg from 'pg';
import { schemaDiff } from '../../server/core/database/schema-diff.js';
import { schemaModel } from '../../server/core/database/schema-model.js';
import { printSorted } from '../../server/core/schema/build-schema.js';
import { registry } from '../../server/modules/index.js';
import { createDatabase } from '../support/database.js';
import { workspace } from '../support/workspace.js';

const snapshot = JSON.parse(readFileSync('server/migrations/snapshot.json', 'utf8'));
const { statements, removed } = schemaDiff(snapshot, schemaModel(registry));
const database = await createDatabase();
const client = new pg.Client({ connectionString: database.url });
await client.connect();
for (const sql of statements) await client.query(sql);
const crm = await workspace({ databaseUrl: database.url });
const { chief } = await crm.company('acme');
const send = async (query, variables) => {
  const { data, errors } = await chief.send(query, variables);
  return { data, ...(errors && { errors }) };
};
const create = (accountName, stars) => send('mutation ($input: AccountCreateInput!) { createAccount(input: $input) { account { id stars } } }', { input: { accountName, stars } });
const made = await create('First', 4);
const { id } = made.data.createAccount.account;
await send('mutation ($id: ID!) { updateAccount(id: $id, input: { stars: 3 }) { account { stars } } }', { id });
await create('Second', 5);
await create('Third', null);
const refused = await create('Fourth', 6);
const listed = await send(\`{ accounts(filter: { stars: { gte: 3 } }, orderBy: [{ stars: DESC }]) {
  nodes { accountName stars }
  aggregate { countDistinct { stars } sum { stars } avg { stars } min { stars } max { stars } }
  groups(by: [{ field: STARS }]) { key { stars } aggregate { count } }
} }\`);
const log = await client.query("SELECT operation, (was->>'stars')::int AS was, (became->>'stars')::int AS became FROM change WHERE module = 'Account' AND record_id = $1 ORDER BY version", [id.split('_')[1]]);
await client.end();
await crm.close();
await database.drop();
process.stdout.write(JSON.stringify({ sdl: printSorted(crm.app.model.schema), statements, removed, answers: { made, refused, listed }, log: log.rows }));
`;

/** The types that a field of this name stands in, each with the field's type; enums with the value named after it. */
function placesOf(name: string, sdl: string): Record<string, string> {
  const places: Record<string, string> = {};
  for (const type of Object.values(buildSchema(sdl).getTypeMap())) {
    if (isObjectType(type) || isInputObjectType(type)) {
      const field = type.getFields()[name];
      if (field) places[type.name] = String(field.type);
    } else if (isEnumType(type) && type.getValue(name.toUpperCase())) {
      places[type.name] = name.toUpperCase();
    }
  }
  return places;
}

async function patch(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after.split('\n').length).toBe(before.split('\n').length + 1);
  await writeFile(file, after);
}

/** Everything that a schema holds, a line each, without the schema's own name. What is not the registry's is left out. */
async function catalogue(schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `WITH tables AS (SELECT c.* FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration')
     SELECT format('table %s: %s %s %s rls %s %s', relname, relkind, relpersistence, pg_get_partkeydef(tables.oid), relrowsecurity, relforcerowsecurity) AS line FROM tables
     UNION ALL SELECT format('grant on %s: %s to %s', relname, privilege_type, grantee::regrole) FROM tables, aclexplode(relacl) WHERE grantee <> relowner
     UNION ALL SELECT format('column %s.%s: %s collate %s, not null %s, default %s, identity %s', relname, attname, format_type(atttypid, atttypmod), collname, attnotnull, pg_get_expr(adbin, adrelid), attidentity)
       FROM tables JOIN pg_attribute a ON attrelid = tables.oid AND attnum > 0 AND NOT attisdropped
       LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum LEFT JOIN pg_collation ON pg_collation.oid = attcollation
     UNION ALL SELECT format('constraint %s on %s: %s', conname, relname, pg_get_constraintdef(pg_constraint.oid, true)) FROM tables JOIN pg_constraint ON conrelid = tables.oid AND contype <> 'n'
     UNION ALL SELECT 'index ' || pg_get_indexdef(indexrelid, 0, true) FROM tables JOIN pg_index ON indrelid = tables.oid
     UNION ALL SELECT format('trigger %s: %s', tgenabled, pg_get_triggerdef(pg_trigger.oid, true)) FROM tables JOIN pg_trigger ON tgrelid = tables.oid AND NOT tgisinternal
     UNION ALL SELECT format('policy %s on %s: %s %s to %s using %s check %s', polname, relname, polcmd, polpermissive, array(SELECT r::regrole::text FROM unnest(polroles) r ORDER BY 1),
         pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM tables JOIN pg_policy ON polrelid = tables.oid
     UNION ALL SELECT format('function %s(%s) %s %s %s: %s', proname, pg_get_function_arguments(pg_proc.oid), pg_get_function_result(pg_proc.oid), provolatile, proparallel, prosrc) FROM pg_proc WHERE pronamespace = $1::regnamespace
     ORDER BY 1`,
    [schema],
  );
  return rows.map(({ line }) => line.replaceAll(`${schema}.`, ''));
}
