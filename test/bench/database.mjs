/** A PostgreSQL of the bench's own, with our schema and some organisations in it. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './data.mjs';

/** Our code as the server runs it: compiled. */
const product = (path) => import(`../../build/server/${path}`);

/**
 * Starts PostgreSQL in a folder of its own and fills it.
 *
 * @param {Record<string, { accounts: number, contacts: number, deals: number }>} sizes organisations by name
 * @param {AsyncDisposableStack} started gets what ends PostgreSQL and removes its folder
 * @returns how to reach the database, and its organisations with the sign-in of a user of each
 */
export async function openDatabase(sizes, started) {
  const { startEmbeddedPostgres } = await product('platform/embedded-postgres/embedded-postgres.js');
  const folder = await mkdtemp(join(tmpdir(), 'relata-bench-'));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  started.defer(() => postgres.stop());
  const superuserUrl = new URL(postgres.superuserUrl);
  superuserUrl.pathname = new URL(postgres.url).pathname;
  const organizations = await createOrganizations(postgres.url, sizes);
  await fill(
    superuserUrl.href,
    Object.values(organizations).map(({ org, size }) => ({ org, ...size })),
  );
  return { url: postgres.url, superuserUrl: superuserUrl.href, port: postgres.port, organizations };
}

/** Makes the schema and, by our own workflow, the organisations with their users and pipelines. */
async function createOrganizations(url, sizes) {
  const { createOrganization } = await product('workflows/create-organization.js');
  return withApp(url, async (app) => {
    const orm = await app.systemOrm();
    const organizations = {};
    for (const [name, size] of Object.entries(sizes)) {
      const users = ['Ada', 'Bo', 'Cas', 'Dee', 'Eva'].map((firstName) => ({
        firstName,
        lastName: `of ${name}`,
        email: `${firstName.toLowerCase()}@${name}.example.com`,
        password: randomBytes(12).toString('base64url'),
      }));
      const { org, users: ids } = await createOrganization(orm.em.fork(), {
        name,
        baseCurrency: 'EUR',
        currencies: [{ isoCode: 'USD', rate: '1.25' }],
        users,
      });
      const [{ email, password }] = users;
      organizations[name] = { org, email, password, userId: ids.get(email), users, size };
    }
    return organizations;
  });
}

/**
 * Does something with our own application, in this process.
 *
 * @param {Record<string, string>} [settings] of its environment
 */
export async function withApp(url, work, settings = {}) {
  const { createApp } = await product('app.js');
  const { createLog } = await product('platform/http/log.js');
  const { readConfig } = await product('config.js');
  const app = await createApp({
    config: readConfig({ DATABASE_URL: url, ...settings }),
    urls: { owner: url, app: url, system: url },
    log: createLog('silent'),
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
