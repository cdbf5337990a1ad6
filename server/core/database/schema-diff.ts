import type { SchemaModel, TableModel } from './schema-model.js';

/**
 * The statements that lead from one model to the next. Functions come first (triggers need them), then tables, then what
 * refers to them. Nothing is dropped but triggers, policies and indexes that are made anew: a removed column or table is
 * reported instead, for a person to decide (expand, then contract).
 */
export function schemaDiff(from: SchemaModel, to: SchemaModel): { statements: string[]; removed: string[] } {
  const statements: string[] = [];
  const removed: string[] = [];
  const constraints: string[] = [];
  for (const [name, table] of Object.entries(to.tables)) {
    const old = from.tables[name];
    if (!old) statements.push(...createTable(name, table));
    else statements.push(...alterTable(name, old, table, removed));
    for (const [constraint, sql] of changed(old?.constraints, table.constraints)) {
      if (old?.constraints[constraint]) constraints.push(`ALTER TABLE ${name} DROP CONSTRAINT ${constraint}`);
      constraints.push(`ALTER TABLE ${name} ADD CONSTRAINT ${constraint} ${sql}`);
    }
  }
  removed.push(
    ...Object.keys(from.tables)
      .filter((name) => !to.tables[name])
      .map((name) => `table ${name}`),
  );
  const functions = changed(from.functions, to.functions).map(([, sql]) => sql);
  return {
    statements: [...statements.filter((sql) => !isTrigger(sql)), ...constraints, ...functions, ...statements.filter(isTrigger)],
    removed,
  };
}

/** A module may have triggers on the table of another. */
const tableOf = (trigger: string): string => / ON (\w+) /.exec(trigger)![1]!;
const isTrigger = (sql: string): boolean => /^(CREATE|DROP) TRIGGER/.test(sql);

type Entries = Readonly<Record<string, string>>;

const changed = (old: Entries | undefined, now: Entries): [string, string][] =>
  Object.entries(now).filter(([name, sql]) => old?.[name] !== sql);

function createTable(name: string, table: TableModel): string[] {
  const columns = Object.entries(table.columns).map(([column, sql]) => `  ${column} ${sql}`);
  return [
    `CREATE TABLE ${name} (\n${columns.join(',\n')},\n  PRIMARY KEY ${primaryKey(table)}\n)${table.suffix ? ` ${table.suffix}` : ''}`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    ...Object.entries(table.indexes).map(([index, sql]) => createIndex(name, index, sql)),
    ...Object.entries(table.policies).map(([policy, sql]) => `CREATE POLICY ${policy} ON ${name} ${sql}`),
    ...Object.entries(table.triggers).map(([trigger, sql]) => `CREATE TRIGGER ${trigger} ${sql}`),
    ...Object.entries(table.grants).map(([role, privileges]) => `GRANT ${privileges} ON ${name} TO ${role}`),
  ];
}

const primaryKey = ({ primaryKey: columns, isKeyDeferrable }: TableModel): string =>
  `(${columns.join(', ')})${isKeyDeferrable ? ' DEFERRABLE' : ''}`;

function alterTable(name: string, old: TableModel, now: TableModel, removed: string[]): string[] {
  removed.push(
    ...Object.keys(old.columns)
      .filter((column) => !now.columns[column])
      .map((column) => `column ${name}.${column}`),
  );
  removed.push(
    ...changed(old.columns, now.columns)
      .filter(([column]) => old.columns[column])
      .map(([column, sql]) => `the definition of ${name}.${column}, now ${sql}`),
  );
  return [
    ...changed(old.columns, now.columns)
      .filter(([column]) => !old.columns[column])
      .map(([column, sql]) => `ALTER TABLE ${name} ADD COLUMN ${column} ${sql}`),
    ...(primaryKey(old) === primaryKey(now)
      ? []
      : [`ALTER TABLE ${name} DROP CONSTRAINT ${name}_pkey, ADD PRIMARY KEY ${primaryKey(now)}`]),
    ...changed(old.indexes, now.indexes).flatMap(([index, sql]) => [
      ...(old.indexes[index] ? [`DROP INDEX ${index}`] : []),
      createIndex(name, index, sql),
    ]),
    ...Object.keys(old.indexes)
      .filter((index) => !now.indexes[index])
      .map((index) => `DROP INDEX ${index}`),
    ...changed(old.policies, now.policies).flatMap(([policy, sql]) => [
      ...(old.policies[policy] ? [`DROP POLICY ${policy} ON ${name}`] : []),
      `CREATE POLICY ${policy} ON ${name} ${sql}`,
    ]),
    ...changed(old.triggers, now.triggers).flatMap(([trigger, sql]) => [
      ...(old.triggers[trigger] ? [`DROP TRIGGER ${trigger} ON ${tableOf(old.triggers[trigger])}`] : []),
      `CREATE TRIGGER ${trigger} ${sql}`,
    ]),
    ...changed(old.grants, now.grants).map(([role, privileges]) => `GRANT ${privileges} ON ${name} TO ${role}`),
  ];
}

function createIndex(table: string, index: string, sql: string): string {
  const isUnique = sql.startsWith('UNIQUE ');
  return `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${index} ON ${table} ${isUnique ? sql.slice('UNIQUE '.length) : sql}`;
}
