import { BlockList, isIPv6, type Socket } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Busy, type CrmError } from '../../core/errors.js';
import type { Log } from './log.js';
import { networkOf } from './network.js';

/** What connections and unfinished requests may take. Of connections 0 is no limit. */
export interface TrafficLimits {
  readonly connections: number;
  /** Connections of one address, and requests that are under way for one. */
  readonly connectionsPerAddress: number;
  /** How long the head of a request may take, in ms. */
  readonly headTimeoutMs: number;
  /** How long the whole of a request may take, in ms; uploads have a minimum rate instead. */
  readonly requestTimeoutMs: number;
  /** Requests under way of callers from one address who are not signed in. */
  readonly openRequestsPerAddress: number;
  /** The largest body of somebody who is not signed in, in bytes. */
  readonly openBodyBytes: number;
  /** What unfinished bodies of callers who are not signed in take together: from one address, and all. */
  readonly openBytesPerAddress: number;
  readonly openBytes: number;
  /** What unfinished bodies of those who are signed in take together, in largest bodies: of one user, and all. */
  readonly bodiesPerUser: number;
  readonly bodies: number;
  /** How long an upload may fall behind `uploadBytesPerSecond`, in ms. */
  readonly uploadPatienceMs: number;
  readonly uploadBytesPerSecond: number;
}

export const defaultTraffic: TrafficLimits = {
  connections: 0,
  connectionsPerAddress: 0,
  headTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  openRequestsPerAddress: 32,
  openBodyBytes: 64 * 1024,
  openBytesPerAddress: 4 * 1024 * 1024,
  openBytes: 64 * 1024 * 1024,
  bodiesPerUser: 4,
  bodies: 16,
  uploadPatienceMs: 60_000,
  uploadBytesPerSecond: 1024,
};

/** How long a caller who is refused on a new connection may take to read that, in ms. */
const GOODBYE_MS = 2000;
const MINUTE_MS = 60_000;

/** Counts connections and the requests that are under way. */
export interface Traffic {
  /** Starts counting the connections of a server. */
  watch(server: FastifyInstance['server']): void;
  /** Whether a connection has been refused: its requests are not answered again. */
  isRefused(socket: Socket): boolean;
  /** Notes a request until its answer has been sent, or says why it is one too many. */
  enter(address: string, request: IncomingMessage, response: ServerResponse): CrmError | null;
  /** The same for a request to the API of somebody who is not signed in. */
  enterOpen(address: string, response: ServerResponse): CrmError | null;
  /** Answers what is no HTTP, what comes too slowly and what is too large, as node reports it. */
  refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void;
}

/**
 * A proxy that is trusted speaks for many callers, so its connections are not counted; the requests of each caller are, by the
 * address that the proxy tells. Whoever comes past all proxies is counted by connections as well.
 */
export function createTraffic(
  { connections, connectionsPerAddress, openRequestsPerAddress }: TrafficLimits,
  { trustProxy, log }: { readonly trustProxy: number | readonly string[]; readonly log: Log },
): Traffic {
  const isProxy = proxyCheck(trustProxy);
  const connectionsOf = new Map<string, number>();
  const requestsOf = new Map<string, number>();
  const openRequestsOf = new Map<string, number>();
  const refused = new WeakSet<Socket>();
  const answering = new WeakMap<Socket, number>();
  let malformed = 0;

  return {
    watch(server) {
      if (connections > 0) server.maxConnections = connections;
      server.on('connection', (socket: Socket) => {
        const { remoteAddress } = socket;
        if (connectionsPerAddress === 0 || remoteAddress === undefined || isProxy(remoteAddress)) return;
        const address = networkOf(remoteAddress);
        const leave = enter(connectionsOf, address, connectionsPerAddress);
        if (leave) return void socket.once('close', leave);
        refused.add(socket);
        goodbye(socket, '503 Service Unavailable', Busy({ retryAfterSeconds: 1 }));
      });
    },
    isRefused: (socket) => refused.has(socket),
    enter(address, { socket }, response) {
      const leave = connectionsPerAddress === 0 ? () => undefined : enter(requestsOf, networkOf(address), connectionsPerAddress);
      if (!leave) return Busy({ retryAfterSeconds: 1 });
      answering.set(socket, (answering.get(socket) ?? 0) + 1);
      // It comes once, whether the answer was sent or the caller has gone.
      response.on('close', () => {
        leave();
        answering.set(socket, answering.get(socket)! - 1);
      });
      return null;
    },
    enterOpen(address, response) {
      const leave = enter(openRequestsOf, networkOf(address), openRequestsPerAddress);
      if (!leave) return Busy({ retryAfterSeconds: 1 });
      response.on('close', leave);
      return null;
    },
    refuseMalformed(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      // Anybody can send garbage, as fast as they like: it is counted, not told line by line.
      if (malformed++ === 0) {
        const report = (): void => {
          log.info('connections.malformed', { count: malformed });
          malformed = 0;
        };
        setTimeout(report, MINUTE_MS).unref();
      }
      // In the middle of an answer there is no room for another one.
      if (!socket.writable || (answering.get(socket) ?? 0) > 0) return void socket.destroy();
      goodbye(socket, statuses[error.code ?? ''] ?? '400 Bad Request', null);
    },
  };
}

const statuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Counts one more for a key. @returns counts it no more; null where it is one too many */
function enter(counts: Map<string, number>, key: string, limit: number): (() => void) | null {
  const count = counts.get(key) ?? 0;
  if (count >= limit) return null;
  counts.set(key, count + 1);
  return () => {
    const left = counts.get(key)! - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
}

/** Answers on a connection that node has no request for, and ends it. */
function goodbye(socket: Socket, status: string, error: CrmError | null): void {
  const known = error ?? { message: status, extensions: { code: 'BAD_REQUEST', reason: status } };
  const body = JSON.stringify({ errors: [{ message: known.message, extensions: known.extensions }] });
  const wait = error ? 'retry-after: 1\r\n' : '';
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\nx-content-type-options: nosniff\r\n${wait}connection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  // A connection that is closed with something unread is reset, and the answer is lost with it.
  socket.resume();
  setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
}

function proxyCheck(proxies: number | readonly string[]): (address: string) => boolean {
  // Where only their number is told, there is no way past them.
  if (typeof proxies === 'number') return () => proxies > 0;
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', length] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0]!;
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}
