import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { defineError } from '../../core/errors.js';

export const SignInLocked = defineError<{ retryAfter: number }>('SIGN_IN_LOCKED', {
  status: 429,
  description: 'Too many failures from this address, for this account or for any. `retryAfter` says in how many seconds to try again.',
});

/** Limits on guessing; what they know stands in the database, so that all servers agree. */
export interface Attempts {
  /**
   * Lets somebody try: refuses who has failed too often, and counts what fails. Of one account and address only one try
   * is under way at a time.
   *
   * @param work what tells whether they know the password; null when they do not
   */
  guarded<T>(client: { readonly address: string }, account: string, work: () => Promise<T | null>): Promise<T | null>;
}

/** Failures of one account from one address before the first lock of a minute; each further one doubles it. */
const FREE_FAILURES = 5;
const LONGEST_LOCK_S = 3600;
const FORGET_PAIR_S = 24 * 3600;

/** Whoever fails from elsewhere must not lock a colleague out: the account as a whole only gets slower. */
const UNDELAYED_FAILURES = 10;
const DELAY_STEP_MS = 100;
const LONGEST_DELAY_MS = 2000;
const FORGET_ACCOUNT_S = 3600;

/** Failures from one address, whatever the account: generous, as an office shares one. */
const FAILURES_PER_ADDRESS = 200;
const ADDRESS_WINDOW_S = 15 * 60;

interface Row {
  readonly kind: 'PAIR' | 'ACCOUNT' | 'ADDRESS';
  readonly failures: number;
  /** Seconds since the last failure. */
  readonly age: number;
  /** Seconds until the row counts no more. */
  readonly left: number;
}

/** @param secret what names are hashed with before they are written down */
export function createAttempts(system: pg.Pool, secret: () => Promise<Uint8Array>): Attempts {
  const turns = new Map<string, Promise<unknown>>();

  /** Runs what has the same key one after the other: a lock must be seen by those who came together. */
  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    turns.set(key, settled);
    void settled.then(() => turns.get(key) === settled && turns.delete(key));
    return mine;
  }

  return {
    async guarded(client, account, work) {
      const key = await secret();
      const hash = (...parts: string[]): Buffer => createHmac('sha256', key).update(JSON.stringify(parts)).digest();
      const address = networkOf(client.address);
      const name = account.toLowerCase();
      const hashes = { PAIR: hash('PAIR', name, address), ACCOUNT: hash('ACCOUNT', name), ADDRESS: hash('ADDRESS', address) };
      return inTurn(hashes.PAIR.toString('base64'), async () => {
        const rows = await read(system, Object.values(hashes));
        const lockedFor = Math.max(0, ...rows.map(lockOf));
        if (lockedFor > 0) throw SignInLocked({ retryAfter: Math.ceil(lockedFor) });
        const delay = Math.max(0, ...rows.map(delayOf));
        if (delay > 0) await sleep(delay);
        const result = await work();
        if (result === null) await count(system, hashes);
        else if (rows.some(({ kind }) => kind === 'PAIR')) await system.query('DELETE FROM sign_in_attempt WHERE hash = $1', [hashes.PAIR]);
        return result;
      });
    },
  };
}

/** For how many seconds a row still locks. */
function lockOf({ kind, failures, age, left }: Row): number {
  if (kind === 'ADDRESS') return failures >= FAILURES_PER_ADDRESS ? left : 0;
  if (kind !== 'PAIR' || failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_LOCK_S, 60 * 2 ** Math.min(failures - FREE_FAILURES, 10)) - age;
}

const delayOf = ({ kind, failures }: Row): number =>
  kind === 'ACCOUNT' && failures >= UNDELAYED_FAILURES
    ? Math.min(LONGEST_DELAY_MS, DELAY_STEP_MS * (failures - UNDELAYED_FAILURES + 1))
    : 0;

async function read(system: pg.Pool, hashes: readonly Buffer[]): Promise<Row[]> {
  const { rows } = await system.query<Row>(
    `SELECT kind, failures, extract(epoch FROM now() - failed_at)::float AS age, extract(epoch FROM forget_at - now())::float AS left
       FROM sign_in_attempt WHERE hash = ANY($1::bytea[]) AND forget_at > now()`,
    [hashes],
  );
  return rows;
}

/** One failure more in each of the rows, in an order that is the same for all. */
async function count(system: pg.Pool, hashes: Readonly<Record<Row['kind'], Buffer>>): Promise<void> {
  await system.query(
    `INSERT INTO sign_in_attempt AS a (hash, kind, failures, forget_at)
     VALUES ($1, 'ADDRESS', 1, now() + make_interval(secs => ${ADDRESS_WINDOW_S})),
            ($2, 'PAIR', 1, now() + make_interval(secs => ${FORGET_PAIR_S})),
            ($3, 'ACCOUNT', 1, now() + make_interval(secs => ${FORGET_ACCOUNT_S}))
     ON CONFLICT (hash) DO UPDATE SET
       failures = CASE WHEN a.forget_at > now() THEN a.failures + 1 ELSE 1 END,
       failed_at = now(),
       forget_at = CASE WHEN a.kind = 'ADDRESS' AND a.forget_at > now() THEN a.forget_at ELSE excluded.forget_at END`,
    [hashes.ADDRESS, hashes.PAIR, hashes.ACCOUNT],
  );
}

/** What one party has: an IPv4 address, or an IPv6 network of 64 bits, all of whose addresses are one customer's. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before!.length - after!.length);
  const groups = [...before!, ...Array.from({ length: zeros }, () => '0'), ...after!];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
