import type { IncomingMessage, ServerResponse } from 'node:http';
import { Busy, type CrmError } from '../../core/errors.js';
import { say } from '../../core/messages.js';
import { BadRequest } from '../api/bad-request.js';

/** Bytes that are held for some time, by whom. */
export interface ByteBudget {
  /** Whether there was room for so many more. */
  take(key: string, bytes: number): boolean;
  giveBack(key: string, bytes: number): void;
}

export function createByteBudget({ perKey, all }: { readonly perKey: number; readonly all: number }): ByteBudget {
  const heldBy = new Map<string, number>();
  let total = 0;
  const hold = (key: string, bytes: number): void => {
    total += bytes;
    const held = (heldBy.get(key) ?? 0) + bytes;
    if (held > 0) heldBy.set(key, held);
    else heldBy.delete(key);
  };
  return {
    take(key, bytes) {
      if (total + bytes > all || (heldBy.get(key) ?? 0) + bytes > perKey) return false;
      hold(key, bytes);
      return true;
    },
    giveBack: (key, bytes) => hold(key, -bytes),
  };
}

/** Why a body is not read to its end. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';

  constructor(
    readonly status: number,
    readonly refusal: CrmError,
  ) {
    super(refusal.message);
  }
}

const deadlines = new WeakMap<IncomingMessage, AbortSignal>();

/**
 * Gives the whole of a request a time limit. When it is over, whoever reads the body is told, and the connection is closed where
 * the request has been answered already: nobody holds one with a body that never ends.
 */
export function setDeadline(request: IncomingMessage, response: ServerResponse, ms: number): void {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
    if (response.headersSent) request.destroy();
  }, ms).unref();
  const clear = (): void => clearTimeout(timer);
  request.once('end', clear).once('close', clear);
  deadlines.set(request, controller.signal);
}

/** Whether nothing more of a request is to come. */
export const isReceived = ({ complete, readableEnded, destroyed }: IncomingMessage): boolean => complete || readableEnded || destroyed;

/**
 * Reads what is still to come of a request that is answered already, and drops it: a client that sends first and reads then would
 * find its connection reset, and the answer lost. After `ms` the connection is closed.
 *
 * @returns resolves when nothing more comes, or at once where the time of the request is over
 */
export function dropRest(request: IncomingMessage, ms: number): Promise<void> {
  if (isReceived(request)) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => request.destroy(), ms).unref();
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.once('end', end).once('close', end).on('error', end).resume();
    if (deadlines.get(request)?.aborted) resolve();
  });
}

export interface BodyOptions {
  readonly limit: number;
  readonly budget: ByteBudget;
  /** Whose budget it is taken from. */
  readonly key: string;
}

/** The first room for a body that comes in parts; it doubles. */
const FIRST_BYTES = 4096;

/**
 * Reads a body into one buffer. Room is made as the body comes, whatever length it announces, and parts are copied: many small
 * ones take no more than a large one. What is refused is read on and dropped, so that the answer arrives.
 *
 * @throws BodyRefused when it is too large, too slow, has no room or breaks off
 */
export function receiveBody(request: IncomingMessage, { limit, budget, key }: BodyOptions): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? NaN);
  const signal = deadlines.get(request);
  return new Promise((resolve, reject) => {
    let body: Buffer = Buffer.alloc(0);
    let length = 0;
    const settle = (): void => {
      request.off('data', onData).off('end', onEnd).off('error', onBreak).off('close', onBreak);
      signal?.removeEventListener('abort', onLate);
      budget.giveBack(key, body.length);
    };
    const refuse = (status: number, refusal: CrmError): void => {
      settle();
      // What still breaks concerns nobody any more.
      request.on('error', () => undefined).resume();
      reject(new BodyRefused(status, refusal));
    };
    const onData = (part: Buffer): void => {
      const needed = length + part.length;
      if (needed > limit) return refuse(413, BadRequest({ reason: say('texts.http.bodyTooLarge', { limit }) }));
      if (needed > body.length) {
        const room = Math.min(limit, part.length === announced ? needed : Math.max(needed, 2 * body.length, FIRST_BYTES));
        if (!budget.take(key, room - body.length)) return refuse(503, Busy({ retryAfterSeconds: 1 }));
        const larger = Buffer.allocUnsafe(room);
        body.copy(larger, 0, 0, length);
        body = larger;
      }
      part.copy(body, length);
      length = needed;
    };
    const onEnd = (): void => {
      settle();
      resolve(body.subarray(0, length));
    };
    const onBreak = (): void => refuse(400, BadRequest({ reason: say('texts.http.unreadable') }));
    const onLate = (): void => refuse(408, BadRequest({ reason: say('texts.http.tooSlow') }));
    if (announced > limit) return refuse(413, BadRequest({ reason: say('texts.http.bodyTooLarge', { limit }) }));
    if (signal?.aborted) return onLate();
    request.on('data', onData).once('end', onEnd).once('error', onBreak).once('close', onBreak);
    signal?.addEventListener('abort', onLate);
  });
}
