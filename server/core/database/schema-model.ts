import { fieldType, foldSql, isFolded, keyColumn } from '../field-types.js';
import { canBeUnique, idName, roundedMoney } from '../fields.js';
import { isTie, leadsToRecord, type Field, type Module, type Registry } from '../registry.js';
import { currencyDecimalsSql } from '../currency-decimals.js';
import { SYSTEM_ROLE, APP_ROLE } from './roles.js';

/**
 * The database as the registry wants it: names to SQL, so that two versions can be compared entry by entry. Migrations
 * are the difference between this and the snapshot of the last one.
 */
export interface SchemaModel {
  /** `create or replace function` statements, by name. */
  readonly functions: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, TableModel>>;
}

export interface TableModel {
  /** Column name → type, default and nullability. */
  readonly columns: Readonly<Record<string, string>>;
  /** Said after the columns when the table is made: keys, partitioning. */
  readonly primaryKey: readonly string[];
  /** Its key is only checked when a statement, or where it is put off a transaction, is through. */
  readonly isKeyDeferrable?: boolean;
  readonly suffix?: string;
  /** Constraint name → definition. */
  readonly constraints: Readonly<Record<string, string>>;
  /** Index name → what follows `ON table`, preceded by UNIQUE where it is. */
  readonly indexes: Readonly<Record<string, string>>;
  /** Trigger name → its timing, events and function. */
  readonly triggers: Readonly<Record<string, string>>;
  /** Policy name → what follows `ON table`. */
  readonly policies: Readonly<Record<string, string>>;
  /** Role → privileges. */
  readonly grants: Readonly<Record<string, string>>;
  /** What is worth nothing elsewhere or tomorrow (sessions, one-time tokens, counters) and stays out of backups. */
  readonly isTransient?: boolean;
}

/** After a transaction-local set the value is '' and not null: a bare cast would fail. */
const SESSION_ORG = `nullif(current_setting('app.org', true), '')::uuid`;
const SESSION_ACTOR = `nullif(current_setting('app.actor', true), '')::uuid`;

const IN_ORG = `org = ${SESSION_ORG}`;
/** The system role sees all organisations until it is told one; then that one's wall holds for it too (ADR 7). */
const IN_ORG_IF_SET = `${SESSION_ORG} IS NULL OR ${IN_ORG}`;

const systemWall = (table: string): Record<string, string> => ({
  [`${table}_system`]: `FOR ALL TO ${SYSTEM_ROLE} USING (${IN_ORG_IF_SET}) WITH CHECK (${IN_ORG_IF_SET})`,
});

const wall = (table: string): Record<string, string> => ({
  [`${table}_org`]: `FOR ALL TO ${APP_ROLE} USING (${IN_ORG}) WITH CHECK (${IN_ORG})`,
  ...systemWall(table),
});

/** What belongs to no organisation and is the system role's alone. */
const systemOnly = (table: string): Record<string, string> => ({
  [`${table}_system`]: `FOR ALL TO ${SYSTEM_ROLE} USING (true) WITH CHECK (true)`,
});

/** The whole model of a registry. */
export function schemaModel(registry: Registry): SchemaModel {
  const functions: Record<string, string> = { ...sharedFunctions };
  const tables: Record<string, TableModel> = {};
  for (const module of registry.modules.values()) {
    tables[module.table] = recordTable(registry, module);
    functions[`${module.table}_before`] = beforeFunction(module);
    if (module.logged) {
      functions[`${module.table}_log_insert`] = logInsertFunction(module);
      functions[`${module.table}_log_update`] = logUpdateFunction(module);
    }
    if (tiesTo(registry, module).length > 0) functions[`${module.table}_parts`] = partsFunction(registry, module);
    Object.assign(functions, module.sql.functions);
  }
  return { functions, tables: { ...tables, ...platformTables } };
}

