import pg from 'pg';
import { SYSTEM_ROLE } from '../../core/database/roles.js';
import type { Registry } from '../../core/registry.js';
import { entryKinds, hasOrg, type ArchiveHeader, type TableEnd, type TableEntry } from './archive-format.js';
import { CopyOut } from './copy-out.js';
import { BackupError } from './failure.js';
import { backedUpTables, columnList, identityColumns } from './tables.js';
import { entry, refuseExisting, writeArchive } from './write-archive.js';

export interface BackupOptions {
  readonly registry: Registry;
  /** The owner's login knows the migrations, the system role sees every organisation. */
  readonly urls: { readonly owner: string; readonly system: string };
  /** The migrations that this program knows, oldest first. */
  readonly migrations: readonly string[];
  readonly path: string;
  /** The id or the name of the only organisation to keep; null for everything. */
  readonly organization?: string | null;
  /** Of the program. */
  readonly version: string;
  readonly isOverwriting?: boolean;
  readonly progress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BackupProgress {
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  /** False while the table is being read. */
  readonly isDone: boolean;
}

export interface BackupMade {
  readonly size: number;
  readonly rows: number;
  readonly bytes: number;
  readonly organizations: ArchiveHeader['organizations'];
}

/**
 * Writes a backup: one snapshot of everything, or of one organisation, while others go on writing. What it holds is text
 * that every version of PostgreSQL reads.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupMade> {
  const { registry, urls, path, version, progress = () => undefined, isOverwriting = false, signal } = options;
  if (!isOverwriting) await refuseExisting(path);
  await checkMigrations(urls.owner, options.migrations);
  // Texts of dates and bytes must not depend on how somebody set their server up.
  const settings = [`role=${SYSTEM_ROLE}`, 'timezone=UTC', 'datestyle=ISO', 'bytea_output=hex', 'statement_timeout=0', 'jit=off'];
  const client = new pg.Client({
    connectionString: urls.system,
    application_name: 'relata backup',
    options: settings.map((setting) => `-c ${setting}`).join(' '),
  });
  // A connection that breaks shows in what waits for it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const wanted = await organizationsOf(client, options.organization ?? null);
    const isWhole = !options.organization;
    const tables = backedUpTables(registry, isWhole);
    await checkVisible(client, tables);
    const header: ArchiveHeader = {
      product: 'relata',
      version,
      madeAt: new Date().toISOString(),
      postgres: (await client.query<{ server_version: string }>('SHOW server_version')).rows[0]!.server_version,
      migrations: options.migrations,
      isWhole,
      organizations: wanted,
      tables,
    };
    const sum = { rows: 0, bytes: 0 };
    const size = await writeArchive(path, header, entries(client, header, sum, progress), { isOverwriting, ...(signal && { signal }) });
    return { size, ...sum, organizations: wanted };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A database of another version of the program has other tables than the ones this one knows. */
async function checkMigrations(url: string, known: readonly string[]): Promise<void> {
  const applied = await appliedMigrations(url);
  if (applied === null) throw new BackupError('This database holds nothing of Relata: there is nothing to back up.');
  if (applied.join() !== known.join())
    throw new BackupError(
      'This database is of another version of Relata. Start this version once, so that it migrates the database, then try again.',
    );
}

/** What a database has had applied, oldest first; null where there has never been anything. */
export async function appliedMigrations(url: string): Promise<string[] | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'relata backup' });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ found: string | null }>(`SELECT to_regclass('migration')::text AS found`);
    if (!found[0]?.found) return null;
    return (await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id')).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function organizationsOf(client: pg.Client, wanted: string | null): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>('SELECT org::text AS id, name FROM organization ORDER BY org');
  if (wanted === null) return rows;
  const bare = wanted.replace(/^organization_/, '');
  const found = rows.filter(({ id, name }) => id === bare || name === wanted);
  if (found.length === 1) return found;
  const known = rows.map(({ id, name }) => `  organization_${id}  ${name}`).join('\n');
  throw new BackupError(
    found.length > 1
      ? `Several organisations are called ${wanted}. Name one by its id:\n${known}`
      : `There is no organisation ${wanted}. There are:\n${known || '  none'}`,
  );
}

/** A table that the system role may not see all of would look empty, and be lost without a word. */
async function checkVisible(client: pg.Client, tables: readonly TableEntry[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT t.name FROM unnest($1::text[]) t(name)
      WHERE NOT has_table_privilege(t.name, 'SELECT')
         OR NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = t.name AND $2 = ANY(p.roles) AND p.cmd IN ('ALL', 'SELECT'))`,
    [tables.map(({ name }) => name), SYSTEM_ROLE],
  );
  if (rows.length > 0)
    throw new BackupError(
      `The login for backups does not see all of ${rows.map(({ name }) => name).join(', ')}. It must be able to act as ${SYSTEM_ROLE}.`,
    );
}

async function* entries(
  client: pg.Client,
  { tables, isWhole, organizations }: ArchiveHeader,
  sum: { rows: number; bytes: number },
  progress: NonNullable<BackupOptions['progress']>,
): AsyncGenerator<Buffer> {
  const orgs = organizations.map(({ id }) => `'${id}'`).join(', ');
  for (const table of tables) {
    yield entry(entryKinds.table, table);
    const filter = isWhole || !hasOrg(table) ? '' : ` WHERE org IN (${orgs})`;
    const rows = client.query(new CopyOut(`COPY (SELECT ${columnList(table)} FROM ${table.name}${filter}) TO STDOUT`, entryKinds.rows));
    for await (const full of rows.entries()) {
      progress({ table: table.name, rows: rows.rows, bytes: rows.bytes, isDone: false });
      yield full;
    }
    const end: TableEnd = { rows: rows.rows, bytes: rows.bytes, sequences: await sequencesOf(client, table) };
    yield entry(entryKinds.tableEnd, end);
    sum.rows += end.rows;
    sum.bytes += end.bytes;
    progress({ table: table.name, rows: end.rows, bytes: end.bytes, isDone: true });
  }
  yield entry(entryKinds.end, { tables: tables.length, ...sum });
}

async function sequencesOf(client: pg.Client, table: TableEntry): Promise<Record<string, string>> {
  const sequences: Record<string, string> = {};
  for (const column of identityColumns(table)) {
    const { rows } = await client.query<{ last: string | null }>(`SELECT max(${column})::text AS last FROM ${table.name}`);
    if (rows[0]?.last) sequences[column] = rows[0].last;
  }
  return sequences;
}
