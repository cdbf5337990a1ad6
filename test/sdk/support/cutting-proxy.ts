import { connect, createServer, type Socket } from 'node:net';
import { seededRandom } from '../../support/seed.js';
import { freePort } from '../../support/server-process.js';

/** A wire on which answers and requests get lost. */
export interface CuttingProxy extends AsyncDisposable {
  readonly url: string;
  /** How many connections it broke: before the server had the request, and when its answer was there. */
  readonly cuts: { requests: number; answers: number };
}

/**
 * @param target the address of the server
 * @param shares how many of the requests and answers are lost, from 0 to 1
 */
export async function cuttingProxy(target: string, shares: { readonly requests: number; readonly answers: number }): Promise<CuttingProxy> {
  const { hostname, port, pathname } = new URL(target);
  const cuts = { requests: 0, answers: 0 };
  const random = seededRandom();
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const end = () => {
      near.destroy();
      far.destroy();
    };
    const pass = (from: Socket, to: Socket, kind: keyof typeof shares) => {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!random.chance(shares[kind])) return void to.write(chunk);
        cuts[kind]++;
        end();
      });
      from.on('error', end);
      from.on('close', () => {
        sockets.delete(from);
        end();
      });
    };
    pass(near, far, 'requests');
    pass(far, near, 'answers');
  });
  const own = await freePort();
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${own}${pathname}`,
    cuts,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
