import { createHash, createHmac } from 'node:crypto';
import { getNamedType, isObjectType, print, type DocumentNode, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import type { Viewer } from './context.js';
import type { Transaction } from './database/transactions.js';
import { CrmError, defineError, fault, Forbidden } from './errors.js';
import { say } from './messages.js';
import { selectedFields, selectionSets, type Reading, type Selected } from './read/selection.js';

/**
 * A mutation that is sent again with the key it had is not done again: it gets the answer of the first time. The key's row
 * is made first in the transaction of the mutation and holds the answer when that commits, so a key is known exactly when
 * its effect is there, and whoever sends the same at the same time waits for that row (reliability.md 2).
 */
export const IdempotencyInProgress = defineError<object>('IDEMPOTENCY_IN_PROGRESS', {
  status: 409,
  retryable: true,
  description: 'The same mutation, with the same idempotency key, is under way. Send it again in a moment to get its answer.',
});

export const IdempotencyKeyReused = defineError<object>('IDEMPOTENCY_KEY_REUSED', {
  status: 422,
  description:
    'The idempotency key was used for another operation, or for the same with other variables. Nothing was done; take a new key.',
});

/** What a mutation with a key comes to: it is the first, or there is an answer already. */
export type Claim = { readonly isFirst: true } | Replay;

/** What is kept of an answer: its JSON, and the paths of what is left out of that. */
export interface Kept {
  readonly answer: string;
  readonly withheld: readonly string[];
}

/** The answer that a key has already. */
export interface Replay extends Kept {
  readonly isFirst: false;
}

/** Where requests name their key beside the header. */
export const KEY_PATH = 'extensions.idempotencyKey';

/**
 * The key of a request, from its header `Idempotency-Key` or `extensions.idempotencyKey`.
 *
 * @returns null where there is none
 */
export function idempotencyKeyOf(header: string | string[] | undefined, given: unknown): string | null | CrmError {
  const extension = given === undefined || given === null ? undefined : given;
  if (header === undefined && extension === undefined) return null;
  if (header !== undefined && extension !== undefined && header !== extension)
    return fault(KEY_PATH, 'CONTRADICTION', say('faults.idempotencyKeys'));
  const key = header ?? extension;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) return fault(KEY_PATH, 'INVALID_FORMAT', say('faults.idempotencyKey'));
  return key;
}

/** A key of a caller's, and what it is used for. */
export interface KeyedMutation {
  readonly key: string;
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  /** As they came. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What is stored of a key and its use. The key itself is not: it is the key of the fingerprint's HMAC, so that nobody who
 * sees the table can try passwords that the variables may have held.
 */
function digestsOf({ key, document, operationName, variables }: KeyedMutation): { key: string; fingerprint: string } {
  const text = document.loc?.source.body ?? print(document);
  const use = JSON.stringify([text, operationName ?? null, sorted(variables)]);
  return {
    key: `\\x${createHash('sha256').update(key).digest('hex')}`,
    fingerprint: `\\x${createHmac('sha256', key).update(use).digest('hex')}`,
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

/** Makes the key's row, as the first thing in the transaction; waits for whoever is about to. */
export async function claimKey(transaction: Transaction, viewer: Viewer, use: KeyedMutation): Promise<Claim> {
  const { key, fingerprint } = digestsOf(use);
  const own = [viewer.org, viewer.credential.id, key];
  const made = await transaction
    .run(
      `INSERT INTO idempotency_key (org, credential_id, key, fingerprint, access) VALUES ($1::uuid, $2::uuid, $3::bytea, $4::bytea, $5) ON CONFLICT DO NOTHING RETURNING ''`,
      [...own, fingerprint, viewer.access.key],
    )
    .catch((error: unknown) => {
      throw (error as { code?: string }).code === '55P03' ? IdempotencyInProgress({}) : error;
    });
  if (made.length > 0) return { isFirst: true };
  const [found] = await transaction.run(
    `SELECT (fingerprint = $4::bytea)::text, access, answer, withheld FROM idempotency_key WHERE org = $1::uuid AND credential_id = $2::uuid AND key = $3::bytea`,
    [...own, fingerprint],
  );
  // Only one that has just expired is gone again.
  if (!found) throw IdempotencyInProgress({});
  const [isSame, access, answer, withheld] = found;
  if (isSame !== 'true') throw IdempotencyKeyReused({});
  if (access !== viewer.access.key) throw Forbidden({ reason: say('faults.replayAccess') });
  return { isFirst: false, answer: answer!, withheld: withheld ? (JSON.parse(withheld) as string[]) : [] };
}

/** Keeps the answer with its key. Secrets are not kept: they are null in it, and their paths noted. */
export async function keepAnswer(transaction: Transaction, viewer: Viewer, use: KeyedMutation, { answer, withheld }: Kept): Promise<void> {
  await transaction.run(
    `UPDATE idempotency_key SET answer = $4, withheld = $5::jsonb WHERE org = $1::uuid AND credential_id = $2::uuid AND key = $3::bytea`,
    [viewer.org, viewer.credential.id, digestsOf(use).key, answer, withheld.length > 0 ? JSON.stringify(withheld) : null],
  );
}

/** An answer without the fields that are declared `secret`, which read null in it. */
export function withoutSecrets(reading: Reading, { selectionSet }: OperationDefinitionNode, data: object): Kept {
  const root = reading.schema.getMutationType()!;
  const withheld: string[] = [];
  const strip = (type: GraphQLObjectType, fields: readonly Selected[], value: Record<string, unknown>, path: string): object =>
    Object.fromEntries(
      fields.map(({ key, name, nodes }): [string, unknown] => {
        const field = type.getFields()[name];
        const inner = value[key];
        if (!field || inner === null || inner === undefined) return [key, inner];
        if (field.extensions['secret'] === true) {
          withheld.push(`${path}${key}`);
          return [key, null];
        }
        const named = getNamedType(field.type);
        if (!isObjectType(named) || Array.isArray(inner)) return [key, inner];
        const below = selectedFields(reading, named, selectionSets({ key, name, nodes }));
        return [key, strip(named, below, inner as Record<string, unknown>, `${path}${key}.`)];
      }),
    );
  const kept = strip(root, selectedFields(reading, root, [selectionSet]), data as Record<string, unknown>, '');
  return { answer: JSON.stringify(kept), withheld };
}
