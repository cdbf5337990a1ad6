import type { Server, IncomingMessage, ServerResponse } from 'node:http';

export type DrainResult = 'unobserved' | 'drained' | 'timedOut';

/** Keeps the listener open after a signal to stop, until load balancers send no more requests. */
export interface Drain {
  /** Notes a request on its arrival. */
  note(request: IncomingMessage, response: ServerResponse): void;
  /** Resolves when the listener can close. */
  run(): Promise<DrainResult>;
}

/** A client of `/readyz`: a load balancer, an orchestrator. */
interface Checker {
  askedAt: number;
  askedBefore: number;
  /** Has been sent that the server shuts down. */
  isInformed: boolean;
  /** Has asked again since, without any other request in between. */
  isDone: boolean;
}

/** Requests for the state of the server, which come under any name or address. */
export const PROBES: readonly string[] = ['/livez', '/readyz'];

/** A server whose readiness nobody has checked for this long has no load balancer. */
const OBSERVED_WITHIN_MS = 60_000;
const MAX_CHECKERS = 100;

/**
 * A load balancer checks a server one check at a time. When it asks again after an answer of 503, it has therefore read that
 * answer and taken the server out, and all connections that it made before have been accepted: they are ahead of the check in
 * the kernel's queue. So the listener can close when every checker has asked again without a request in between. There is no
 * time to guess, however slow the machine is.
 *
 * A checker counts when it asked twice within `maxMs` before the stop, which means that it will do so again. When all are slower,
 * what sends the requests is not known to be one of them, and the drain lasts for the whole of `maxMs`.
 *
 * @param maxMs the longest duration; 0 turns the drain off
 */
export function createDrain(maxMs: number): Drain {
  const checkers = new Map<string, Checker>();
  let waitedFor: Checker[] = [];
  let finish: (() => void) | null = null;

  function checkerOf({ socket, headers }: IncomingMessage): Checker | undefined {
    const key = `${socket.remoteAddress} ${headers['user-agent']}`;
    const known = checkers.get(key);
    if (known) return known;
    if (checkers.size >= MAX_CHECKERS) {
      const limit = performance.now() - OBSERVED_WITHIN_MS;
      for (const [each, { askedAt }] of checkers) if (askedAt < limit) checkers.delete(each);
      if (checkers.size >= MAX_CHECKERS) return undefined;
    }
    const checker: Checker = { askedAt: -Infinity, askedBefore: -Infinity, isInformed: false, isDone: false };
    checkers.set(key, checker);
    return checker;
  }

  return {
    note(request, response) {
      if (maxMs === 0) return;
      // A probe that a proxy has forwarded is traffic like any other.
      if (!PROBES.includes(request.url!) || request.headers['x-forwarded-for'] !== undefined) {
        if (finish) for (const checker of checkers.values()) checker.isInformed = checker.isDone = false;
        return;
      }
      const checker = request.url === '/readyz' ? checkerOf(request) : undefined;
      if (!checker) return;
      checker.askedBefore = checker.askedAt;
      checker.askedAt = performance.now();
      if (!finish) return;
      if (checker.isInformed) checker.isDone = true;
      else response.once('finish', () => (checker.isInformed = true));
      if (waitedFor.length > 0 && waitedFor.every(({ isDone }) => isDone)) finish();
    },

    async run() {
      const now = performance.now();
      const known = [...checkers.values()];
      if (maxMs === 0 || !known.some(({ askedAt }) => now - askedAt <= OBSERVED_WITHIN_MS)) return 'unobserved';
      waitedFor = known.filter(({ askedBefore }) => now - askedBefore <= maxMs);
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, maxMs, 'timedOut');
        finish = () => {
          clearTimeout(timer);
          resolve('drained');
        };
      });
    },
  };
}

/**
 * Waits for a turn of the event loop in which nobody connects. A listener that closes resets the connections that wait to be
 * accepted; just after such a turn there are none. A server that is never quiet closes all the same. This is the best that can
 * be done for callers who do not check the readiness; a drain makes it certain for those who do.
 */
export async function quietTurn(server: Server): Promise<void> {
  let accepted = 0;
  server.on('connection', () => accepted++);
  for (let turn = 0, before = -1; turn < 200 && accepted !== before; turn++) {
    before = accepted;
    // The first comes before the next poll for connections, the second after it.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  }
}
