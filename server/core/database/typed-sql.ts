import {
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type Dialect,
  type KyselyPlugin,
  type QueryCreator,
  type QueryExecutorProvider,
  type QueryResult,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { decoderOf, toPgText } from './column-values.js';
import type { Reader } from './reader.js';
import { rowScopePlugin, type RowScope } from './row-scope.js';
import { MAX_COLUMNS, type Rows } from './rows.js';
import type { NamedStatement } from './session.js';
import type { Tables } from './tables.generated.js';
import { statementName, type StatementMetrics, type Transaction } from './transactions.js';

/** Typed SQL over the tables of one organization, which nothing takes off again. */
export type Db = Omit<QueryCreator<AllTables>, 'withPlugin' | 'withoutPlugins' | 'withSchema'> &
  QueryExecutorProvider &
  Pick<Kysely<AllTables>, 'dynamic' | 'fn'>;

/** The tables, and names that stand for those of modules that are only known at run time. */
export interface AllTables extends Tables {
  record: RecordTable;
  duplicate_record: RecordTable & Pick<Tables['account'], 'duplicate_key'>;
  money_record: RecordTable & Pick<Tables['account'], 'owner_id' | 'currency' | 'exchange_rate'>;
}

/** The columns that the tables of all modules have. */
type RecordTable = Pick<
  Tables['account'],
  'org' | 'id' | 'version' | 'created_at' | 'created_by_id' | 'modified_at' | 'modified_by_id' | 'deleted_at'
>;

/** The table of a module, for the query builder. */
export const recordTable = ({ table }: { readonly table: string }): 'record' => table as 'record';

/** The table of a module whose duplicates are looked for. */
export const duplicateTable = ({ table }: { readonly table: string }): 'duplicate_record' => table as 'duplicate_record';

/** The table of a module whose records have amounts of money. */
export const moneyTable = ({ table }: { readonly table: string }): 'money_record' => table as 'money_record';

/** Runs a named statement. */
type RunStatement = (statement: NamedStatement, values: readonly (string | null)[]) => Promise<Rows>;

/** The query builder of a transaction, on its own session and with its organization added to every table (`row-scope.ts`). */
export function transactionDb(transaction: Transaction): Db {
  let db = ofTransaction.get(transaction);
  if (!db) {
    db = createDb((statement, values) => transaction.read(statement, values), { org: transaction.org });
    ofTransaction.set(transaction, db);
  }
  return db;
}

const ofTransaction = new WeakMap<Transaction, Db>();

/** The query builder of a transaction for some of the organization's rows. */
export const scopedDb = (transaction: Transaction, conditions: RowScope['conditions']): Db =>
  createDb((statement, values) => transaction.read(statement, values), { org: transaction.org, ...(conditions && { conditions }) });

/** The query builder over the connections of compiled reads, for what is read outside of transactions. */
export const readerDb = (reader: Reader, org: string, metrics: StatementMetrics): Db =>
  createDb(
    (statement, values) => {
      metrics.statementCount++;
      return reader.read(org, statement, values);
    },
    { org },
  );

/** The query builder of the ORM's own transaction, `em.getKysely()`, with an organization added to every table. */
export const withOrganization = (kysely: Kysely<AllTables>, org: string): Db => kysely.withPlugin(rowScopePlugin({ org }));

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
};

function createDb(run: RunStatement, scope: RowScope): Db {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => (await runQuery(run, sql, parameters.map(toPgText))) as QueryResult<R>,
    streamQuery: () => {
      throw new Error('Rows are not streamed on a session that others share.');
    },
  };
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) };
  const plugins: KyselyPlugin[] = [rowScopePlugin(scope)];
  const executor = new DefaultQueryExecutor(compiler, adapter, provider, plugins);
  return new Kysely<AllTables>({ config: { dialect }, dialect, driver, executor });
}

async function runQuery(run: RunStatement, text: string, values: readonly (string | null)[]): Promise<QueryResult<unknown>> {
  const name = statementName(text);
  const known = shapes.get(name);
  const rows = await run(known ? { name, text } : { name, text, isDescribed: true }, values);
  const shape = known ?? rows.columns.map((column) => ({ name: column.name, decode: decoderOf(column.type) }));
  if (!known) shapes.set(name, shape);
  const affected = /\d+$/.exec(rows.tag);
  return { rows: objectsOf(rows, shape), ...(affected && { numAffectedRows: BigInt(affected[0]) }) };
}

interface ShapeColumn {
  readonly name: string;
  readonly decode: (text: string) => unknown;
}

/** The columns of statements, by the statements' names: PostgreSQL is asked for them once, whichever session it is. */
const shapes = new LRUCache<string, readonly ShapeColumn[]>({ max: 2000 });

const starts = new Int32Array(MAX_COLUMNS);
const lengths = new Int32Array(MAX_COLUMNS);

function objectsOf(rows: Rows, shape: readonly ShapeColumn[]): Record<string, unknown>[] {
  return Array.from({ length: rows.length }, (_, index) => {
    const buffer = rows.locate(index, starts, lengths);
    const row: Record<string, unknown> = {};
    for (const [at, { name, decode }] of shape.entries()) {
      const length = lengths[at]!;
      row[name] = length < 0 ? null : decode(buffer.toString('utf8', starts[at], starts[at]! + length));
    }
    return row;
  });
}
