/**
 * The limit: a bare `node:http` server that answers the bench's reads with the product's own plans, sessions and writers, and
 * does nothing else on a request. What the product costs beyond it is Fastify, Apollo, authentication, limits and the log.
 *
 * It takes the same requests as the product and writes the same bytes of `data`, without `extensions`. Of a request it parses
 * the body as JSON, to look up the plan by the text of the document and to bind the variables; neither is checked. The viewer
 * is looked up by the `authorization` header, as it was resolved at the start.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getOperationAST, parse } from 'graphql';
import { planQuery } from '../../build/server/core/read/plan.js';
import { runOf } from '../../build/server/core/read/run.js';
import { withApp } from './database.mjs';
import { orderScreen } from './documents.mjs';
import { reads } from './operations.mjs';

const { BENCH_DATABASE_URL: url, BENCH_PORT: port, BENCH_TOKENS: tokens } = process.env;
const AFTER = Buffer.from('}}');
const SAMPLE_ID = '00000000-0000-7000-8000-000000000000';

await withApp(url, serve, { RELATA_WORKERS: 'none' });

async function serve({ model, services }) {
  const callers = new Map();
  for (const token of JSON.parse(tokens)) {
    const viewer = await services.auth.viewerOf(token);
    if (!viewer) throw new Error('The limit does not know the bearer of a token.');
    callers.set(`Bearer ${token}`, { viewer, plans: plansFor(model, viewer) });
  }

  async function answer({ headers }, body, response) {
    const { query, variables = {} } = JSON.parse(body);
    const { viewer, plans } = callers.get(headers.authorization);
    const { plan, before } = plans.get(query);
    const run = runOf({ variables, language: viewer.language, now: new Date() }, viewer);
    const values = plan.binders.map((binder) => binder(run));
    // Sets the organization on the session, as for every read of the product.
    const rows = await services.reader.read(viewer.org, plan, values);
    const bytes = Buffer.concat([before, plan.writer(rows, []), AFTER]);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }).end(bytes);
  }

  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      answer(request, body, response).catch((error) => response.writeHead(500).end(String(error)));
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(Number(port), '127.0.0.1');
  await once(process, 'SIGTERM');
  server.close();
  server.closeAllConnections();
}

/** Compiles each read once for the viewer's access shape, by the text of its document. */
function plansFor(model, viewer) {
  return new Map(
    [...reads, orderScreen].map(({ name, ours: { query, variables } }) => {
      const document = parse(query);
      const { roots } = planQuery(model, viewer.access, document, getOperationAST(document), variables?.({ id: SAMPLE_ID }) ?? {});
      const [{ key, plan, error }] = roots;
      if (roots.length !== 1 || !plan) throw new Error(`${name}: the limit runs reads of one compiled root field only.`, { cause: error });
      return [query, { plan, before: Buffer.from(`{"data":{${JSON.stringify(key)}:`) }];
    }),
  );
}
