/**
 * The load, in a process of its own: some keep-alive connections, each sending its next request when the last one is
 * answered. Plain sockets, because on a small machine what the client costs is taken from the servers.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/**
 * @typedef {object} Order what the bench asks for, over the process channel
 * @property {number} port
 * @property {string} path
 * @property {number} connections
 * @property {number} ms
 * @property {{ headers: Record<string, string>, body: string }[]} requests taken in turn
 */

/** Stands for a new uuid in each request. */
const FRESH = '00000000-0000-7000-8000-000000000000';

process.on('disconnect', () => process.exit(0));
process.on('message', (order) => {
  run(order).then(
    (figures) => process.send({ figures }),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});

/** @param {Order} order */
async function run({ port, path, connections, ms, requests }) {
  const texts = requests.map(({ headers, body }) => requestText(port, path, headers, body));
  const messages = texts.map((text) => (text.includes(FRESH) ? () => text.replaceAll(FRESH, freshId()) : Buffer.from(text)));
  const times = [];
  let next = 0;
  let bytes = 0;
  const started = performance.now();
  const until = started + ms;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const wire = await open(port);
      try {
        while (performance.now() < until) {
          const message = messages[next++ % messages.length];
          const sent = performance.now();
          const size = await wire.ask(typeof message === 'function' ? message() : message);
          bytes += size;
          times.push(performance.now() - sent);
        }
      } finally {
        wire.end();
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    bytes: Math.round(bytes / times.length),
    p50: at(0.5),
    p99: at(0.99),
  };
}

function requestText(port, path, headers, body) {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

let counter = 0;
/** A version 7 uuid: the time, then a counter, then noise. */
function freshId() {
  const time = Date.now().toString(16).padStart(12, '0');
  const count = (counter++ & 0xfff).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-8${randomBytes(8).toString('hex').slice(0, 3)}-${randomBytes(6).toString('hex')}`;
}

/** One connection; `ask` gives the size of the answer and refuses anything but a 200 without errors. */
async function open(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let waiting = null;
  let parts = [];
  let size = 0;
  let expected = -1;
  let bodyAt = -1;
  const fail = (error) => {
    waiting?.reject(error);
    waiting = null;
  };
  const finish = () => {
    const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [];
    size = 0;
    expected = -1;
    const body = whole.subarray(bodyAt);
    if (whole.toString('latin1', 9, 12) !== '200' || body.includes('"errors":['))
      return fail(new Error(`The server answered: ${whole.toString('utf8', 0, 2000)}`));
    const { resolve } = waiting;
    waiting = null;
    resolve(body.length);
  };
  socket.on('data', (chunk) => {
    parts.push(chunk);
    size += chunk.length;
    if (expected < 0) {
      if (parts.length > 1) parts = [Buffer.concat(parts)];
      const end = parts[0].indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = parts[0].toString('latin1', 0, end);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
      if (length === undefined) return fail(new Error(`An answer without a length: ${head}`));
      bodyAt = end + 4;
      expected = bodyAt + Number(length);
    }
    if (size >= expected) finish();
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection.')));
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(message);
      }),
    end: () => socket.destroy(),
  };
}
