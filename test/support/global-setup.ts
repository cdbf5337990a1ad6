import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.js';
import { createTemplate } from './database.js';

/** Starts PostgreSQL for the tests, unless DATABASE_URL names one, and makes the template that each file copies. */
export default async function setup(): Promise<void> {
  if (!process.env['DATABASE_URL']) {
    const dataDir = await mkdtemp(join(tmpdir(), 'relata-test-'));
    const server = await startEmbeddedPostgres({ dataDir });
    process.env['TEST_DATABASE_URL'] = server.url;
    (globalThis as { stopTestDatabase?: () => Promise<void> }).stopTestDatabase = async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    };
  }
  await createTemplate();
}
