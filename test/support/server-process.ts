import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the compiled server, to be run by a process of its own: `compiled('tools/setup')`. */
export const compiled = (name: string): string => `${root}build/server/${name}.js`;

/** The server as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** All it has printed so far. */
  output(): string;
  /** Resolves when it has printed `text`; fails when it ends before. */
  prints(text: string): Promise<void>;
  ended(): Promise<{ code: number | null; signal: string | null }>;
}

/** @param from the folder of the project, or of a copy of it, which runs from its sources */
export function startServer(env: Readonly<Record<string, string>>, from: string = root): ServerProcess {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...inherited } = process.env;
  const program = from === root ? [compiled('main')] : ['--import', 'tsx', 'server/main.ts'];
  const child = spawn(process.execPath, program, {
    cwd: from,
    // Tests ask more often in a minute than anybody should.
    env: { ...inherited, NODE_OPTIONS: '', RELATA_REQUESTS_PER_MINUTE: '0', RELATA_COST_PER_MINUTE: '0', ...env },
  });
  let printed = '';
  const waiting = new Set<() => void>();
  const notice = () => waiting.forEach((check) => check());
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      notice();
    });
  }
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  return {
    child,
    output: () => printed,
    ended: () => ended,
    prints: (text) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!printed.includes(text)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        void ended.then(() => reject(new Error(`The server ended without printing ${text}:\n${printed}`)));
        check();
      }),
  };
}

/** A port below 32768 that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    const taken = (server.address() as AddressInfo).port;
    await new Promise((resolve) => server.close(resolve));
    return taken;
  }
}
