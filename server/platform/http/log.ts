/**
 * The server's log: one JSON line per event, made of named fields only.
 *
 * Secrets stay out because nothing gets in that is not on the list below, not because something looks for them: a new
 * field needs a line here. Variables, headers, tokens, addresses of people and values of records have no name in it.
 */
import { pino, type DestinationStream, type LevelWithSilent } from 'pino';

/** Most characters of each field that may be logged; a number or a boolean is never too long. */
const fieldLengths = {
  // the request
  requestId: 64,
  operationName: 100,
  operationType: 20,
  status: 20,
  durationMs: 20,
  statements: 20,
  cost: 20,
  organisationId: 64,
  userId: 64,
  jobId: 64,
  // what went wrong
  errorId: 64,
  errorCode: 64,
  errorName: 64,
  message: 500,
  stack: 4000,
  // the server itself
  host: 253,
  port: 20,
  url: 300,
  version: 40,
  node: 40,
  database: 40,
  signal: 20,
  pid: 20,
  count: 20,
  migration: 100,
} as const;

export type LogField = keyof typeof fieldLengths;
export type LogFields = { readonly [F in LogField]?: string | number | boolean | null | undefined };

/** `event` names what happened, as a constant: `request.done`, `server.listening`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/**
 * Writes JSON lines to standard output, or to `destination`.
 *
 * A field that is not on the list, or that holds an object, is left out without a word: logging never fails a request.
 * `message` and `stack` come from code that is not ours, so what looks like a secret in them is blanked as a last resort.
 */
export function createLog(level: LevelWithSilent, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = pino(options, destination ?? standardOutput());
  const line = (event: string, fields: LogFields = {}) => ({ event: event.slice(0, 100), ...allowed(fields) });
  return Object.freeze<Log>({
    info: (event, fields) => logger.info(line(event, fields)),
    warn: (event, fields) => logger.warn(line(event, fields)),
    error: (event, fields) => logger.error(line(event, fields)),
  });
}

/** How long lines wait for each other, in ms: to write one costs as much as to write many. */
const GATHER_MS = 5;

/** Standard output, some lines at a time. */
function standardOutput(): DestinationStream {
  let lines = '';
  const flush = (): void => {
    if (lines !== '') output.write(lines);
    lines = '';
  };
  // Before the output's own listener, which writes what it was given.
  process.on('exit', flush);
  const output = pino.destination();
  return {
    write(line) {
      if (lines === '') setTimeout(flush, GATHER_MS).unref();
      lines += line;
    },
  };
}

function allowed(fields: LogFields): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {};
  for (const name of Object.keys(fields)) {
    // callers in plain JavaScript, and spread objects, bring what the type does not know
    if (!Object.hasOwn(fieldLengths, name)) continue;
    const value: unknown = fields[name as LogField];
    if (typeof value === 'string') kept[name] = text(name as LogField, value);
    else if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) kept[name] = value;
  }
  return kept;
}

function text(name: LogField, value: string): string {
  if (name === 'url') return cut(withoutSecrets(value), fieldLengths.url);
  const short = cut(value, fieldLengths[name]);
  return name === 'message' || name === 'stack' ? scrub(short) : short;
}

function cut(value: string, length: number): string {
  return value.length > length ? `${value.slice(0, length - 1)}…` : value;
}

/** Only where it points: credentials, query and fragment are the parts of an address that can be secret. */
function withoutSecrets(value: string): string {
  const url = URL.parse(value);
  return url ? `${url.protocol}//${url.host}${url.pathname}` : (value.split(/[?#]/, 1)[0] ?? '');
}

function scrub(value: string): string {
  return value
    .replace(/\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s"']{1,300}@/gi, (login) => `${login.slice(0, login.indexOf('/'))}//[hidden]@`)
    .replace(/\b(bearer|basic)\s+\S+/gi, '$1 [hidden]')
    .replace(/\brlt_[\w-]+/g, '[hidden]')
    .replace(/\beyJ[\w-]+(\.[\w-]+)*/g, '[hidden]')
    .replace(/[^\s@"'<>()=,;:[\]]{1,64}@[^\s@"'<>()=,;:[\]]{1,253}\.[a-z]{2,}/gi, '[hidden]');
}
