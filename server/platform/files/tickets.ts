import type pg from 'pg';
import { transactionDb } from '../../core/database/typed-sql.js';
import type { Viewer } from '../../core/context.js';
import type { Transaction } from '../../core/database/transactions.js';
import { defineError, fault } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { characters, hasForbiddenCharacter } from '../../core/text.js';
import { digestOf, isSecret, newSecret } from '../auth/secrets.js';
import { essenceOf } from './content-types.js';

export const UploadTicketInvalid = defineError<object>('UPLOAD_TICKET_INVALID', {
  status: 401,
  description: 'The address to upload to is not one of ours, was used already, has expired, or is not for the caller. Ask for a new one.',
});

/** Leave to upload one file: who, what, and for how long. */
export interface UploadTicket {
  readonly org: string;
  readonly userId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

export interface UploadRequest {
  readonly fileName: string;
  readonly size: number;
  readonly contentType: string;
}

const TICKET_MS = 15 * 60_000;
const MAX_NAME = 255;

/** Makes a ticket that is good once; only a hash of it is kept. */
export async function makeTicket(
  transaction: Transaction,
  { userId }: Pick<Viewer, 'userId'>,
  { fileName, size, contentType }: UploadRequest,
  { maxBytes, now }: { readonly maxBytes: number; readonly now: Date },
): Promise<{ token: string; fileId: string; expiresAt: Date }> {
  if (hasForbiddenCharacter(fileName)) throw fault('input.fileName', 'INVALID_CHARACTER', say('faults.fileNameCharacter'));
  if (fileName.trim() === '') throw fault('input.fileName', 'REQUIRED', say('faults.fileNameNeeded'));
  if (characters(fileName) > MAX_NAME)
    throw fault('input.fileName', 'TOO_LONG', say('faults.fileNameLong', { max: MAX_NAME }), { max: MAX_NAME });
  if (size < 0 || size > maxBytes) throw fault('input.size', 'OUT_OF_RANGE', say('faults.fileSize', { max: maxBytes }), { max: maxBytes });
  const essence = essenceOf(contentType);
  if (essence === null) throw fault('input.contentType', 'INVALID_FORMAT', say('faults.contentType'));
  const [token, fileId] = [newSecret(), newRowId()];
  const expiresAt = new Date(now.getTime() + TICKET_MS);
  await transactionDb(transaction)
    .insertInto('upload_ticket')
    .values({
      hash: digestOf(token),
      user_id: userId,
      file_id: fileId,
      file_name: fileName,
      content_type: essence,
      size,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, fileId, expiresAt };
}

/** What a token is good for; null for one that is good for nothing. */
export async function findTicket(system: pg.Pool, token: string, now: Date): Promise<UploadTicket | null> {
  if (!isSecret(token)) return null;
  const { rows } = await system.query<Omit<UploadTicket, 'size'> & { size: string }>(
    `SELECT org, user_id AS "userId", file_id AS "fileId", file_name AS "fileName", content_type AS "contentType", size
       FROM upload_ticket WHERE hash = $1 AND expires_at > $2`,
    [digestOf(token), now],
  );
  return rows[0] ? { ...rows[0], size: Number(rows[0].size) } : null;
}

/** Uses a ticket up; of two who come at the same moment one does. */
export async function takeTicket(system: pg.Pool, { org }: UploadTicket, token: string, now: Date): Promise<boolean> {
  const { rowCount } = await system.query('DELETE FROM upload_ticket WHERE org = $1 AND hash = $2 AND expires_at > $3', [
    org,
    digestOf(token),
    now,
  ]);
  return rowCount === 1;
}
