/** PostGraphile 5 as its papers set it up for production, on our tables, in our role, with the organisation of each request. */
import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

const { BENCH_DATABASE_URL: connectionString, BENCH_PORT: port, BENCH_POOL: max } = process.env;
const tables = ['account', 'contact', 'deal', 'app_user', 'pipeline', 'pipeline_stage', 'sales_order', 'line_item', 'product'];

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [jsonPgSmartTags({ version: 1, config: { class: await smartTags() } })],
  // Filters on columns without an index of their own are left out by default; the bench filters by deletedAt.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString,
      schemas: ['public'],
      pubsub: false,
      poolConfig: { max: Number(max), options: '-c role=crm_app -c timezone=UTC' },
    }),
  ],
  grafast: {
    explain: false,
    context: ({ node }) => ({ pgSettings: { 'app.org': node.req.headers['x-org'], 'app.actor': node.req.headers['x-actor'] } }),
  },
  grafserv: { graphiql: false, graphqlOverGET: false, watch: false, maxRequestLength: 4 * 1024 * 1024 },
};

/** Only the tables that the bench reads, and inputs without what the triggers fill in. */
async function smartTags() {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
  );
  await client.end();
  return Object.fromEntries(rows.filter(({ name }) => !tables.includes(name)).map(({ name }) => [name, { tags: { behavior: '-*' } }]));
}

const instance = postgraphile(preset);
const server = createServer();
server.keepAliveTimeout = 60_000;
await instance.createServ(grafserv).addTo(server);
const schema = await instance.getSchema();
server.listen(Number(port), '127.0.0.1');
if (process.env.BENCH_PRINT) {
  const { printSchema } = await import('graphql');
  console.log(printSchema(schema));
  process.exit();
}
