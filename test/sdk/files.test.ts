import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  accounts,
  createClient,
  importFile,
  isCrmError,
  jobEnded,
  startExport,
  uploadFile,
  type Crm,
  type JobProgress,
} from '../../sdk/src/index.js';
import { workspace, type Workspace } from '../support/workspace.js';

let folder: string;
let server: Workspace;
let crm: Crm;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-sdk-'));
  server = await workspace({ config: { files: { folder, maxBytes: 1_000_000 }, jobs: { areInside: true, atOnce: 1 } } });
  await server.app.http.listen({ host: '127.0.0.1', port: 0 });
  const { chief } = await server.company('files');
  crm = createClient({ url: `${server.app.services.publicUrl}/graphql`, auth: chief.token });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('a file is imported with its progress, tried first, and a list is exported', async () => {
  const csv = 'Account Name,Phone\nAnalytical Engines,1\nDifference Engines,2\n,3\n';
  const trial = await importFile(crm, csv, { fileName: 'accounts.csv', module: 'Account', isTrial: true });
  expect([trial.state, trial.created, trial.failed]).toEqual(['DONE', 2, 1]);
  expect((await accounts(crm).list()).nodes).toEqual([]);
  const seen: JobProgress[] = [];
  const done = await importFile(crm, csv, { fileName: 'accounts.csv', module: 'Account', onProgress: (job) => seen.push(job) });
  expect([done.state, done.created, done.failed, seen.at(-1)?.state]).toEqual(['DONE', 2, 1, 'DONE']);
  expect(done.fileId).toMatch(/^file_/);
  const job = await startExport(crm, { document: '{ accounts(orderBy: [{ accountName: ASC }]) { nodes { accountName phone } } }' });
  expect((await jobEnded(crm, job.id)).processed).toBe(2);
});

test('what can not be uploaded says why, and a signal ends the waiting', async () => {
  const tooLarge = await uploadFile(crm, new Uint8Array(2_000_000), { fileName: 'large.csv' }).catch((error: unknown) => error);
  expect(isCrmError(tooLarge, 'VALIDATION_FAILED')).toBe(true);
  const wrong = await uploadFile(crm, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), { fileName: 'a.png', contentType: 'image/png' }).catch(
    (error: unknown) => error,
  );
  expect(isCrmError(wrong)).toBe(true);
  const stopped = importFile(crm, 'Account Name\nNever\n', {
    fileName: 'a.csv',
    module: 'Account',
    signal: AbortSignal.abort(new Error('enough')),
  });
  await expect(stopped).rejects.toThrow('enough');
});
