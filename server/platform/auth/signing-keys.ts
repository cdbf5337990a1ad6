import { randomBytes } from 'node:crypto';
import type pg from 'pg';

export interface SigningKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** The keys that tokens are signed with: in the database, so that all servers of it agree. */
export interface SigningKeys {
  /** The one that signs now; made by the first server that asks. */
  current(): Promise<SigningKey>;
  /** One that tokens may still name; null when there is none. */
  find(id: string): Promise<SigningKey | null>;
  /** What failed sign-ins are hashed with. */
  attempts(): Promise<Uint8Array>;
  /** What addresses of files are signed with. */
  files(): Promise<Uint8Array>;
  /** What the successor of a refresh token is derived with. */
  refresh(): Promise<Uint8Array>;
}

/** How long the keys are believed before they are read again. */
const BELIEVED_MS = 5000;
/** Tokens that name an unknown key make us look again at most so often. */
const RELOAD_MS = 1000;

interface Loaded {
  readonly at: number;
  readonly current: SigningKey;
  readonly attempts: Uint8Array;
  readonly files: Uint8Array;
  readonly refresh: Uint8Array;
  readonly keys: ReadonlyMap<string, SigningKey>;
}

export function createSigningKeys(system: pg.Pool): SigningKeys {
  let loaded: Loaded | undefined;
  let loading: Promise<Loaded> | undefined;
  const notOlderThan = (ms: number): Promise<Loaded> => {
    if (loaded && Date.now() - loaded.at <= ms) return Promise.resolve(loaded);
    return (loading ??= load(system)
      .then((found) => (loaded = found))
      .finally(() => (loading = undefined)));
  };
  return {
    current: async () => (await notOlderThan(BELIEVED_MS)).current,
    attempts: async () => (loaded ?? (await notOlderThan(BELIEVED_MS))).attempts,
    files: async () => (loaded ?? (await notOlderThan(BELIEVED_MS))).files,
    refresh: async () => (await notOlderThan(BELIEVED_MS)).refresh,
    async find(id) {
      const { keys } = await notOlderThan(BELIEVED_MS);
      return keys.get(id) ?? (await notOlderThan(RELOAD_MS)).keys.get(id) ?? null;
    },
  };
}

async function load(system: pg.Pool, isAgain = false): Promise<Loaded> {
  const at = Date.now();
  const rows = await readKeys(system);
  const [current] = rows.filter((row) => row.purpose === 'TOKEN' && row.isCurrent);
  const attempts = rows.find(({ purpose }) => purpose === 'ATTEMPTS');
  const files = rows.find(({ purpose }) => purpose === 'FILES');
  const refresh = rows.find(({ purpose }) => purpose === 'REFRESH');
  if (!current || !attempts || !files || !refresh) {
    if (isAgain) throw new Error('The database has no key to sign with. Run npm run rotate-keys.');
    const missing = [
      ...(current ? [] : [['first', 'TOKEN']]),
      ...(attempts ? [] : [['attempts', 'ATTEMPTS']]),
      ...(files ? [] : [['files', 'FILES']]),
      ...(refresh ? [] : [['refresh', 'REFRESH']]),
    ];
    // One id for the first keys: of servers that start together one makes them and the others wait for it.
    for (const [id, purpose] of missing)
      await system.query('INSERT INTO signing_key (id, secret, purpose) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [
        id,
        randomBytes(32),
        purpose,
      ]);
    return load(system, true);
  }
  const keys = rows.filter(({ purpose }) => purpose === 'TOKEN').map(({ id, secret }) => ({ id, secret: new Uint8Array(secret) }));
  return {
    at,
    current: keys.find(({ id }) => id === current.id)!,
    attempts: new Uint8Array(attempts.secret),
    files: new Uint8Array(files.secret),
    refresh: new Uint8Array(refresh.secret),
    keys: new Map(keys.map((key) => [key.id, key])),
  };
}

async function readKeys(system: pg.Pool) {
  const { rows } = await system.query<{ id: string; purpose: string; secret: Buffer; isCurrent: boolean }>(
    `SELECT id, purpose, secret, expires_at IS NULL AS "isCurrent" FROM signing_key
      WHERE expires_at IS NULL OR expires_at > now() ORDER BY created_at DESC, id`,
  );
  return rows;
}

/**
 * Makes a new key that signs from now on. Older ones verify until no token of theirs can live, or stop at once.
 * Running servers follow within 5 s. At once also means that successors of refresh tokens are derived anew.
 *
 * @param system a pool in the system role
 * @param lifetimeMinutes how long access tokens live
 */
export async function rotateKeys(system: pg.Pool, { lifetimeMinutes, isNow = false }: { lifetimeMinutes: number; isNow?: boolean }) {
  const client = await system.connect();
  try {
    await client.query('BEGIN');
    // Two rotations at once must not leave two keys that sign.
    await client.query('LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE');
    if (isNow) await client.query(`DELETE FROM signing_key WHERE purpose IN ('TOKEN', 'REFRESH')`);
    // Servers may sign with the old one for another 5 s.
    else
      await client.query(
        `UPDATE signing_key SET expires_at = now() + make_interval(mins => $1::int, secs => 60) WHERE purpose = 'TOKEN' AND expires_at IS NULL`,
        [lifetimeMinutes],
      );
    await client.query(`DELETE FROM signing_key WHERE expires_at < now()`);
    const id = randomBytes(6).toString('base64url');
    // The clock of the moment, not of the transaction's beginning: the newest signs.
    await client.query(`INSERT INTO signing_key (id, secret, created_at) VALUES ($1, $2, clock_timestamp())`, [id, randomBytes(32)]);
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
