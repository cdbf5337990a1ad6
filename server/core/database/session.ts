import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { clientConfig, type ConnectionOptions } from './connection.js';
import { TooLarge } from './failures.js';
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

/** Statements that a session keeps parsed, and the characters of their texts; the least used ones are closed. */
const MAX_STATEMENTS = 500;
const MAX_STATEMENT_CHARACTERS = 4 * 1024 * 1024;
/** Longer statements are parsed each time: PostgreSQL would keep many times their size. */
const MAX_NAMED_CHARACTERS = 32 * 1024;
/** The protocol counts parameters in 16 bits and takes messages of 1 GB; what is around the values needs some of that. */
const MAX_PARAMETERS = 65_535;
const MAX_MESSAGE_BYTES = 1023 * 1024 * 1024;

/**
 * A session with PostgreSQL that takes many calls at once. `pg` opens it (TLS, sign-in); then the messages are read here:
 * no Describe, no result objects, cells stay bytes.
 *
 * Answers belong to calls by their order alone. An exception that could disturb it ends the session, so that a call gets
 * its own answer or an error, never another's.
 */
export interface Session {
  /** Calls that wait for their answers. */
  readonly waiting: number;
  /** When it last answered a call, by `performance.now()`. */
  readonly answeredAt: number;
  /**
   * Sends calls under one Sync, which makes them one implicit transaction unless one is open, and answers with the rows
   * of the last. The first error skips the rest of them.
   */
  run(calls: readonly Call[]): Promise<Rows>;
  /**
   * Ends the session when the call that PostgreSQL is working on was the same at the last `looks` looks: a time-out of the
   * server cannot help when the network is black. Looks are counted and not time, as this process may have stood still.
   */
  dropIfStuck(looks: number): void;
  end(): Promise<void>;
}

/**
 * @param lost called when the session is over, for any reason, maybe more than once
 * @param writes when calls are sent: each at once, or those of one turn of the event loop together, which saves a tenth of the processor
 *   where many reads are under way and would only make the next step of a transaction wait
 */
export async function openSession(
  options: ConnectionOptions,
  lost: () => void,
  writes: 'AT_ONCE' | 'BY_TURN' = 'AT_ONCE',
): Promise<Session> {
  const client = new pg.Client(clientConfig(options));
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  const { stream } = (client as unknown as { connection: { stream: Wire } }).connection;
  /** In the order of their answers; PostgreSQL is working on the first. */
  const pending: Pending[] = [];
  const statements = new StatementNames();
  /** Messages that are not sent yet, and the calls that they are. */
  let unsent: Buffer[] = [];
  let unsentCalls = 0;
  let answeredAt = performance.now();
  let begunAt = 0;
  let looks = 0;
  const begin = (at: number): void => {
    begunAt = at;
    looks = 0;
  };
  const send = (): void => {
    if (unsentCalls === 0) return;
    const bytes = Buffer.concat(unsent);
    if (pending.length === unsentCalls) begin(performance.now());
    unsent = [];
    unsentCalls = 0;
    if (stream.writable) stream.write(bytes);
  };
  const receive = createReceiver((type, buffer, from, to) => {
    const current = pending[0];
    if (type === DATA_ROW) current?.row(buffer, from);
    else if (type === COMMAND_COMPLETE) current?.complete(buffer, from, to);
    else if (type === READY) {
      answeredAt = performance.now();
      current?.ready(answeredAt - begunAt);
      pending.shift();
      begin(answeredAt);
    } else if (type === ERROR) {
      const error = readError(buffer, from, to);
      // Nobody asked: PostgreSQL is ending the session.
      if (!current) stream.destroy(error);
      else if (current.fail(error)) statements.forget(current.calls);
    }
  });
  stream.removeAllListeners('data');
  stream.on('data', (chunk) => {
    try {
      receive(chunk);
    } catch (error) {
      stream.destroy(error as Error);
    }
  });
  stream.on('close', () => {
    for (const one of pending.splice(0)) one.reject(terminated());
  });

  return {
    get waiting() {
      return pending.length;
    },
    get answeredAt() {
      return answeredAt;
    },
    run: (calls) =>
      new Promise((resolve, reject) => {
        if (!stream.writable) return reject(terminated());
        // A value that cannot be sent is the caller's trouble alone: nothing has changed yet.
        const binds = calls.map(bind);
        try {
          for (let index = 0; index < calls.length; index++) {
            statements.prepare(unsent, calls[index]!.statement);
            unsent.push(binds[index]!, EXECUTE);
          }
          unsent.push(SYNC);
          pending.push(new Pending(calls, resolve, reject));
          unsentCalls++;
          if (writes === 'AT_ONCE') send();
          else if (unsentCalls === 1) setImmediate(send);
        } catch (error) {
          clearSerializer();
          stream.destroy(error as Error);
          reject(terminated());
        }
      }),
    dropIfStuck(most) {
      if (pending.length > 0 && ++looks > most) stream.destroy();
    },
    end() {
      send();
      return client.end();
    },
  };
}