const sharedFunctions: Record<string, string> = {
  crm_decimals: `CREATE OR REPLACE FUNCTION crm_decimals(currency text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ${currencyDecimalsSql('currency')}
$$`,
  // A price has as many decimals as it needs, and at least those of its currency.
  crm_price: `CREATE OR REPLACE FUNCTION crm_price(value numeric, decimals int, currency text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(value, greatest(crm_decimals(currency), scale(trim_scale(round(value, decimals)))))
$$`,
  // For rows that the database itself adds; all others get their id from the process (`ids.ts`).
  // Only the owner of a table may analyze it. Nothing of a row leaves it: RLS has nothing to guard here.
  crm_analyze: `CREATE OR REPLACE FUNCTION crm_analyze(name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = name) THEN
    EXECUTE format('ANALYZE %I', name);
  END IF;
END
$$;
REVOKE ALL ON FUNCTION crm_analyze(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm_analyze(text) TO ${SYSTEM_ROLE}`,
  // As `foldText` does. Most texts are plain ASCII with single blanks, and quicker to fold.
  crm_fold: `CREATE OR REPLACE FUNCTION crm_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value COLLATE "C" ~ '^[!-~]+( [!-~]+)*$' THEN lower(value COLLATE "C")
    ELSE lower(btrim(regexp_replace(normalize(translate(value, U&'\\200B\\2060\\FEFF', ''), NFC) COLLATE "C", '[\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+', ' ', 'g')) COLLATE "und-x-icu") COLLATE "C" END
$$`,
  crm_uuid7: `CREATE OR REPLACE FUNCTION crm_uuid7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$`,
  // In plpgsql, so that the tables need not exist when the functions are made.
  crm_base_currency: `CREATE OR REPLACE FUNCTION crm_base_currency(organization uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT o.base_currency FROM organization o WHERE o.org = organization);
END
$$`,
  crm_picklist_label: `CREATE OR REPLACE FUNCTION crm_picklist_label(organization uuid, list text, value text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF value IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT v.label FROM picklist_value v WHERE v.org = organization AND v.picklist = list AND v.key = value);
END
$$`,
};

