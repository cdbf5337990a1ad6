import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, type Migrations } from '../../core/database/migrate.js';
import type { Registry } from '../../core/registry.js';
import { hasOrg, type ArchiveHeader, type TableEntry } from './archive-format.js';
import { BackupError } from './failure.js';
import { appliedMigrations, type BackupProgress } from './make-backup.js';
import { openArchive, rowsOf, type Archive } from './read-archive.js';
import { backedUpTables, columnList, organizationTables } from './tables.js';

export interface RestoreOptions {
  readonly registry: Registry;
  readonly migrations: Migrations;
  /** The owner's login. */
  readonly url: string;
  readonly path: string;
  /** The ids or names of the organisations to restore; null for all that the archive holds. */
  readonly organizations?: readonly string[] | null;
  /** Whether organisations that the database has already give way to the archive's. */
  readonly isReplacing?: boolean;
  readonly progress?: (progress: BackupProgress) => void;
  /** Told before anything is touched: what will happen. */
  readonly confirm?: (plan: RestorePlan) => Promise<boolean>;
}

export interface RestorePlan {
  readonly header: ArchiveHeader;
  readonly organizations: ArchiveHeader['organizations'];
  /** Those of them that the database has now and that will be replaced. */
  readonly replaced: ArchiveHeader['organizations'];
}

export interface Restored {
  readonly rows: number;
  readonly organizations: ArchiveHeader['organizations'];
}

/** Reads a whole archive and says what it is; throws what is wrong with it. */
export async function checkArchive(path: string): Promise<ArchiveHeader> {
  await using archive = await openArchive(path);
  for await (const table of archive.tables()) for await (const _ of table.rows());
  return archive.header;
}

/**
 * Brings back what an archive holds: into an empty database, or beside other organisations. The archive is read to its end
 * before anything is touched, and what happens then is one transaction: all of it or nothing.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored | null> {
  await using archive = await openArchive(options.path);
  for await (const table of archive.tables()) for await (const _ of table.rows());
  const { header } = archive;
  const { registry, migrations, url } = options;
  const unknown = header.migrations.filter((name) => !migrations.names.includes(name));
  if (unknown.length > 0)
    throw new BackupError(`This backup was made by a newer version of Relata (${header.version}). Update Relata, then try again.`);
  const organizations = wantedOrganizations(header, options.organizations ?? null);

  const applied = await appliedMigrations(url);
  if (applied === null) {
    // A bare database becomes what the archive's was, and is brought up to date when the rows are in.
    if (!(await isConfirmed(options, { header, organizations, replaced: [] }))) return null;
    await migrate({ registry, url, migrations, upTo: header.migrations.at(-1)! });
  } else if (applied.join() !== header.migrations.join()) {
    throw new BackupError(
      'This backup and the database are of different versions of Relata. Restore it into an empty database: it is brought up to date there.',
    );
  }
  const client = new pg.Client({
    connectionString: url,
    application_name: 'relata restore',
    options: '-c statement_timeout=0 -c timezone=UTC -c datestyle=ISO',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    const plan = { header, organizations, replaced: await presentOf(client, organizations) };
    if (plan.replaced.length > 0 && !options.isReplacing)
      throw new BackupError(
        `The database has ${plan.replaced.map(({ name }) => name).join(', ')} already. To put the backup in the place of what is there, say --replace.`,
      );
    if (applied !== null && !(await isConfirmed(options, plan))) return null;
    const rows = await load(client, registry, archive, plan, options.progress ?? (() => undefined));
    await client.query('COMMIT');
    return { rows, organizations };
  } finally {
    // Ends the transaction too, where it was not committed.
    await client.end().catch(() => undefined);
    if (applied === null) await migrate({ registry, url, migrations }).catch(() => undefined);
  }
}

const isConfirmed = ({ confirm }: RestoreOptions, plan: RestorePlan): Promise<boolean> => (confirm ? confirm(plan) : Promise.resolve(true));

function wantedOrganizations({ organizations }: ArchiveHeader, wanted: readonly string[] | null): ArchiveHeader['organizations'] {
  if (!wanted) return organizations;
  return wanted.map((one) => {
    const found = organizations.filter(({ id, name }) => id === one.replace(/^organization_/, '') || name === one);
    if (found.length === 1) return found[0]!;
    const known = organizations.map(({ id, name }) => `  organization_${id}  ${name}`).join('\n');
    throw new BackupError(
      `The backup has ${found.length > 1 ? 'several organisations' : 'no organisation'} called ${one}. It has:\n${known}`,
    );
  });
}

/** Behind its own wall the owner sees nothing; so the wall is taken down inside the transaction, as is every trigger. */
async function presentOf(client: pg.Client, organizations: ArchiveHeader['organizations']): Promise<ArchiveHeader['organizations']> {
  await client.query('ALTER TABLE organization NO FORCE ROW LEVEL SECURITY');
  const { rows } = await client.query<{ id: string }>('SELECT org::text AS id FROM organization WHERE org = ANY($1::uuid[])', [
    organizations.map(({ id }) => id),
  ]);
  const present = new Set(rows.map(({ id }) => id));
  return organizations.filter(({ id }) => present.has(id));
}

