import { createHmac, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { transactionDb } from '../../core/database/typed-sql.js';
import type { FileDetails, Files, NewFile, StoredContent } from '../../core/context.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { newRowId, wireId } from '../../core/ids.js';

import type { Log } from '../http/log.js';
import { contentFolder } from './content.js';

/** How ids of files begin on the wire. */
export const fileIds = { prefix: 'file' };

export interface FilesOptions {
  readonly system: pg.Pool;
  /** In the system role, each within one organisation. */
  readonly transactions: () => Transactions;
  readonly folder: string;
  readonly maxBytes: number;
  /** What addresses are signed with. */
  readonly signingKey: () => Promise<Uint8Array>;
  readonly clock: () => Date;
  readonly log: Log;
}

export interface FileKeeper extends Files {
  /** Whom an address was signed for; null when it is none of ours, or no longer good. */
  viewerOf(rowId: string, signed: string): Promise<{ readonly org: string; readonly userId: string } | null>;
  /** Removes what has expired, and content that belongs to nobody. */
  clean(): Promise<void>;
  stop(): Promise<void>;
}

/** How long an address can be read from. */
const ADDRESS_MS = 5 * 60_000;
const CLEAN_EVERY_MS = 10 * 60_000;
/** What nobody has made a file of by then is left over from something that went wrong. */
const LEFT_OVER_MS = 60 * 60_000;
const MAX_REMOVED = 200;

/** Keeps files: rows in the database, content in a folder that all servers of it share. */
export function createFiles({ system, transactions, folder, maxBytes, signingKey, clock, log }: FilesOptions): FileKeeper {
  const contents = contentFolder(folder);

  const keep = async (transaction: Transaction, { key, size }: StoredContent, file: NewFile): Promise<string> => {
    const id = file.id ?? newRowId();
    const now = clock();
    await transactionDb(transaction)
      .insertInto('file')
      .values({
        id,
        user_id: file.userId,
        key,
        file_name: file.fileName,
        content_type: file.contentType,
        size,
        created_at: now,
        expires_at: new Date(now.getTime() + file.lifetimeMinutes * 60_000),
      })
      .execute();
    return id;
  };

  const find = (org: string, rowId: string): Promise<FileDetails | null> =>
    transactions().run(scopeOf(org), (transaction) => findFile(transaction, rowId, clock()));

  const signature = async (rowId: string, claim: string): Promise<string> =>
    createHmac('sha256', await signingKey())
      .update(`${rowId}.${claim}`)
      .digest('base64url');

  async function clean(): Promise<void> {
    await system.query('DELETE FROM upload_ticket WHERE expires_at <= $1', [clock()]);
    for (;;) {
      const { rows } = await system.query<{ key: string }>(
        `DELETE FROM file WHERE key = ANY(ARRAY(SELECT key FROM file WHERE expires_at <= $1 LIMIT ${MAX_REMOVED})) RETURNING key`,
        [clock()],
      );
      for (const { key } of rows) await contents.remove(key);
      if (rows.length < MAX_REMOVED) break;
    }
    const leftOver = new Date(Date.now() - LEFT_OVER_MS);
    await contents.dropDrafts(leftOver);
    for await (const keys of contents.untouchedSince(leftOver)) {
      const { rows } = await system.query<{ key: string }>('SELECT key FROM file WHERE key = ANY($1)', [keys]);
      const known = new Set(rows.map(({ key }) => key));
      for (const key of keys) if (!known.has(key)) await contents.remove(key);
    }
  }

  let cleaning: Promise<void> = Promise.resolve();
  const cleanNow = (): void => {
    cleaning = clean().catch((error: unknown) => log.warn('files.uncleaned', { message: String(error) }));
  };
  const timer = setInterval(cleanNow, CLEAN_EVERY_MS).unref();

  return {
    maxBytes,
    write: (source, options) => contents.write(source, options?.maxBytes ?? maxBytes),
    keep,
    discard: ({ key }) => contents.remove(key),
    async store(source, file) {
      const content = await contents.write(source, maxBytes);
      try {
        return await transactions().run(scopeOf(file.org), (transaction) => keep(transaction, content, file));
      } catch (error) {
        await contents.remove(content.key).catch(() => undefined);
        throw error;
      }
    },
    find,
    async open(org, rowId) {
      const key = await transactions().run(scopeOf(org), async (transaction) => {
        const file = await transactionDb(transaction)
          .selectFrom('file')
          .select('key')
          .where('id', '=', rowId)
          .where('expires_at', '>', clock().toISOString())
          .executeTakeFirst();
        return file?.key ?? null;
      });
      return key === null ? null : contents.read(key);
    },
    async downloadUrl({ org, userId }, rowId, publicUrl) {
      const claim = `${org}.${userId}.${clock().getTime() + ADDRESS_MS}`;
      return `${publicUrl}/files/${wireId(fileIds, rowId)}?for=${claim}.${await signature(rowId, claim)}`;
    },
    async viewerOf(rowId, signed) {
      const at = signed.lastIndexOf('.');
      const [org = '', userId = '', expires = ''] = signed.slice(0, at).split('.');
      const [given, expected] = [signed.slice(at + 1), await signature(rowId, signed.slice(0, at))].map((text) => Buffer.from(text));
      if (given!.length !== expected!.length || !timingSafeEqual(given!, expected!)) return null;
      return Number(expires) > clock().getTime() ? { org, userId } : null;
    },
    clean,
    async stop() {
      clearInterval(timer);
      await cleaning;
    },
  };
}

const scopeOf = (org: string) => ({ org, actor: null, cause: 'files' });

/** A file that has not expired; null when there is none. */
export async function findFile(transaction: Transaction, rowId: string, now: Date): Promise<FileDetails | null> {
  const file = await transactionDb(transaction)
    .selectFrom('file as f')
    .select(['f.id', 'f.user_id as userId', 'f.file_name as fileName', 'f.content_type as contentType', 'f.size'])
    .select(['f.created_at as createdAt', 'f.expires_at as expiresAt'])
    .where('f.id', '=', rowId)
    .where('f.expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return file ? { ...file, size: Number(file.size) } : null;
}
