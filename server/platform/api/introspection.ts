import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, printSchema, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import type { Introspector } from '../../core/context.js';
import { createFairQueue } from '../../core/fair-queue.js';
import { defineError } from '../../core/errors.js';
import type { IntrospectionTask } from './introspection-worker.js';

const IntrospectionTooLarge = defineError<object>('INTROSPECTION_TOO_LARGE', {
  status: 400,
  description: 'The introspection query selects more of the schema than a server puts together at once.',
});

/** CPU time of one answer. On a busy machine the clock on the wall says nothing about a query. */
const MAX_CPU_MS = 5_000;
const CHECK_MS = 200;
const MAX_WAIT_MS = 30_000;
const MAX_HEAP_MB = 256;
/** The answer to the standard query has 3 MB. */
const MAX_STORED_BYTES = 16 * 1024 * 1024;
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

const extension = extname(fileURLToPath(import.meta.url));

/**
 * Answers introspection in a thread: the standard query takes a tenth of a second, and a query can be made up that takes minutes.
 * Answers are stored, since most clients send one of a few queries.
 */
export function createIntrospector(): Introspector & { stop(): Promise<void> } {
  const threads = new Piscina<IntrospectionTask, Uint8Array>({
    filename: new URL(`./introspection-worker${extension}`, import.meta.url).href,
    // From sources a thread needs the process's loader for TypeScript; compiled, nothing of what the process was started with.
    execArgv: extension === '.ts' ? process.execArgv : [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 5_000,
    niceIncrement: 10,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  // A thread that dies fails its task, and the next task gets a new one; without a listener it would end the process.
  threads.on('error', () => undefined);
  const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 200, maxWaitingPerKey: 20, maxWaitMs: MAX_WAIT_MS });
  const stored = new LRUCache<string, Buffer>({ maxSize: MAX_STORED_BYTES, sizeCalculation: ({ length }) => Math.max(1, length) });
  const underWay = new Map<string, Promise<Buffer>>();
  const texts = new WeakMap<GraphQLSchema, { text: string; key: string }>();

  const textOf = (schema: GraphQLSchema) => {
    let known = texts.get(schema);
    if (!known) {
      const text = printSchema(schema);
      texts.set(schema, (known = { text, key: createHash('sha256').update(text).digest('base64url') }));
    }
    return known;
  };

  async function run(task: IntrospectionTask, caller: string): Promise<Buffer> {
    const tooMuch = new AbortController();
    const release = await queue.take(caller);
    const watch = watchCpu(threads, () => tooMuch.abort());
    try {
      const bytes = await threads.run(task, { signal: tooMuch.signal });
      if (bytes.length > MAX_ANSWER_BYTES) throw IntrospectionTooLarge({});
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      if (tooMuch.signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw IntrospectionTooLarge({});
      throw error;
    } finally {
      clearInterval(watch);
      release();
    }
  }

  return {
    async answer({ schema, document, operationName, variables, caller }) {
      const { text, key: schemaKey } = textOf(schema);
      const task = { schemaKey, schema: text, document: print(document), operationName, variables };
      const key = createHash('sha256')
        .update(JSON.stringify([schemaKey, task.document, operationName, variables]))
        .digest('base64url');
      // Nobody waits behind what another caller has asked for before.
      const mine = `${caller} ${key}`;
      const known = stored.get(key) ?? underWay.get(mine);
      if (known) return known;
      const answer = run(task, caller).finally(() => underWay.delete(mine));
      underWay.set(mine, answer);
      const bytes = await answer;
      stored.set(key, bytes);
      return bytes;
    },
    stop: () => threads.destroy(),
  };
}

/** Calls back when the thread has used more CPU time than one answer may. */
function watchCpu(pool: Pick<Piscina, 'threads'>, exceeded: () => void): NodeJS.Timeout {
  let start: number | undefined;
  return setInterval(() => {
    // The thread may not be there yet.
    void pool.threads[0]?.cpuUsage().then(
      ({ user, system }) => {
        const used = (user + system) / 1000;
        start ??= used;
        if (used - start > MAX_CPU_MS) exceeded();
      },
      () => undefined,
    );
  }, CHECK_MS).unref();
}
