import type { IncomingMessage } from 'node:http';
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

/** Whether nothing more of a request is to come. */
export const isReceived = (request: IncomingMessage): boolean => request.complete || request.readableEnded || request.destroyed;

/** Gives memory back now: the collector would let many megabytes of it lie about before it looks. */
const free = (buffer: ArrayBuffer | null): void => void buffer?.transfer(0);

/** The same for bytes that are done with; few are not worth it. */
export function freePart({ buffer, byteLength }: Buffer): void {
  if (byteLength >= 16_384 && byteLength === buffer.byteLength) free(buffer as ArrayBuffer);
}

/** What is dropped of all requests together in a ms, in bytes: reading it costs time and memory, for nothing. */
const DROPPED_PER_MS = 8 * 1024;
/** When as much will have been dropped as may be. */
let nextDropAt = 0;

/**
 * Reads what is still to come of a request that is answered, and drops it: a client that sends first and reads then would find its
 * connection reset, and the answer lost. After `ms` the connection is closed.
 *
 * @returns resolves when nothing more comes
 */
export function dropRest(request: IncomingMessage, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => request.destroy(), ms).unref();
    let pause: NodeJS.Timeout | undefined;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      clearTimeout(pause);
      resolve();
    };
    const drop = (part: Buffer): void => {
      const { length } = part;
      freePart(part);
      const now = performance.now();
      nextDropAt = Math.max(nextDropAt, now) + length / DROPPED_PER_MS;
      const wait = nextDropAt - now;
      if (wait < 1 || isOver) return;
      request.pause();
      pause = setTimeout(() => request.resume(), wait).unref();
    };
    request.once('end', end).once('close', end).on('error', end).on('data', drop).resume();
  });
}

export interface BodyOptions {
  readonly limit: number;
  /** Looks at each part as it comes. @returns why nothing more of it is wanted */
  readonly look?: ((part: Buffer) => CrmError | null) | undefined;
  readonly budget: ByteBudget;
  /** Whose budget it is taken from. */
  readonly key: string;
  /** How long it may take, in ms. */
  readonly timeoutMs: number;
}

/** A body in memory. */
export interface Body {
  readonly bytes: Buffer;
  /** Gives its room back: the bytes are gone. */
  release(): void;
}

const EMPTY = Buffer.alloc(0);

/** The first room for a body that comes in parts; it doubles. */
const FIRST_BYTES = 4096;

/**
 * Reads a body into one buffer. Room is made as the body comes, whatever length it announces, and parts are copied: many small
 * ones take no more than a large one. What is refused is read on and dropped, so that the answer arrives.
 *
 * @throws BodyRefused when it is too large, too slow, has no room or breaks off
 */
export function receiveBody(request: IncomingMessage, { limit, budget, key, timeoutMs, look }: BodyOptions): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? NaN);
  return new Promise((resolve, reject) => {
    let body: Buffer = EMPTY;
    /** What the body is in, when that is ours alone. */
    let room: ArrayBuffer | null = null;
    let length = 0;
    let held = 0;
    let isSettled = false;
    const release = (): void => {
      if (held > 0) budget.giveBack(key, held);
      held = 0;
      free(room);
      room = null;
    };
    const settle = (): void => {
      isSettled = true;
      clearTimeout(timer);
    };
    const refuse = (status: number, refusal: () => CrmError): void => {
      if (isSettled) return;
      settle();
      release();
      body = EMPTY;
      reject(new BodyRefused(status, refusal()));
      request.resume();
    };
    const tooLarge = (): void => refuse(413, () => BadRequest({ reason: say('texts.http.bodyTooLarge', { limit }) }));
    const onBreak = (): void => refuse(400, () => BadRequest({ reason: say('texts.http.unreadable') }));
    const timer = setTimeout(() => refuse(408, () => BadRequest({ reason: say('texts.http.tooSlow') })), timeoutMs).unref();
    const onData = (part: Buffer): void => {
      if (isSettled) return;
      const needed = length + part.length;
      if (needed > limit) return tooLarge();
      const unwanted = look?.(part);
      if (unwanted) return refuse(unwanted.definition.status, () => unwanted);
      // Most come whole, and take nothing of a budget for what is unfinished.
      if (length === 0 && part.length === announced) {
        body = part;
        length = needed;
        return;
      }
      if (needed > body.length) {
        const size = Math.min(limit, Math.max(needed, 2 * body.length, FIRST_BYTES));
        if (!budget.take(key, size - held)) return refuse(503, () => Busy({ retryAfterSeconds: 1 }));
        held = size;
        const larger = Buffer.allocUnsafeSlow(size);
        body.copy(larger, 0, 0, length);
        free(room);
        room = larger.buffer;
        body = larger;
      }
      part.copy(body, length);
      freePart(part);
      length = needed;
    };
    const onEnd = (): void => {
      if (isSettled) return;
      settle();
      resolve({ bytes: body.subarray(0, length), release });
    };
    // Listeners stay, so that what breaks later is nobody's surprise.
    request.on('error', onBreak);
    if (announced > limit) return tooLarge();
    request.on('data', onData).on('end', onEnd).on('close', onBreak);
  });
}
