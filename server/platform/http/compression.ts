import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply } from 'fastify';

/** Smaller answers gain nothing: they fit into one packet as they are. */
export const MIN_COMPRESSED = 1024;
const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|graphql-response\+json)|image\/svg\+xml)/;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** How much work goes into an answer: `once` is for what is compressed once and served many times. */
export type Effort = 'each' | 'once';

/** The encoding that an answer of this reply is to have; null for none. */
export function chooseEncoding(reply: FastifyReply, bytes: number): 'br' | 'gzip' | null {
  if (bytes < MIN_COMPRESSED || reply.hasHeader('content-encoding') || !COMPRESSIBLE.test(String(reply.getHeader('content-type'))))
    return null;
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? 'accept-encoding' : `${String(vary)}, accept-encoding`);
  const accepted = reply.request.headers['accept-encoding'];
  if (accepted === undefined) return null;
  return negotiate(accepted, ['br']) ? 'br' : negotiate(accepted, ['gzip']) ? 'gzip' : null;
}

/** Compresses in a thread of libuv's. Quality 4 takes less time than gzip and is smaller; the window fits the memory of many at once. */
export function compress(payload: string | Buffer, encoding: 'br' | 'gzip', effort: Effort): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(payload, { level: effort === 'once' ? 9 : 6 });
  return toBrotli(payload, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: effort === 'once' ? 9 : 4,
      [constants.BROTLI_PARAM_LGWIN]: effort === 'once' ? 22 : 19,
      [constants.BROTLI_PARAM_SIZE_HINT]: payload.length,
    },
  });
}
