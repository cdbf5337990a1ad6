import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { Unavailable } from '../errors.js';
import type { Row } from '../read/writer.js';
import { clientConfig, type ConnectionOptions } from './connection.js';

/** A statement that is known by name once it has been parsed. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** Runs compiled reads. Every read carries its organisation; nothing of it stays on the connection. */
export interface Reader {
  read(org: string, statement: NamedStatement, values: readonly (string | null)[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Statements a connection keeps parsed. */
const MAX_STATEMENTS = 500;
/** Reads that may wait for answers at once; more are refused rather than queued without end. */
const MAX_IN_FLIGHT = 2000;
const SET_ORG: NamedStatement = { name: 'set_org', text: `SELECT set_config('app.org', $1, true)` };

/**
 * A few connections, each with many reads under way at once: `set_config` for the organisation and the statement go out
 * under one Sync, which makes them one implicit transaction. So the organisation is gone when the read is over, also
 * behind a transaction pooler.
 *
 * @param connections few are faster than many: 2 to 4 (design.md 4)
 */
export function createReader(options: ConnectionOptions & { connections: number }): Reader {
  const slots: (Promise<Connection> | null)[] = Array.from({ length: options.connections }, () => null);
  const open = new Map<number, Connection>();
  let inFlight = 0;
  let closed = false;

  const connect = (index: number): Promise<Connection> => {
    const lost = (): void => {
      slots[index] = null;
      open.delete(index);
    };
    const pending = openConnection(options, lost).then((connection) => {
      open.set(index, connection);
      return connection;
    });
    slots[index] = pending;
    pending.catch(lost);
    return pending;
  };

  const leastBusy = (): Promise<Connection> => {
    let best = 0;
    let load = Infinity;
    for (let index = 0; index < slots.length; index++) {
      const waiting = open.get(index)?.waiting ?? (slots[index] ? 0.5 : 1);
      if (waiting < load) [best, load] = [index, waiting];
    }
    return slots[best] ?? connect(best);
  };

  // A statement timeout can't help when the network has gone black.
  const watchdog = setInterval(() => {
    for (const connection of open.values()) connection.dropIfStuck(options.statementTimeoutMs + 2000);
  }, 1000);
  watchdog.unref();

  return {
    async read(org, statement, values) {
      if (closed || inFlight >= MAX_IN_FLIGHT) throw Unavailable({});
      inFlight++;
      try {
        const connection = await leastBusy();
        return await connection.read(org, statement, values);
      } finally {
        inFlight--;
      }
    },
    async close() {
      closed = true;
      clearInterval(watchdog);
      await Promise.allSettled(slots.map(async (slot) => (await slot)?.end()));
    },
  };
}

interface Connection {
  readonly waiting: number;
  read(org: string, statement: NamedStatement, values: readonly (string | null)[]): Promise<Row[]>;
  dropIfStuck(afterMs: number): void;
  end(): Promise<void>;
}

async function openConnection(options: ConnectionOptions, lost: () => void): Promise<Connection> {
  const client = new pg.Client({ ...clientConfig(options), pipeline: true });
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  const closing: string[] = [];
  const parsed = new LRUCache<string, true>({
    max: MAX_STATEMENTS,
    dispose: (_, name, reason) => reason === 'evict' && closing.push(name),
  });
  const underWay = new Map<ReadQuery, number>();
  return {
    get waiting() {
      return underWay.size;
    },
    read: (org, statement, values) =>
      new Promise((resolve, reject) => {
        const done = () => underWay.delete(query);
        const query: ReadQuery = new ReadQuery(org, statement, values, parsed, closing, {
          resolve: (rows) => (done(), resolve(rows)),
          reject: (error) => (done(), reject(error)),
        });
        underWay.set(query, Date.now());
        client.query(query as unknown as pg.Submittable);
      }),
    dropIfStuck(afterMs) {
      const [oldest] = underWay.values();
      if (oldest !== undefined && Date.now() - oldest > afterMs)
        streamOf(client).destroy(new Error('Connection terminated: no answer in time.'));
    },
    end: () => client.end(),
  };
}

/** What `pg` gives a query to write its messages to; its types leave it out. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  bind(message: { statement: string; values: readonly (string | null)[] }): void;
  execute(message: { rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}

const streamOf = (client: pg.Client): { destroy(error: Error): void } =>
  (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream;

/** One read on the wire: the organisation, the statement, one Sync. No Describe: all cells come as text. */
class ReadQuery {
  private readonly rows: Row[] = [];
  private isOrgSet = false;
  /** `pg` puts its own time-outs around this. */
  callback = (): void => undefined;

  constructor(
    private readonly org: string,
    private readonly statement: NamedStatement,
    private readonly values: readonly (string | null)[],
    private readonly parsed: LRUCache<string, true>,
    private readonly closing: string[],
    private readonly outcome: { resolve: (rows: Row[]) => void; reject: (error: Error) => void },
  ) {}

  submit(wire: Wire): void {
    wire.stream.cork();
    try {
      for (const name of this.closing.splice(0)) wire.close({ type: 'S', name });
      this.prepare(wire, SET_ORG);
      wire.bind({ statement: SET_ORG.name, values: [this.org] });
      wire.execute({ rows: 0 });
      this.prepare(wire, this.statement);
      wire.bind({ statement: this.statement.name, values: this.values });
      wire.execute({ rows: 0 });
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  private prepare(wire: Wire, { name, text }: NamedStatement): void {
    if (this.parsed.get(name)) return;
    // A statement of this name may be left from a read that failed half-way.
    wire.close({ type: 'S', name });
    wire.parse({ name, text, types: [] });
    this.parsed.set(name, true);
  }

  handleDataRow({ fields }: { fields: Row }): void {
    if (this.isOrgSet) this.rows.push(fields);
  }

  handleCommandComplete(): void {
    this.isOrgSet = true;
  }

  handleReadyForQuery(): void {
    this.outcome.resolve(this.rows);
  }

  handleError(error: Error): void {
    this.parsed.delete(this.statement.name);
    this.parsed.delete(SET_ORG.name);
    this.outcome.reject(error);
  }

  handleRowDescription(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}
