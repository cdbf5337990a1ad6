import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between the server and its database that can be cut, or go dead without a word. */
export interface TcpProxy extends AsyncDisposable {
  /** The address of the database, by way of the wire. */
  readonly url: string;
  /** Connections that are open. */
  readonly connections: number;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Passes nothing on any more, and tells nobody. */
  stall(): void;
  /** Takes new connections again; those that stalled go on where they were. */
  mend(): Promise<void>;
}

export async function tcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server = createServer({ allowHalfOpen: false }, (near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isStalled) from.pause();
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(own);
  return {
    url: url.toString(),
    get connections() {
      return sockets.size / 2;
    },
    cut,
    stall() {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    async mend() {
      isStalled = false;
      for (const socket of sockets) socket.resume();
      if (!server.listening) await listen(own);
    },
    async [Symbol.asyncDispose]() {
      if (server.listening) await cut();
    },
  };
}
