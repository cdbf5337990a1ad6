import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '../../support/server-process.js';

/** A request as it came over the wire. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string; readonly variables?: Record<string, unknown> };
  /** When it came, in ms of the process. */
  readonly at: number;
}

/** Answers one request; whatever it likes. */
export type Step = (response: ServerResponse, received: Received, request: IncomingMessage) => void;

/** A real HTTP server that does what a script says, request by request; the last step goes on for ever. */
export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
}

export async function scriptedServer(...script: readonly [Step, ...Step[]]): Promise<ScriptedServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const one = { headers: request.headers, body: JSON.parse(text) as Received['body'], at: performance.now() };
      received.push(one);
      const step = script[Math.min(received.length, script.length) - 1]!;
      step(response, one, request);
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A GraphQL answer. */
export const answers =
  (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Step =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));

/** A page, as proxies show them. */
export const showsPage =
  (status: number, headers: Readonly<Record<string, string>> = {}): Step =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(`<html><h1>${status}</h1></html>`);

/** A GraphQL answer that is one error. */
export const refuses = (code: string, extensions: object = {}, status = 200, headers: Readonly<Record<string, string>> = {}): Step =>
  answers({ errors: [{ message: `Refused: ${code}`, extensions: { code, ...extensions } }], data: null }, status, headers);

/** An answer of which half goes out before the connection breaks. */
export const breaksOff: Step = (response) => {
  const text = JSON.stringify({ data: { viewer: { isAdministrator: true } } });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
};

/** No answer at all, though the request was read. */
export const hangsUp: Step = (response) => void response.destroy();