async function load(
  client: pg.Client,
  registry: Registry,
  archive: Archive,
  { header, organizations, replaced }: RestorePlan,
  progress: NonNullable<RestoreOptions['progress']>,
): Promise<number> {
  const all = organizationTables(registry);
  const columns = await columnsOf(client);
  const known = new Set(backedUpTables(registry, true).map(({ name }) => name));
  for (const table of header.tables) checkTable(table, known, columns);
  const touched = [...new Set([...all, ...header.tables.map(({ name }) => name)])].filter((name) => columns.has(name));
  for (const name of touched) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
  for (const name of replaced.length > 0 ? [...all].reverse() : [])
    await client.query(`DELETE FROM ${name} WHERE org = ANY($1::uuid[])`, [replaced.map(({ id }) => id)]);

  const orgs = new Set(organizations.map(({ id }) => id));
  const isAll = orgs.size === header.organizations.length;
  let total = 0;
  for await (const part of archive.tables()) {
    const { table } = part;
    const count = { rows: 0 };
    const counted = hasOrg(table) && !isAll ? rowsOf(part.rows(), orgs, (rows) => (count.rows += rows)) : part.rows();
    // What belongs to no organisation comes back with everything, or not at all.
    const isWanted = hasOrg(table) || (header.isWhole && isAll);
    if (!hasOrg(table) && isWanted) await client.query(`DELETE FROM ${table.name}`);
    const stream = client.query(copyFrom(`COPY ${table.name} (${columnList(table)}) FROM STDIN`));
    await pipeline(
      isWanted ? Readable.from(counted, { objectMode: false }) : Readable.from(drained(counted), { objectMode: false }),
      stream,
    );
    const expected = !isWanted ? 0 : hasOrg(table) && !isAll ? count.rows : part.end().rows;
    if (stream.rowCount !== expected) throw new Error(`${table.name} took ${stream.rowCount} rows of ${expected}.`);
    for (const [column, last] of Object.entries(part.end().sequences))
      await client.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), greatest($3::bigint, (SELECT coalesce(max(${column}), 1) FROM ${table.name})))`,
        [table.name, column, last],
      );
    total += expected;
    progress({ table: table.name, rows: expected, bytes: part.end().bytes, isDone: true });
  }
  for (const name of touched) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
  return total;
}

/** Reads to the end and gives nothing on. */
async function* drained(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const _ of rows);
  yield* [];
}

async function columnsOf(client: pg.Client): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text) AS columns FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition GROUP BY c.relname`,
  );
  return new Map(rows.map(({ name, columns }) => [name, new Set(columns)]));
}

/** Only names that the database has become part of a statement. */
function checkTable({ name, columns }: TableEntry, known: ReadonlySet<string>, present: ReadonlyMap<string, ReadonlySet<string>>): void {
  const has = present.get(name);
  if (!known.has(name) || !has || !columns.every((column) => has.has(column.name)))
    throw new BackupError(
      `The backup holds ${name}, or columns of it, that this version of Relata does not know. Update Relata, then try again.`,
    );
}
