import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyRequest } from 'fastify';
import { defineError, type CrmError } from '../../core/errors.js';
import { isLoopback, nameOf } from './hosts.js';

export const OriginNotAllowed = defineError<{ origin: string }>('ORIGIN_NOT_ALLOWED', {
  status: 403,
  description: 'The page that asks is of an origin that the server does not take requests from.',
});

/**
 * Refuses requests of pages that are neither of the server's own origin nor of one in the list. Browsers would keep the
 * answer from such a page, but only after the server has done what was asked.
 *
 * @param origins those that may ask; `loopback` stands for every page of the caller's own machine
 */
export function createOriginCheck(origins: readonly string[]): (request: FastifyRequest) => CrmError | null {
  const isListed = originList(origins);
  return (request) => {
    const { origin } = request.headers;
    if (origin === undefined || isListed(origin) || isOwn(origin, request.host)) return null;
    return OriginNotAllowed({ origin: origin.slice(0, 200) });
  };
}

/** What browsers are told: the origins in the list may ask and may read the answer. No cookies: tokens travel as bearer only. */
export function corsOptions(origins: readonly string[]): FastifyCorsOptions {
  const isListed = originList(origins);
  return {
    origin: (origin, done) => done(null, origin !== undefined && isListed(origin)),
    methods: ['GET', 'POST', 'PUT'],
    credentials: false,
    exposedHeaders: ['retry-after', 'x-request-id'],
    // As long as any browser remembers it.
    maxAge: 86_400,
    strictPreflight: false,
  };
}

function originList(origins: readonly string[]): (origin: string) => boolean {
  const known = new Set(origins);
  const isOfThisMachine = (origin: string): boolean => {
    const url = URL.parse(origin);
    return url !== null && /^https?:$/.test(url.protocol) && isLoopback(nameOf(url.host));
  };
  return (origin) => known.has(origin) || (known.has('loopback') && isOfThisMachine(origin));
}

/** A proxy may have taken TLS off, so the scheme says nothing; the port counts as the origin's scheme would have it. */
function isOwn(origin: string, host: string): boolean {
  const from = URL.parse(origin);
  return from !== null && from.host !== '' && from.host === URL.parse(`${from.protocol}//${host}`)?.host;
}
