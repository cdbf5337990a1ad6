import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredContent } from '../../core/context.js';
import { defineError } from '../../core/errors.js';

export const StorageFull = defineError<object>('STORAGE_FULL', {
  status: 507,
  retryable: true,
  description: 'There is no room for the file on the server. Nothing of it was kept.',
});

export const FileTooLarge = defineError<{ limit: number }>('FILE_TOO_LARGE', {
  status: 413,
  description: 'The file has more bytes than it may have. Nothing of it was kept.',
});

/** The folder in which content lies under names made at random. */
export interface ContentFolder {
  write(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredContent>;
  read(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
  /** Keys whose content nobody has touched since. */
  untouchedSince(moment: Date): AsyncGenerator<string[]>;
  /** Drops what was begun and not ended since. */
  dropDrafts(moment: Date): Promise<void>;
}

const KEY = /^[0-9a-f]{32}$/;
const DRAFTS = 'drafts';

export function contentFolder(folder: string): ContentFolder {
  const drafts = join(folder, DRAFTS);
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error('Not a key of the folder of files.');
    return join(folder, key.slice(0, 2), key);
  };
  return {
    async write(source, maxBytes) {
      const key = randomBytes(16).toString('hex');
      const [draft, path] = [join(drafts, key), pathOf(key)];
      let size = 0;
      try {
        await mkdir(drafts, { recursive: true, mode: 0o700 });
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        // Opened first: a stream that is given up while it opens its file would make it after it was removed.
        const file = await open(draft, 'wx', 0o600);
        await pipeline(
          source,
          async function* (chunks: AsyncIterable<Uint8Array>) {
            for await (const chunk of chunks) {
              size += chunk.length;
              if (size > maxBytes) throw FileTooLarge({ limit: maxBytes });
              yield chunk;
            }
          },
          file.createWriteStream({ flush: true }),
        );
        await rename(draft, path);
        await syncFolder(dirname(path));
        return { key, size };
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        await rm(path, { force: true }).catch(() => undefined);
        throw isFull(error) ? StorageFull({}) : error;
      }
    },

    async read(key) {
      const file = await open(pathOf(key)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return file && file.createReadStream();
    },

    remove: (key) => rm(pathOf(key), { force: true }),

    async *untouchedSince(moment) {
      for (const shard of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue;
        const old: string[] = [];
        for (const key of await namesIn(join(folder, shard)))
          if (KEY.test(key) && (await isOlder(join(folder, shard, key), moment))) old.push(key);
        if (old.length > 0) yield old;
      }
    },

    async dropDrafts(moment) {
      for (const name of await namesIn(drafts))
        if (await isOlder(join(drafts, name), moment)) await rm(join(drafts, name), { force: true });
    },
  };
}

/** A rename is only sure to outlast a crash once the folder is on disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

const namesIn = (path: string): Promise<string[]> =>
  readdir(path).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });

const isOlder = (path: string, moment: Date): Promise<boolean> =>
  stat(path).then(
    ({ mtime }) => mtime < moment,
    () => false,
  );
