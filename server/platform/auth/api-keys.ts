import { sql } from 'kysely';
import { randomInt } from 'node:crypto';
import { transactionDb } from '../../core/database/typed-sql.js';
import type { Transaction } from '../../core/database/transactions.js';
import { fault } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { characters, hasForbiddenCharacter } from '../../core/text.js';
import { digestOf, newSecret } from './secrets.js';
import type { Person } from './sessions.js';

/** How ids of API keys begin on the wire. */
export const apiKeyIds = { prefix: 'key' };

/** `rlt_`, eight characters that tell keys apart, and the secret. */
const KEY = /^(rlt_[a-z2-7]{8})_[\w-]{43}$/;

/** What a key is found by; null for what can be none. */
export const keyPrefix = (token: string): string | null => KEY.exec(token)?.[1] ?? null;

/** The letters and digits that nobody mistakes for each other. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const MAX_NAME = 100;
const MAX_KEYS = 100;

/** An API key as its owner sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly prefix: string;
  readonly isReadOnly: boolean;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly expiresAt?: Date | string | null;
}

/**
 * Makes an API key of a user.
 *
 * @returns its id and the whole key, of which only a hash is kept
 */
export async function insertApiKey(
  transaction: Transaction,
  { userId }: Person,
  { name, isReadOnly, expiresAt = null }: NewApiKey,
): Promise<{ id: string; key: string; prefix: string }> {
  if (hasForbiddenCharacter(name)) throw fault('input.name', 'INVALID_CHARACTER', say('faults.keyNameCharacter'));
  if (name.trim() === '') throw fault('input.name', 'REQUIRED', say('faults.keyNameNeeded'));
  if (characters(name) > MAX_NAME) throw fault('input.name', 'TOO_LONG', say('faults.keyNameLong', { max: MAX_NAME }), { max: MAX_NAME });
  if (expiresAt !== null && new Date(expiresAt).getTime() <= Date.now())
    throw fault('input.expiresAt', 'OUT_OF_RANGE', say('faults.keyExpiryPast'));
  const db = transactionDb(transaction);
  const { count } = await db
    .selectFrom('api_key')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<string>`now()`)]))
    .executeTakeFirstOrThrow();
  if (Number(count) >= MAX_KEYS) throw fault('input', 'TOO_MANY', say('faults.tooManyKeys', { limit: MAX_KEYS }), { limit: MAX_KEYS });
  const id = newRowId();
  const prefix = `rlt_${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
  const key = `${prefix}_${newSecret()}`;
  const expires_at = expiresAt === null ? null : new Date(expiresAt);
  await db
    .insertInto('api_key')
    .values({ id, user_id: userId, name, prefix, hash: digestOf(key), is_read_only: isReadOnly, expires_at })
    .execute();
  return { id, key, prefix };
}

/** The API keys of a user, newest first; those that were revoked or have expired too, for as long as they are kept. */
export function listApiKeys(transaction: Transaction, { userId }: Person, id: string | null = null): Promise<ApiKeyRow[]> {
  return transactionDb(transaction)
    .selectFrom('api_key as k')
    .select(['k.id', 'k.user_id as userId', 'k.name', 'k.prefix', 'k.is_read_only as isReadOnly'])
    .select(['k.created_at as createdAt', 'k.expires_at as expiresAt', 'k.last_used_at as lastUsedAt', 'k.revoked_at as revokedAt'])
    .where('k.user_id', '=', userId)
    .$if(id !== null, (qb) => qb.where('k.id', '=', id!))
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .execute();
}

/** Whose API key it is. */
export async function ownerOfApiKey(transaction: Transaction, id: string): Promise<string | null> {
  const key = await transactionDb(transaction).selectFrom('api_key as k').select('k.user_id').where('k.id', '=', id).executeTakeFirst();
  return key?.user_id ?? null;
}

/** @returns whether it was not revoked before */
export async function markRevoked(transaction: Transaction, id: string): Promise<boolean> {
  const { numUpdatedRows } = await transactionDb(transaction)
    .updateTable('api_key')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
