import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Services } from '../../core/context.js';
import { CrmError, defineError, NotFound } from '../../core/errors.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import type { RequestLimiter } from '../http/limiter.js';
import type { TrafficLimits } from '../http/traffic.js';
import { FileTooLarge } from './content.js';
import { canBe, essenceOf, HEAD_BYTES } from './content-types.js';
import { fileIds, type FileKeeper } from './files.js';
import { atMinimumRate, createTimeCredit } from './minimum-rate.js';
import { findTicket, takeTicket, UploadTicketInvalid, type UploadTicket } from './tickets.js';

export const UploadSizeMismatch = defineError<{ expected: number; received: number }>('UPLOAD_SIZE_MISMATCH', {
  status: 400,
  description: 'The content has not as many bytes as were announced. Nothing of it was kept.',
});

export const UploadTypeMismatch = defineError<{ expected: string }>('UPLOAD_TYPE_MISMATCH', {
  status: 415,
  description: 'The content is not of the type that was announced. Nothing of it was kept.',
});

export const UploadInterrupted = defineError<object>('UPLOAD_INTERRUPTED', {
  status: 400,
  description: 'The content broke off, or came too slowly for a minute. Nothing of it was kept; ask for a new address.',
});

export const DownloadLinkInvalid = defineError<object>('DOWNLOAD_LINK_INVALID', {
  status: 403,
  description: 'The address is not one of ours or has expired. Ask for the file again.',
});

export interface FileRoutesOptions {
  readonly system: pg.Pool;
  readonly services: Services;
  readonly files: FileKeeper;
  readonly limiter: RequestLimiter;
  readonly traffic: TrafficLimits;
  readonly clock: () => Date;
  /** Answers a refusal in the server's form. */
  readonly refuse: (reply: FastifyReply, status: number, error: CrmError) => FastifyReply;
  /** Answers what nobody expected. */
  readonly fail: (reply: FastifyReply, error: unknown) => FastifyReply;
}

/** An uploaded file is there to be used, not to stay. */
const UPLOAD_MINUTES = 7 * 24 * 60;

/** The plain HTTP side of files: `PUT /uploads/<ticket>` and `GET /files/<id>?for=<signed>`. */
export function fileRoutes(app: FastifyInstance, options: FileRoutesOptions, done: (error?: Error) => void): void {
  const { system, services, files, limiter, traffic, clock, refuse, fail } = options;
  app.removeAllContentTypeParsers();
  // Content is read in the route, as it comes.
  app.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));

  app.put<{ Params: { token: string } }>('/uploads/:token', async (request, reply) => {
    const excess = limiter.countOpenRequest(request.ip);
    if (excess) return answer(reply, excess);
    try {
      const { token } = request.params;
      const ticket = await findTicket(system, token, clock());
      if (!ticket || !(await isFor(ticket, request))) throw UploadTicketInvalid({});
      checkHead(ticket, request);
      if (!(await takeTicket(system, ticket, token, clock()))) throw UploadTicketInvalid({});
      const { org, userId, fileName, contentType, fileId: id } = ticket;
      const content = await files.write(checked(request.raw, ticket, traffic), { maxBytes: ticket.size });
      try {
        await services.systemTransactions.run({ org, actor: userId, cause: request.id }, (transaction) =>
          files.keep(transaction, content, { org, userId, fileName, contentType, lifetimeMinutes: UPLOAD_MINUTES, id }),
        );
      } catch (error) {
        await files.discard(content);
        throw error;
      }
      return await reply.status(201).send({ fileId: wireId(fileIds, id), fileName, contentType, size: content.size });
    } catch (error) {
      return answer(reply, error);
    }
  });

  /** Whoever says who they are must be the one that the ticket was made for; and that one must still be welcome. */
  async function isFor({ org, userId }: UploadTicket, request: FastifyRequest): Promise<boolean> {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const viewer = bearer ? await services.auth.viewerOf(bearer, request.ip) : await services.auth.viewerOfUser(org, userId);
    return viewer?.org === org && viewer.userId === userId;
  }

  app.get<{ Params: { id: string }; Querystring: { for?: unknown } }>('/files/:id', async (request, reply) => {
    const excess = limiter.countOpenRequest(request.ip);
    if (excess) return answer(reply, excess);
    try {
      const rowId = rowIdOf(fileIds, request.params.id);
      const signed = request.query.for;
      const claim = rowId !== null && typeof signed === 'string' ? await files.viewerOf(rowId, signed) : null;
      const viewer = claim && (await services.auth.viewerOfUser(claim.org, claim.userId));
      if (!rowId || !viewer) throw DownloadLinkInvalid({});
      const file = await files.find(viewer.org, rowId);
      const content = file && (file.userId === viewer.userId || viewer.isAdministrator) ? await files.open(viewer.org, rowId) : null;
      if (!file || !content) throw NotFound({ id: request.params.id });
      return await reply
        .headers({
          'content-type': file.contentType,
          'content-length': file.size,
          'content-disposition': attachment(file.fileName),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
          'cache-control': 'private, no-store',
          'cross-origin-resource-policy': 'same-site',
          'referrer-policy': 'no-referrer',
        })
        .send(content);
    } catch (error) {
      return answer(reply, error);
    }
  });

  function answer(reply: FastifyReply, error: unknown): FastifyReply {
    const { raw, method } = reply.request;
    if (method === 'PUT' && raw.destroyed && !raw.complete) return refuse(reply, 400, UploadInterrupted({}));
    return error instanceof CrmError ? refuse(reply, error.definition.status, error) : fail(reply, error);
  }
  done();
}

/** What the head of a request says already must fit, or the ticket is not even used. */
function checkHead({ size, contentType }: UploadTicket, { headers }: FastifyRequest): void {
  if (essenceOf(headers['content-type']) !== contentType) throw UploadTypeMismatch({ expected: contentType });
  const announced = headers['content-length'];
  if (announced !== undefined && Number(announced) !== size) throw UploadSizeMismatch({ expected: size, received: Number(announced) });
}

/** The content as it comes; fails when it is not what was announced, breaks off, or does not go on. */
async function* checked(
  raw: IncomingMessage,
  { size, contentType }: UploadTicket,
  { uploadPatienceMs: ms, uploadBytesPerSecond: bytesPerSecond }: TrafficLimits,
): AsyncGenerator<Buffer> {
  let received = 0;
  let head = Buffer.alloc(0);
  const check = (): void => {
    if (!canBe(contentType, head)) throw UploadTypeMismatch({ expected: contentType });
  };
  const content = detached(raw);
  const giveUp = (): void => void content.destroy(UploadInterrupted({}));
  for await (const chunk of atMinimumRate(content, createTimeCredit({ ms, bytesPerSecond }), giveUp)) {
    received += chunk.length;
    if (received > size) throw FileTooLarge({ limit: size });
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
      if (head.length >= HEAD_BYTES) check();
    }
    yield chunk;
  }
  if (received !== size) throw UploadSizeMismatch({ expected: size, received });
  if (size > 0) check();
}

/** The content of a request as a stream that can end early: the request goes on, so that it can still be answered. */
function detached(raw: IncomingMessage): PassThrough {
  const content = new PassThrough();
  const breakOff = (): void => void content.destroy(UploadInterrupted({}));
  raw.once('error', breakOff).once('close', () => raw.complete || breakOff());
  return raw.pipe(content);
}

/** A name that no header and no file system can be misled by, and beside it the name as it is. */
export function attachment(fileName: string): string {
  const name = fileName.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '_');
  const plain = name.replace(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
