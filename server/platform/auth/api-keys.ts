import { randomInt } from 'node:crypto';
import type { Transaction } from '../../core/database/transactions.js';
import { fault } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { characters, hasForbiddenCharacter } from '../../core/text.js';
import { bytes, digestOf, newSecret } from './secrets.js';
import { instant, type Person } from './sessions.js';

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
  { org, userId }: Person,
  { name, isReadOnly, expiresAt = null }: NewApiKey,
): Promise<{ id: string; key: string; prefix: string }> {
  if (hasForbiddenCharacter(name)) throw fault('input.name', 'INVALID_CHARACTER', say('faults.keyNameCharacter'));
  if (name.trim() === '') throw fault('input.name', 'REQUIRED', say('faults.keyNameNeeded'));
  if (characters(name) > MAX_NAME) throw fault('input.name', 'TOO_LONG', say('faults.keyNameLong', { max: MAX_NAME }), { max: MAX_NAME });
  if (expiresAt !== null && new Date(expiresAt).getTime() <= Date.now())
    throw fault('input.expiresAt', 'OUT_OF_RANGE', say('faults.keyExpiryPast'));
  const [counted] = await transaction.run(
    'SELECT count(*)::text FROM api_key WHERE org = $1::uuid AND user_id = $2::uuid AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())',
    [org, userId],
  );
  if (Number(counted![0]) >= MAX_KEYS)
    throw fault('input', 'TOO_MANY', say('faults.tooManyKeys', { limit: MAX_KEYS }), { limit: MAX_KEYS });
  const id = newRowId();
  const prefix = `rlt_${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
  const key = `${prefix}_${newSecret()}`;
  await transaction.run(
    `INSERT INTO api_key (org, id, user_id, name, prefix, hash, is_read_only, expires_at) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::bytea, $7::boolean, $8::timestamptz)`,
    [
      org,
      id,
      userId,
      name,
      prefix,
      bytes(digestOf(key)),
      String(isReadOnly),
      expiresAt === null ? null : new Date(expiresAt).toISOString(),
    ],
  );
  return { id, key, prefix };
}

/** The API keys of a user, newest first; those that were revoked or have expired too, for as long as they are kept. */
export async function listApiKeys(transaction: Transaction, { org, userId }: Person, id: string | null = null): Promise<ApiKeyRow[]> {
  const rows = await transaction.run(
    `SELECT k.id::text, k.name, k.prefix, k.is_read_only::text, ${['created_at', 'expires_at', 'last_used_at', 'revoked_at'].map((column) => instant(`k.${column}`)).join(', ')} FROM api_key k
      WHERE k.org = $1::uuid AND k.user_id = $2::uuid AND ($3::uuid IS NULL OR k.id = $3::uuid) ORDER BY k.created_at DESC, k.id DESC`,
    [org, userId, id],
  );
  return rows.map(([rowId, name, prefix, readOnly, createdAt, expiresAt, lastUsedAt, revokedAt]) => ({
    id: rowId!,
    userId,
    name: name!,
    prefix: prefix!,
    isReadOnly: readOnly === 'true',
    createdAt: createdAt!,
    expiresAt: expiresAt ?? null,
    lastUsedAt: lastUsedAt ?? null,
    revokedAt: revokedAt ?? null,
  }));
}

/** Whose API key it is. */
export async function ownerOfApiKey(transaction: Transaction, org: string, id: string): Promise<string | null> {
  const [row] = await transaction.run('SELECT k.user_id::text FROM api_key k WHERE k.org = $1::uuid AND k.id = $2::uuid', [org, id]);
  return row?.[0] ?? null;
}

/** @returns whether it was not revoked before */
export async function markRevoked(transaction: Transaction, org: string, id: string): Promise<boolean> {
  const rows = await transaction.run(
    'UPDATE api_key SET revoked_at = now() WHERE org = $1::uuid AND id = $2::uuid AND revoked_at IS NULL RETURNING 1::text',
    [org, id],
  );
  return rows.length > 0;
}
