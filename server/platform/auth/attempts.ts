import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { defineError } from '../../core/errors.js';
import { networkOf } from '../http/network.js';
import { hashing } from './passwords.js';

export const SignInLocked = defineError<{ retryAfter: number }>('SIGN_IN_LOCKED', {
  status: 429,
  description: 'Too many failures from this address, for this account or for any. `retryAfter` says in how many seconds to try again.',
});

/** Limits on guessing; what they know stands in the database, so that all servers agree. */
export interface Attempts {
  /**
   * Lets somebody try when it is the turn of their address: refuses who has failed too often, and counts what fails. A try counts
   * as a failure until it has succeeded, so that many at once are not more than one after the other. Of one account and address
   * only one is under way at a time.
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
  readonly kind: Kind;
  readonly failures: number;
  /** Seconds since the last failure. */
  readonly age: number;
  /** Seconds until the row counts no more. */
  readonly left: number;
}
type Kind = 'PAIR' | 'ACCOUNT' | 'ADDRESS';
type Hashes = Readonly<Record<Kind, Buffer>>;

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

  /** Looks, reserves, works and settles. @returns how long to wait first, in ms, where the account is slowed down and `isPatient` is not set */
  async function attempt<T>(
    hashes: Hashes,
    work: () => Promise<T | null>,
    isPatient: boolean,
  ): Promise<{ result: T | null } | { delay: number }> {
    const known = await read(system, hashes);
    refuseLocked(known);
    const delay = isPatient ? 0 : Math.max(0, ...known.map(delayOf));
    if (delay > 0) return { delay };
    const reserved = await reserve(system, hashes);
    let result: T | null;
    try {
      // Others may have failed since the look.
      refuseLocked(reserved);
      result = await work();
    } catch (error) {
      // Whatever it was, nobody has learned anything about a password.
      await release(system, hashes, false).catch(() => undefined);
      throw error;
    }
    if (result === null) await confirm(system, hashes);
    else await release(system, hashes, true);
    return { result };
  }

  return {
    async guarded(client, account, work) {
      const key = await secret();
      const address = networkOf(client.address);
      const name = account.toLowerCase();
      // Many more come than have a turn.
      const hashesOfPair = (): Hashes => {
        const hash = (...parts: string[]): Buffer => createHmac('sha256', key).update(JSON.stringify(parts)).digest();
        return { PAIR: hash('PAIR', name, address), ACCOUNT: hash('ACCOUNT', name), ADDRESS: hash('ADDRESS', address) };
      };
      const tryOnce = (isPatient: boolean) =>
        hashing.run(address, () => inTurn(JSON.stringify([name, address]), () => attempt(hashesOfPair(), work, isPatient)));
      const first = await tryOnce(false);
      if ('result' in first) return first.result;
      // Nobody else waits meanwhile: the place is given back.
      await sleep(first.delay);
      const second = await tryOnce(true);
      return 'result' in second ? second.result : null;
    },
  };
}

function refuseLocked(rows: readonly Row[]): void {
  const lockedFor = Math.max(0, ...rows.map(lockOf));
  if (lockedFor > 0) throw SignInLocked({ retryAfter: Math.ceil(lockedFor) });
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

const RESULT = `a.kind, extract(epoch FROM now() - a.failed_at)::float AS age, extract(epoch FROM a.forget_at - now())::float AS left`;

async function read(system: pg.Pool, hashes: Hashes): Promise<Row[]> {
  const { rows } = await system.query<Row>(
    `SELECT a.failures, ${RESULT} FROM sign_in_attempt a WHERE a.hash = ANY($1::bytea[]) AND a.forget_at > now()`,
    [Object.values(hashes)],
  );
  return rows;
}

/**
 * Adds a failure that may not be one to each of the rows, in an order that is the same for all. When they last failed and how long
 * they count changes with a failure only.
 *
 * @returns the rows as they were before
 */
async function reserve(system: pg.Pool, { ACCOUNT, ADDRESS, PAIR }: Hashes): Promise<Row[]> {
  const { rows } = await system.query<Row>(
    `INSERT INTO sign_in_attempt AS a (hash, kind, failures, forget_at)
     VALUES ($1, 'ACCOUNT', 1, now() + make_interval(secs => ${FORGET_ACCOUNT_S})),
            ($2, 'ADDRESS', 1, now() + make_interval(secs => ${ADDRESS_WINDOW_S})),
            ($3, 'PAIR', 1, now() + make_interval(secs => ${FORGET_PAIR_S}))
     ON CONFLICT (hash) DO UPDATE SET
       failures = CASE WHEN a.forget_at > now() THEN a.failures + 1 ELSE 1 END,
       failed_at = CASE WHEN a.forget_at > now() THEN a.failed_at ELSE now() END,
       forget_at = CASE WHEN a.forget_at > now() THEN a.forget_at ELSE excluded.forget_at END
     RETURNING a.failures - 1 AS failures, ${RESULT}`,
    [ACCOUNT, ADDRESS, PAIR],
  );
  return rows;
}

/** Locks the rows in the order in which they are reserved: sign-ins on two servers must not wait for each other. */
const LOCKED = `WITH locked AS (SELECT hash FROM sign_in_attempt WHERE hash = ANY($1::bytea[]) ORDER BY kind FOR UPDATE)
  UPDATE sign_in_attempt a SET`;

/** Makes a failure of a reservation: an account is remembered from its last one on, an address from its first one. */
async function confirm(system: pg.Pool, hashes: Hashes): Promise<void> {
  await system.query(
    `${LOCKED} failed_at = now(), forget_at = CASE a.kind WHEN 'ADDRESS' THEN a.forget_at
         WHEN 'PAIR' THEN now() + make_interval(secs => ${FORGET_PAIR_S}) ELSE now() + make_interval(secs => ${FORGET_ACCOUNT_S}) END
       FROM locked WHERE a.hash = locked.hash`,
    [Object.values(hashes)],
  );
}

/** Gives a reservation back. After a success the account and the address have no failures together any more. */
async function release(system: pg.Pool, hashes: Hashes, isSuccess: boolean): Promise<void> {
  await system.query(
    `${LOCKED} failures = CASE WHEN a.kind = 'PAIR' AND $2 THEN 0 ELSE greatest(a.failures - 1, 0) END FROM locked WHERE a.hash = locked.hash`,
    [Object.values(hashes), isSuccess],
  );
}
