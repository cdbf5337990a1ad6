import { expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { HANGS_MS } from './until.js';
import type { Person } from './workspace.js';

/** A job that has come to an end, with what became of its rows. */
export interface EndedJob {
  readonly id: string;
  readonly state: string;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly fileId: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly rows: {
    readonly nodes: readonly {
      readonly place: number;
      readonly outcome: string;
      readonly errorCode: string | null;
      readonly errorMessage: string | null;
      readonly recordId: string | null;
    }[];
  };
}

const JOB = `id state processed created updated unchanged failed errorCode errorMessage fileId result
  rows(first: 200, orderBy: [{ place: ASC }, { id: ASC }]) { nodes { place outcome errorCode errorMessage recordId } }`;
const OVER = ['DONE', 'FAILED', 'CANCELLED', 'UNDONE', 'PAUSED'];

/** Imports as their users do them: uploaded, started, waited for. The server has to listen. */
export function importsOf(person: Person) {
  async function upload(content: string | Buffer, fileName = 'accounts.csv'): Promise<string> {
    const bytes = Buffer.from(content as string);
    const { createUpload } = await person.ask('mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url fileId } }', {
      input: { fileName, size: bytes.length, contentType: 'text/csv' },
    });
    const answer = await fetch(createUpload.url as string, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'text/csv' },
    });
    expect([answer.status, (await answer.text()).slice(0, 300)]).toEqual([201, expect.anything()]);
    return createUpload.fileId as string;
  }

  async function ended(id: string): Promise<EndedJob> {
    for (const until = Date.now() + HANGS_MS; ; await sleep(30)) {
      const { job } = await person.ask(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id });
      if (OVER.includes(job.state as string) || Date.now() > until) return job as EndedJob;
    }
  }

  async function start(files: readonly object[], isTrial = false): Promise<string> {
    const { startImport } = await person.ask(
      'mutation ($files: [ImportInput!]!, $isTrial: Boolean!) { startImport(files: $files, isTrial: $isTrial) { job { id } } }',
      { files, isTrial },
    );
    return startImport.job.id as string;
  }

  return {
    upload,
    ended,
    start,
    /** Imports a file of text. @param settings what `startImport` takes beside the file */
    run: async (content: string | Buffer, settings: object = {}, fileName = 'accounts.csv'): Promise<EndedJob> =>
      ended(await start([{ fileId: await upload(content, fileName), ...settings }])),
    async undo(id: string): Promise<EndedJob> {
      await person.ask('mutation ($id: ID!) { undoJob(id: $id) { job { id } } }', { id });
      return ended(id);
    },
  };
}

/** What an own workspace needs for imports. */
export const importsConfig = (folder: string) => ({
  files: { folder, maxBytes: 300 * 1024 * 1024 },
  jobs: { areInside: true, atOnce: 2 },
});

/** The counts of a job that people look at. */
export const countsOf = ({ state, created, updated, unchanged, failed }: EndedJob) => ({ state, created, updated, unchanged, failed });

export type Imports = ReturnType<typeof importsOf>;
