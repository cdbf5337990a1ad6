import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { clientConfig, type ConnectionOptions } from './connection.js';
import { Rows } from './rows.js';

/** A statement that is known by name once it has been parsed. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** A statement and its parameters, in PostgreSQL's text form. */
export interface Call {
  readonly statement: NamedStatement;
  readonly values: readonly (string | null)[];
}

/** Statements a session keeps parsed; the least used ones are closed. */
const MAX_STATEMENTS = 500;

/**
 * A session with PostgreSQL that takes many calls at once. `pg` opens it (TLS, sign-in); then the messages are read here:
 * no Describe, no result objects, cells stay bytes.
 */
export interface Session {
  /** Calls that wait for their answers. */
  readonly waiting: number;
  /**
   * Sends calls under one Sync, which makes them one implicit transaction unless one is open, and answers with the rows
   * of the last. The first error skips the rest of them.
   */
  run(calls: readonly Call[]): Promise<Rows>;
  /** Ends the session when its oldest call has waited longer: a time-out of the server can't help when the network is black. */
  dropIfStuck(afterMs: number): void;
  end(): Promise<void>;
}

/** @param lost called once when the session is over, for whatever reason */
export async function openSession(options: ConnectionOptions, lost: () => void): Promise<Session> {
  const client = new pg.Client(clientConfig(options));
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  const { stream } = (client as unknown as { connection: { stream: Wire } }).connection;
  const pending: Pending[] = [];
  const statements = new StatementNames();
  const receive = createReceiver((type, buffer, from, to) => {
    const current = pending[0];
    if (type === DATA_ROW) current?.row(buffer, from);
    else if (type === COMMAND_COMPLETE) current?.complete();
    else if (type === READY) pending.shift()?.ready();
    else if (type === ERROR) {
      const error = readError(buffer, from, to);
      // Nobody asked: PostgreSQL is ending the session.
      if (!current) stream.destroy(error);
      else if (current.fail(error)) statements.forget(current.calls);
    }
  });
  stream.removeAllListeners('data');
  stream.on('data', receive);
  stream.on('close', () => {
    const error = Object.assign(new Error('Connection terminated.'), { code: '08006' });
    for (const one of pending.splice(0)) one.reject(error);
  });

  return {
    get waiting() {
      return pending.length;
    },
    run: (calls) =>
      new Promise((resolve, reject) => {
        if (!stream.writable) return reject(Object.assign(new Error('Connection terminated.'), { code: '08006' }));
        pending.push(new Pending(calls, resolve, reject));
        stream.cork();
        try {
          for (const { statement, values } of calls) {
            statements.prepare(stream, statement);
            stream.write(serialize.bind({ statement: statement.name, values: values as (string | null)[] }));
            stream.write(serialize.execute());
          }
          stream.write(serialize.sync());
        } finally {
          stream.uncork();
        }
      }),
    dropIfStuck(afterMs) {
      const oldest = pending[0];
      if (oldest && Date.now() - oldest.since > afterMs) stream.destroy();
    },
    end: () => client.end(),
  };
}

interface Wire {
  readonly writable: boolean;
  write(buffer: Buffer): boolean;
  cork(): void;
  uncork(): void;
  destroy(error?: Error): void;
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'close', listener: () => void): void;
  removeAllListeners(event: string): void;
}

/** Which statements the session knows. */
class StatementNames {
  private readonly closing: string[] = [];
  private readonly known = new LRUCache<string, true>({
    max: MAX_STATEMENTS,
    dispose: (_, name, reason) => void (reason === 'evict' && this.closing.push(name)),
  });

  prepare(wire: Wire, { name, text }: NamedStatement): void {
    if (this.known.get(name)) return;
    // A statement of this name may be left from a call that failed half-way; closing one that is not there is no error.
    wire.write(serialize.close({ type: 'S', name }));
    wire.write(serialize.parse({ name, text }));
    this.known.set(name, true);
    for (const evicted of this.closing.splice(0)) wire.write(serialize.close({ type: 'S', name: evicted }));
  }

  /** After an error nobody knows which of them were parsed. */
  forget(calls: readonly Call[]): void {
    for (const { statement } of calls) this.known.delete(statement.name);
  }
}

/** Calls on their way: their rows gather here until PostgreSQL is ready for the next. */
class Pending {
  readonly since = Date.now();
  private readonly rows = new Rows();
  private completed = 0;
  private error: Error | null = null;

  constructor(
    readonly calls: readonly Call[],
    private readonly resolve: (rows: Rows) => void,
    readonly reject: (error: Error) => void,
  ) {}

  row(buffer: Buffer, offset: number): void {
    if (this.completed === this.calls.length - 1) this.rows.add(buffer, offset);
  }

  complete(): void {
    this.completed++;
  }

  /** @returns whether it is the first error */
  fail(error: Error): boolean {
    if (this.error) return false;
    this.error = error;
    return true;
  }

  ready(): void {
    if (this.error) this.reject(this.error);
    else this.resolve(this.rows);
  }
}

const DATA_ROW = 0x44;
const COMMAND_COMPLETE = 0x43;
const READY = 0x5a;
const ERROR = 0x45;

/** Cuts the stream into messages: a type, four bytes of length, the content. */
function createReceiver(message: (type: number, buffer: Buffer, from: number, to: number) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  let needed = 0;
  return (chunk) => {
    let data = chunk;
    if (size > 0) {
      parts.push(chunk);
      size += chunk.length;
      if (size < needed) return;
      data = Buffer.concat(parts, size);
    }
    let at = 0;
    needed = 5;
    while (at + 5 <= data.length) {
      const length = data.readInt32BE(at + 1) + 1;
      if (at + length > data.length) {
        needed = length;
        break;
      }
      message(data[at]!, data, at + 5, at + length);
      at += length;
    }
    parts = at < data.length ? [data.subarray(at)] : [];
    size = data.length - at;
  };
}

/** An ErrorResponse: fields of one letter and a text each. */
function readError(buffer: Buffer, from: number, to: number): Error {
  const fields: Record<string, string> = {};
  let at = from;
  while (at < to && buffer[at] !== 0) {
    const end = buffer.indexOf(0, at + 1);
    fields[String.fromCharCode(buffer[at]!)] = buffer.toString('utf8', at + 1, end);
    at = end + 1;
  }
  return Object.assign(new Error(fields['M'] ?? 'PostgreSQL failed.'), {
    code: fields['C'],
    severity: fields['V'] ?? fields['S'],
    detail: fields['D'],
    constraint: fields['n'],
    where: fields['W'],
  });
}