function recordTable(registry: Registry, module: Module): TableModel {
  const { table } = module;
  const columns: Record<string, string> = { org: 'uuid NOT NULL' };
  const constraints: Record<string, string> = {};
  const indexes: Record<string, string> = {};
  for (const field of module.fields.values()) {
    if (field.virtual) continue;
    columns[field.column] = columnSql(field);
    if (field.kind === 'reference') {
      // No foreign key leads to several tables: a reference is checked when it is written, and joined with its organization.
      columns[field.moduleColumn!] = `text COLLATE "C"${field.required ? ' NOT NULL' : ''}`;
      if (!field.required)
        constraints[`${table}_${field.column}_whole`] = `CHECK ((${field.column} IS NULL) = (${field.moduleColumn!} IS NULL))`;
      const prefixes = registry.targets(field).map(({ prefix }) => `'${prefix}'`);
      // A new module of an interface must not need a change of this table.
      if (field.targets!.every((name) => registry.modules.has(name)))
        constraints[`${table}_${field.moduleColumn!}_check`] = `CHECK (${field.moduleColumn!} IN (${prefixes.join(', ')}))`;
      indexes[`${table}_${field.column}_idx`] = `(org, ${field.column}, id)`;
    }
    if (field.kind !== 'lookup') continue;
    const target = registry.target(field);
    // createdBy and modifiedBy come from the session, never from a caller.
    if (!field.system)
      constraints[`${table}_${field.column}_fk`] = `FOREIGN KEY (org, ${field.column}) REFERENCES ${target.table} (org, id)`;
    if (field.inverse) indexes[`${table}_${field.column}_idx`] = `(org, ${field.column}, id)`;
  }
  if (module.isRecord) columns['custom'] = `jsonb NOT NULL DEFAULT '{}'`;
  if (module.duplicateCheck) {
    columns['duplicate_key'] = 'text COLLATE "C"';
    indexes[`${table}_duplicate_key_idx`] = '(org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL';
  }
  if (module.oneOf.length > 0)
    constraints[`${table}_one_of`] = `CHECK (num_nonnulls(${module.oneOf.map(({ column }) => column).join(', ')}) = 1)`;
  if (module.singleton) constraints[`${table}_single`] = 'CHECK (org = id)';
  for (const names of module.unique) {
    const fields = names.map((name) => module.fields.get(name)!);
    const name = `${table}_${fields.map(({ column }) => column).join('_')}_key`;
    const sql = `UNIQUE (org, ${fields.map(keyColumn).join(', ')})`;
    for (const field of fields) if (isFolded(field)) columns[keyColumn(field)] = 'text COLLATE "C"';
    // A call may hand values over from one record to another: what counts is how it leaves them.
    // Keys of records in the bin are empty, so that no partial index is needed where values change: those cannot wait.
    const isChangeable = fields.some(module.uniqueOutsideBin ? isFolded : ({ writable, fixed }) => writable && !fixed);
    if (isChangeable) constraints[name] = `${sql} DEFERRABLE`;
    else indexes[name] = `${sql}${module.uniqueOutsideBin ? ' WHERE deleted_at IS NULL' : ''}`;
  }
  for (const names of module.indexes) {
    const keys = names.map((name) => indexColumn(module.fields.get(name)!));
    indexes[`${table}_${keys.join('_')}_idx`] = `(org, ${keys.join(', ')}, id) WHERE deleted_at IS NULL`;
  }
  return {
    columns,
    primaryKey: ['org', 'id'],
    constraints,
    indexes,
    triggers: {
      [`${table}_before`]: `BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_before()`,
      ...(module.logged && logTriggers(table)),
      ...(tiesTo(registry, module).length > 0 && {
        [`${table}_parts`]: `AFTER UPDATE OF deleted_at ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_parts()`,
      }),
      ...module.sql.triggers,
    },
    policies: wall(table),
    grants: { [APP_ROLE]: 'SELECT, INSERT, UPDATE', [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE' },
  };
}

/** The lookups that tie records to those of a module: parts to what they are parts of, links to either end. */
const tiesTo = (registry: Registry, module: Module): { readonly tied: Module; readonly via: Field }[] =>
  [...registry.modules.values()].flatMap((tied) =>
    [...tied.fields.values()]
      .filter((field) => isTie(tied, field) && registry.targets(field).includes(module))
      .map((via) => ({ tied, via })),
  );

/** What a record consists of, and what links it to others, goes to the bin with it; and what went with it comes back with it. */
function partsFunction(registry: Registry, module: Module): string {
  const moves = tiesTo(registry, module).map(({ tied, via }) => {
    const others = tied.links.filter((name) => name !== via.name).map((name) => tied.fields.get(name)!);
    // A link whose other end is in the bin goes on with that one.
    const ends = others.flatMap((field) =>
      registry.targets(field).map(({ table }) => `SELECT o.deleted_at FROM ${table} o WHERE o.org = p.org AND o.id = p.${field.column}`),
    );
    const from =
      ends.length > 0
        ? `CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (${ends.join(' UNION ALL ')}) e) END`
        : 'new.deleted_at';
    // Meanwhile another may have taken its place.
    const places = (tied.links.length > 0 ? tied.unique : []).map((names) => {
      const same = names.map((name) => tied.fields.get(name)!.column).map((column) => `x.${column} = p.${column}`);
      return ` AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM ${tied.table} x WHERE x.org = p.org AND ${same.join(' AND ')} AND x.deleted_at IS NULL))`;
    });
    return `    UPDATE ${tied.table} p SET deleted_at = ${from} WHERE p.org = new.org AND p.${via.column} = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at${places.join('')};`;
  });
  return [
    `CREATE OR REPLACE FUNCTION ${module.table}_parts() RETURNS trigger LANGUAGE plpgsql AS $$`,
    'BEGIN',
    '  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN',
    ...moves,
    '  END IF;',
    '  RETURN NULL;',
    'END',
    '$$',
  ].join('\n');
}

/** New rows are logged a statement at a time, which costs half of a row at a time; changes need the difference of two rows. */
const logTriggers = (table: string): Record<string, string> => ({
  [`${table}_log_insert`]: `AFTER INSERT ON ${table} REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION ${table}_log_insert()`,
  [`${table}_log_update`]: `AFTER UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_log_update()`,
});

const indexColumn = (field: Field): string => (field.kind === 'money' ? `${field.column}_base` : field.column);

function columnSql(field: Field): string {
  const { sql, collate } = fieldType(field);
  const parts = [sql, ...(collate ? [`COLLATE ${collate}`] : [])];
  // Computed values and what the triggers fill in are null until the BEFORE trigger has run; NOT NULL is checked after it.
  if (field.required) parts.push('NOT NULL');
  if (field.default !== undefined)
    parts.push(`DEFAULT ${typeof field.default === 'string' ? `'${field.default.replaceAll("'", "''")}'` : String(field.default)}`);
  return parts.join(' ');
}

/** Fills in, computes, rounds; raises the version of a row that really changes and drops an update that changes nothing. */
function beforeFunction(module: Module): string {
  const fields = [...module.fields.values()];
  const hasCurrency = module.hasMoney;
  const rounding = fields
    .filter((field) => field.kind === 'money' && !field.formula)
    .map((field) => `  new.${field.column} := ${roundedMoney(field, `new.${field.column}`, 'new.currency')};`);
  const formulas = fields.filter((field) => field.formula).map((field) => `  new.${field.column} := ${field.formula!};`);
  const derived = fields.filter((field) => field.derived);
  const onlyDerived =
    derived.length === 0
      ? []
      : [
          '    probe := new;',
          ...derived.map((field) => `    probe.${field.column} := old.${field.column};`),
          '    -- Derived values alone are no change of the record.',
          '    IF probe IS NOT DISTINCT FROM old THEN RETURN new; END IF;',
        ];
  const lines = [
    `CREATE OR REPLACE FUNCTION ${module.table}_before() RETURNS trigger LANGUAGE plpgsql AS $$`,
    'DECLARE',
    `  actor uuid := ${SESSION_ACTOR};`,
    ...(derived.length > 0 ? [`  probe ${module.table};`] : []),
    ...(hasCurrency ? ['  base_currency text := crm_base_currency(new.org);'] : []),
    'BEGIN',
    ...(hasCurrency
      ? [
          `  IF tg_op = 'INSERT' THEN`,
          '    new.currency := coalesce(new.currency, base_currency);',
          '    new.exchange_rate := coalesce(new.exchange_rate, 1);',
          '  END IF;',
        ]
      : []),
    ...rounding,
    ...formulas,
    // Looked for by equality: the only comparison with an index that row level security lets PostgreSQL use.
    ...(module.duplicateCheck ? [`  new.duplicate_key := ${uniqueSql(module.duplicateCheck, 'new')};`] : []),
    ...uniqueFields(module)
      .filter(isFolded)
      .map((field) => ({ column: keyColumn(field), key: uniqueSql(field, 'new') }))
      .map(
        ({ column, key }) => `  new.${column} := ${module.uniqueOutsideBin ? `CASE WHEN new.deleted_at IS NULL THEN ${key} END` : key};`,
      ),
    `  IF tg_op = 'INSERT' THEN`,
    '    new.version := 1;',
    '    new.created_at := coalesce(new.created_at, now());',
    '    new.created_by_id := coalesce(new.created_by_id, actor);',
    // An import may say when and by whom.
    '    new.modified_at := coalesce(new.modified_at, now());',
    '    new.modified_by_id := coalesce(new.modified_by_id, actor);',
    '  ELSE',
    '    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;',
    ...onlyDerived,
    '    new.version := old.version + 1;',
    '    new.created_at := old.created_at;',
    '    new.created_by_id := old.created_by_id;',
    '    new.modified_at := now();',
    '    new.modified_by_id := coalesce(actor, new.modified_by_id);',
    '  END IF;',
    '  RETURN new;',
    'END',
    '$$',
  ];
  return lines.join('\n');
}

const uniqueFields = (module: Module): Field[] => [...new Set(module.unique.flat())].map((name) => module.fields.get(name)!);

/** The value of a field as `unique_value` and duplicate keys hold it; `checkValues` makes the same of it. */
export const uniqueSql = (field: Field, row: string): string =>
  isFolded(field) ? foldSql(`${row}.${field.column}`) : `${row}.${field.column}::text`;

/** The value of the field that `u` names. */
const chosenValue = (module: Module, row: string): string =>
  `CASE u.field ${[...module.fields.values()]
    .filter(canBeUnique)
    .map((field) => `WHEN '${field.name}' THEN ${uniqueSql(field, row)}`)
    .join(' ')} END`;

/**
 * Shared by everyone who writes a record; `setFieldUnique` takes it alone (`lockAdministration` with `unique/<module>`), so that no
 * write misses what has been made unique.
 */
const uniqueLock = (org: string, module: string): string => `hashtextextended(${org} || '/unique/' || '${module}', 0)`;

/** Keeps the values of new rows that no others may have. */
const uniqueOfNew = (module: Module): string[] => [
  `  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN`,
  `    INSERT INTO unique_value (org, module, field, value, record_id)`,
  `      SELECT n.org, '${module.name}', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;`,
  '  END IF;',
  `  PERFORM pg_advisory_xact_lock_shared(${uniqueLock(`current_setting('app.org', true)`, module.name)});`,
  `  IF EXISTS (SELECT FROM unique_field u WHERE u.org = ${SESSION_ORG} AND u.module = '${module.name}') THEN`,
  '    INSERT INTO unique_value (org, module, field, value, record_id)',
  `      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = '${module.name}' CROSS JOIN LATERAL (SELECT ${chosenValue(module, 'n')}) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;`,
  '  END IF;',
];

/** The same for a row that changes: keys of other systems are kept in the bin, all else is free again there. */
const uniqueOfChanged = (module: Module): string[] => [
  '  IF new.external_ids IS DISTINCT FROM old.external_ids THEN',
  `    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';`,
  '    INSERT INTO unique_value (org, module, field, value, record_id)',
  `      SELECT new.org, '${module.name}', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;`,
  '  END IF;',
  `  PERFORM pg_advisory_xact_lock_shared(${uniqueLock('new.org::text', module.name)});`,
  `  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = '${module.name}') THEN`,
  `    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';`,
  '    IF new.deleted_at IS NULL THEN',
  '      INSERT INTO unique_value (org, module, field, value, record_id)',
  `        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT ${chosenValue(module, 'new')}) k(value) WHERE u.org = new.org AND u.module = '${module.name}' AND k.value IS NOT NULL;`,
  '    END IF;',
  '  END IF;',
];

/** What the log says of a field: lookups by their id's name. */
const logName = (field: Field): string => (leadsToRecord(field) ? idName(field) : field.name);

/** What the log says of a field's value: of a reference the id on the wire, which names the module too. */
const logValue = (field: Field, row: string): string =>
  field.kind === 'reference' ? `${row}.${field.moduleColumn!} || '_' || ${row}.${field.column}` : `${row}.${field.column}`;

/** What is logged of a module: the fields that people and programs set. */
const loggedFields = (module: Module): Field[] => [...module.fields.values()].filter((field) => !field.system && !field.virtual);

const LOG_COLUMNS = 'org, module, record_id, version, operation, was, became, actor_id, cause';
const SESSION_CAUSE = `nullif(current_setting('app.cause', true), '')`;

/** One row in the change log for each new record, with the values it has. */
function logInsertFunction(module: Module): string {
  const pairs = loggedFields(module).map((field) => `'${logName(field)}', ${logValue(field, 'n')}`);
  const objects: string[] = [];
  // A function takes at most 100 arguments.
  for (let at = 0; at < pairs.length; at += 45) objects.push(`jsonb_build_object(${pairs.slice(at, at + 45).join(', ')})`);
  const became = `jsonb_strip_nulls(${objects.join(' || ')})${module.isRecord ? ' || n.custom' : ''}`;
  return [
    `CREATE OR REPLACE FUNCTION ${module.table}_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$`,
    'BEGIN',
    `  INSERT INTO change (${LOG_COLUMNS})`,
    `    SELECT n.org, '${module.name}', n.id, n.version, 'CREATE', '{}', ${became}, ${SESSION_ACTOR}, ${SESSION_CAUSE} FROM inserted n;`,
    ...(module.isRecord ? uniqueOfNew(module) : []),
    '  RETURN NULL;',
    'END',
    '$$',
  ].join('\n');
}

/** One row in the change log for each change, under the lock of the row that changed: the values that differ, before and after. */
function logUpdateFunction(module: Module): string {
  const fields = loggedFields(module);
  const difference = (field: Field): string => {
    const [before, after, name] = [logValue(field, 'old'), logValue(field, 'new'), logName(field)];
    return `  IF new.${field.column} IS DISTINCT FROM old.${field.column} THEN was := was || jsonb_build_object('${name}', ${before}); became := became || jsonb_build_object('${name}', ${after}); END IF;`;
  };
  const custom = [
    '  IF new.custom IS DISTINCT FROM old.custom THEN',
    `    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became`,
    '      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;',
    '  END IF;',
  ];
  return [
    `CREATE OR REPLACE FUNCTION ${module.table}_log_update() RETURNS trigger LANGUAGE plpgsql AS $$`,
    'DECLARE',
    `  was jsonb := '{}';`,
    `  became jsonb := '{}';`,
    `  operation text := 'UPDATE';`,
    'BEGIN',
    ...fields.map(difference),
    ...(module.isRecord ? custom : []),
    `  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;`,
    `  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;`,
    ...(fields.some((field) => field.derived) ? [`  IF new.version = old.version THEN operation := 'DERIVED'; END IF;`] : []),
    `  INSERT INTO change (${LOG_COLUMNS})`,
    `    VALUES (new.org, '${module.name}', new.id, new.version, operation, was, became, ${SESSION_ACTOR}, ${SESSION_CAUSE});`,
    ...(module.isRecord ? uniqueOfChanged(module) : []),
    '  RETURN NULL;',
    'END',
    '$$',
  ].join('\n');
}

const platformTables: Record<string, TableModel> = {
  change: {
    columns: {
      id: 'bigint GENERATED ALWAYS AS IDENTITY',
      org: 'uuid NOT NULL',
      at: 'timestamptz(3) NOT NULL DEFAULT now()',
      module: 'text COLLATE "C" NOT NULL',
      record_id: 'uuid NOT NULL',
      version: 'integer NOT NULL',
      operation: 'text COLLATE "C" NOT NULL',
      was: 'jsonb NOT NULL',
      became: 'jsonb NOT NULL',
      actor_id: 'uuid',
      cause: 'text',
    },
    primaryKey: ['at', 'id'],
    suffix: 'PARTITION BY RANGE (at)',
    constraints: {},
    // What a job has written is taken back by it.
    indexes: { change_record_idx: '(org, record_id, version)', change_job_idx: `(org, cause, id) WHERE cause LIKE 'job\\_%'` },
    triggers: {},
    policies: wall('change'),
    grants: { [APP_ROLE]: 'SELECT, INSERT', [SYSTEM_ROLE]: 'SELECT, INSERT' },
  },
  picklist_value: {
    columns: {
      org: 'uuid NOT NULL',
      picklist: 'text COLLATE "C" NOT NULL',
      key: 'text COLLATE "C" NOT NULL',
      label: 'text NOT NULL',
      labels: `jsonb NOT NULL DEFAULT '{}'`,
      place: 'integer NOT NULL',
      color: 'text',
      category: 'text COLLATE "C"',
      is_retired: 'boolean NOT NULL DEFAULT false',
    },
    primaryKey: ['org', 'picklist', 'key'],
    constraints: {},
    indexes: {},
    triggers: {},
    policies: wall('picklist_value'),
    grants: { [APP_ROLE]: 'SELECT, INSERT, UPDATE, DELETE', [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // Which fields an organisation has made unique.
  unique_field: {
    columns: { org: 'uuid NOT NULL', module: 'text COLLATE "C" NOT NULL', field: 'text COLLATE "C" NOT NULL' },
    primaryKey: ['org', 'module', 'field'],
    constraints: {},
    indexes: {},
    triggers: {},
    policies: wall('unique_field'),
    grants: { [APP_ROLE]: 'SELECT, INSERT, DELETE', [SYSTEM_ROLE]: 'SELECT, INSERT, DELETE' },
  },
  // What no two records of a module share: values of those fields, and the keys of other systems. Kept up by the triggers.
  unique_value: {
    columns: {
      org: 'uuid NOT NULL',
      module: 'text COLLATE "C" NOT NULL',
      field: 'text COLLATE "C" NOT NULL',
      value: 'text COLLATE "C" NOT NULL',
      record_id: 'uuid NOT NULL',
    },
    primaryKey: ['org', 'module', 'field', 'value'],
    isKeyDeferrable: true,
    constraints: {},
    indexes: { unique_value_record_idx: '(org, record_id)' },
    triggers: {},
    policies: wall('unique_value'),
    grants: { [APP_ROLE]: 'SELECT, INSERT, DELETE', [SYSTEM_ROLE]: 'SELECT, INSERT, DELETE' },
  },
  // Secrets stand in tables that are never logged and that only the system role reads.
  credential: {
    columns: {
      org: 'uuid NOT NULL',
      user_id: 'uuid NOT NULL',
      password_hash: 'text NOT NULL',
      changed_at: 'timestamptz(3) NOT NULL DEFAULT now()',
    },
    primaryKey: ['org', 'user_id'],
    constraints: { credential_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)' },
    indexes: {},
    triggers: {},
    policies: systemWall('credential'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE' },
  },
  // In no backup, for sessions are in none: whoever holds one must not be able to sign tokens.
  signing_key: {
    isTransient: true,
    columns: {
      id: 'text NOT NULL',
      secret: 'bytea NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      purpose: `text NOT NULL DEFAULT 'TOKEN'`,
      // Null for the one that signs.
      expires_at: 'timestamptz(3)',
    },
    primaryKey: ['id'],
    constraints: {},
    indexes: {},
    triggers: {},
    policies: systemOnly('signing_key'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  session: {
    isTransient: true,
    columns: {
      org: 'uuid NOT NULL',
      id: 'uuid NOT NULL',
      user_id: 'uuid NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      last_used_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      expires_at: 'timestamptz(3) NOT NULL',
      ended_at: 'timestamptz(3)',
      address: 'text NOT NULL',
      user_agent: 'text NOT NULL',
    },
    primaryKey: ['org', 'id'],
    constraints: { session_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)' },
    indexes: { session_user_idx: '(org, user_id)', session_expires_idx: '(expires_at)' },
    triggers: {},
    policies: systemWall('session'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // A token that was used stays some days: that is how a second use is noticed.
  refresh_token: {
    isTransient: true,
    columns: {
      org: 'uuid NOT NULL',
      hash: 'bytea NOT NULL',
      session_id: 'uuid NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      used_at: 'timestamptz(3)',
    },
    primaryKey: ['hash'],
    constraints: { refresh_token_session_fk: 'FOREIGN KEY (org, session_id) REFERENCES session (org, id) ON DELETE CASCADE' },
    indexes: { refresh_token_session_idx: '(org, session_id)' },
    triggers: {},
    policies: systemWall('refresh_token'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  one_time_token: {
    isTransient: true,
    columns: {
      org: 'uuid NOT NULL',
      hash: 'bytea NOT NULL',
      user_id: 'uuid NOT NULL',
      kind: 'text COLLATE "C" NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      expires_at: 'timestamptz(3) NOT NULL',
    },
    primaryKey: ['hash'],
    constraints: { one_time_token_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)' },
    indexes: { one_time_token_user_idx: '(org, user_id, kind)', one_time_token_expires_idx: '(expires_at)' },
    triggers: {},
    policies: systemWall('one_time_token'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, DELETE' },
  },
  // In a backup, like passwords: programs go on after a restore. Only hashes are stored; a key that was revoked later must be revoked again.
  api_key: {
    columns: {
      org: 'uuid NOT NULL',
      id: 'uuid NOT NULL',
      user_id: 'uuid NOT NULL',
      name: 'text NOT NULL',
      prefix: 'text COLLATE "C" NOT NULL',
      hash: 'bytea NOT NULL',
      is_read_only: 'boolean NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      expires_at: 'timestamptz(3)',
      last_used_at: 'timestamptz(3)',
      revoked_at: 'timestamptz(3)',
    },
    primaryKey: ['org', 'id'],
    constraints: { api_key_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)' },
    indexes: { api_key_prefix_key: 'UNIQUE (prefix)', api_key_user_idx: '(org, user_id)' },
    triggers: {},
    policies: systemWall('api_key'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // What a job needs beside its record: how it was asked for, and where it stands. In a backup like the record, so that it goes on
  // or can be undone after a restore.
  job_run: {
    columns: {
      org: 'uuid NOT NULL',
      job_id: 'uuid NOT NULL',
      kind: 'text COLLATE "C" NOT NULL',
      user_id: 'uuid NOT NULL',
      parameters: 'jsonb NOT NULL',
      // What the last step that was saved left for the next one.
      cursor: 'jsonb',
      is_undo: 'boolean NOT NULL DEFAULT false',
      // Somebody is to work on it.
      is_live: 'boolean NOT NULL DEFAULT true',
      // Its place in the queue; raised numbers tell a worker that somebody else has taken over.
      ticket: 'uuid NOT NULL',
      attempt: 'integer NOT NULL DEFAULT 0',
      // A worker has it, and has neither ended nor given it back.
      is_claimed: 'boolean NOT NULL DEFAULT false',
      // The last turn, by which organizations take turns.
      claimed_at: 'timestamptz',
      // Workers that were lost since the last step that moved the cursor.
      lost_workers: 'integer NOT NULL DEFAULT 0',
    },
    primaryKey: ['org', 'job_id'],
    constraints: {
      job_run_job_fk: 'FOREIGN KEY (org, job_id) REFERENCES job (org, id)',
      job_run_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)',
    },
    indexes: { job_run_live_idx: '(org, job_id) WHERE is_live', job_run_turn_idx: '(org, claimed_at)' },
    triggers: {},
    policies: wall('job_run'),
    grants: { [APP_ROLE]: 'SELECT, INSERT, UPDATE', [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE' },
  },
  // Files whose content lies in the folder of files; neither is in a backup.
  file: {
    isTransient: true,
    columns: {
      org: 'uuid NOT NULL',
      id: 'uuid NOT NULL',
      user_id: 'uuid NOT NULL',
      // The name of the content in the folder.
      key: 'text COLLATE "C" NOT NULL',
      file_name: 'text NOT NULL',
      content_type: 'text COLLATE "C" NOT NULL',
      size: 'bigint NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      expires_at: 'timestamptz(3) NOT NULL',
    },
    primaryKey: ['org', 'id'],
    constraints: { file_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)' },
    indexes: { file_key_key: 'UNIQUE (key)', file_expires_idx: '(expires_at)' },
    triggers: {},
    policies: wall('file'),
    grants: { [APP_ROLE]: 'SELECT, INSERT', [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // Leave to upload one file, good once.
  upload_ticket: {
    isTransient: true,
    columns: {
      org: 'uuid NOT NULL',
      hash: 'bytea NOT NULL',
      user_id: 'uuid NOT NULL',
      file_id: 'uuid NOT NULL',
      file_name: 'text NOT NULL',
      content_type: 'text COLLATE "C" NOT NULL',
      size: 'bigint NOT NULL',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      expires_at: 'timestamptz(3) NOT NULL',
    },
    primaryKey: ['hash'],
    constraints: { upload_ticket_user_fk: 'FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)' },
    indexes: { upload_ticket_expires_idx: '(expires_at)' },
    triggers: {},
    policies: systemWall('upload_ticket'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // Who fails to sign in, by keyed hashes: neither addresses nor accounts can be read from it.
  sign_in_attempt: {
    isTransient: true,
    columns: {
      hash: 'bytea NOT NULL',
      kind: 'text COLLATE "C" NOT NULL',
      failures: 'integer NOT NULL',
      failed_at: 'timestamptz(3) NOT NULL DEFAULT now()',
      forget_at: 'timestamptz(3) NOT NULL',
    },
    primaryKey: ['hash'],
    constraints: {},
    indexes: { sign_in_attempt_forget_idx: '(forget_at)' },
    triggers: {},
    policies: systemOnly('sign_in_attempt'),
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // What mutations with a key of their caller's answered. A row is made first in the transaction that it is about.
  idempotency_key: {
    isTransient: true,
    columns: {
      org: 'uuid NOT NULL',
      credential_id: 'uuid NOT NULL',
      key: 'bytea NOT NULL',
      fingerprint: 'bytea NOT NULL',
      // Whoever sees other fields by now must not be shown the answer.
      access: 'text COLLATE "C" NOT NULL',
      answer: 'text COLLATE "C"',
      withheld: 'jsonb',
      created_at: 'timestamptz(3) NOT NULL DEFAULT now()',
    },
    primaryKey: ['org', 'credential_id', 'key'],
    constraints: {},
    indexes: { idempotency_key_created_idx: '(created_at)' },
    triggers: {},
    policies: wall('idempotency_key'),
    grants: { [APP_ROLE]: 'SELECT, INSERT, UPDATE', [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  // What each caller used up in a minute, a row for each server that served them: each writes its own, and reads the others'.
  // Which labels of the catalogues every organisation has been given.
  brought_labels: {
    columns: { digest: 'text COLLATE "C" NOT NULL' },
    primaryKey: ['digest'],
    constraints: {},
    indexes: {},
    triggers: {},
    policies: { brought_labels_system: `FOR ALL TO ${SYSTEM_ROLE} USING (true) WITH CHECK (true)` },
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT' },
  },
  limiter_window: {
    columns: {
      starts_at: 'timestamptz(3) NOT NULL',
      caller: 'text COLLATE "C" NOT NULL',
      server: 'uuid NOT NULL',
      requests: 'bigint NOT NULL',
      cost: 'bigint NOT NULL',
    },
    primaryKey: ['starts_at', 'caller', 'server'],
    constraints: {},
    indexes: {},
    triggers: {},
    policies: { limiter_window_system: `FOR ALL TO ${SYSTEM_ROLE} USING (true) WITH CHECK (true)` },
    grants: { [SYSTEM_ROLE]: 'SELECT, INSERT, UPDATE, DELETE' },
    isTransient: true,
  },
};
