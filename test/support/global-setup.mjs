import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../server/tools/build.mjs';

/** Compiles the server, starts PostgreSQL unless DATABASE_URL names one, and makes the template that test databases are copies of. */
export default async function setup() {
  await build();
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  if (!process.env.DATABASE_URL) await startPostgres();
  const { createTemplate } = await import('./database.js');
  await createTemplate();
}

async function startPostgres() {
  const { startEmbeddedPostgres } = await import('../../server/platform/embedded-postgres/embedded-postgres.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'relata-test-'));
  const server = await startEmbeddedPostgres({ dataDir });
  process.env.TEST_DATABASE_URL = server.url;
  const { forgetDurability } = await import('./database.js');
  // Nobody reads these databases after a crash of the machine.
  await forgetDurability(server.superuserUrl);
  globalThis.stopTestDatabase = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