/** Looks once a second at the sessions of a pool, and ends those that stay longer on one call than a statement may take. */
export function watchSessions(sessions: Iterable<Session>, statementTimeoutMs: number): { stop(): void } {
  const looks = Math.ceil(statementTimeoutMs / 1000) + 2;
  const timer = setInterval(() => {
    for (const session of sessions) session.dropIfStuck(looks);
  }, 1000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

const terminated = (): Error => Object.assign(new Error('Connection terminated.'), { code: '08006' });

const EXECUTE = serialize.execute();
const SYNC = serialize.sync();

const nameOn = ({ name, text }: NamedStatement): string => (text.length > MAX_NAMED_CHARACTERS ? '' : name);

function bind({ statement, values }: Call): Buffer {
  checkSize(statement, values);
  try {
    return serialize.bind({ statement: nameOn(statement), values: values as (string | null)[] });
  } catch (error) {
    clearSerializer();
    throw error;
  }
}

/** The serializer's buffer is shared by all sessions: the next message must not begin with half of one that failed. */
const clearSerializer = (): void => void serialize.query('');

function checkSize({ text }: NamedStatement, values: Call['values']): void {
  if (values.length > MAX_PARAMETERS) throw TooLarge({});
  let characters = text.length;
  for (const value of values) characters += value?.length ?? 0;
  // In UTF-8 they have at most three bytes each.
  if (characters * 3 <= MAX_MESSAGE_BYTES) return;
  const bytes = values.reduce((sum, value) => sum + 4 + (value === null ? 0 : Buffer.byteLength(value)), Buffer.byteLength(text));
  if (bytes > MAX_MESSAGE_BYTES) throw TooLarge({});
}

interface Wire {
  readonly writable: boolean;
  write(buffer: Buffer): boolean;
  destroy(error?: Error): void;
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'close', listener: () => void): void;
  removeAllListeners(event: string): void;
}

/** Which statements the session knows. */
class StatementNames {
  private readonly closing: string[] = [];
  private readonly known = new LRUCache<string, number>({
    max: MAX_STATEMENTS,
    maxSize: MAX_STATEMENT_CHARACTERS,
    sizeCalculation: (characters) => characters + 1,
    dispose: (_, name, reason) => void (reason === 'evict' && this.closing.push(name)),
  });

  /** Adds the messages that make a statement known. */
  prepare(messages: Buffer[], statement: NamedStatement): void {
    const { text } = statement;
    const name = nameOn(statement);
    if (name === '') return void messages.push(serialize.parse({ text }));
    if (this.known.get(name) !== undefined) return;
    // A statement of this name may be left from a call that failed half-way; closing one that is not there is no error.
    messages.push(serialize.close({ type: 'S', name }), serialize.parse({ name, text }));
    this.known.set(name, text.length);
    for (const evicted of this.closing.splice(0)) messages.push(serialize.close({ type: 'S', name: evicted }));
  }

  /** After an error nobody knows which of them were parsed. */
  forget(calls: readonly Call[]): void {
    for (const { statement } of calls) this.known.delete(statement.name);
  }
}

/** Calls on their way: their rows gather here until PostgreSQL is ready for the next. */
class Pending {
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

  complete(buffer: Buffer, from: number, to: number): void {
    if (++this.completed === this.calls.length) this.rows.complete(buffer, from, to);
  }

  /** @returns whether it is the first error */
  fail(error: Error): boolean {
    if (this.error) return false;
    this.error = error;
    return true;
  }

  ready(ms: number): void {
    this.rows.ms = ms;
    if (this.error) this.reject(this.error);
    else this.resolve(this.rows);
  }
}

const DATA_ROW = 0x44;
const COMMAND_COMPLETE = 0x43;
const READY = 0x5a;
const ERROR = 0x45;

/** The type of a message and its length. */
const HEAD_BYTES = 5;

/** Cuts the stream into messages: a type, four bytes of length, the content. Only a message that comes in parts is copied. */
export function createReceiver(message: (type: number, buffer: Buffer, from: number, to: number) => void): (chunk: Buffer) => void {
  /** Of a message that has not come whole, and how many bytes it must have before it can be read on. */
  let parts: Buffer[] = [];
  let size = 0;
  let needed = 0;
  return (chunk) => {
    let at = 0;
    while (size > 0) {
      const part = chunk.subarray(at, at + needed - size);
      parts.push(part);
      size += part.length;
      at += part.length;
      if (size < needed) return;
      const whole = Buffer.concat(parts, size);
      needed = whole.readInt32BE(1) + 1;
      parts = [whole];
      if (size < needed) continue;
      parts = [];
      size = 0;
      message(whole[0]!, whole, HEAD_BYTES, needed);
    }
    needed = HEAD_BYTES;
    while (at + HEAD_BYTES <= chunk.length) {
      const length = chunk.readInt32BE(at + 1) + 1;
      if (at + length > chunk.length) {
        needed = length;
        break;
      }
      message(chunk[at]!, chunk, at + HEAD_BYTES, at + length);
      at += length;
    }
    size = chunk.length - at;
    if (size > 0) parts = [chunk.subarray(at)];
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
