import type { WriteContext } from '../../server/core/context.js';
import { createRecords } from '../../server/core/write/operations.js';
import { deleteRecords } from '../../server/core/write/recycle.js';
import { wireId } from '../../server/core/ids.js';
import { enqueueJob } from '../../server/platform/jobs/control.js';
import { defineJob } from '../../server/platform/jobs/kinds.js';
import type { Person, Workspace } from './workspace.js';

export interface Steps {
  readonly name: string;
  readonly steps: number;
  /** How long each step takes, after what it writes. */
  readonly ms: number;
  /** The step that fails, and how. */
  readonly fails?: { readonly at: number; readonly with: 'wrong input' | 'a fault' };
  /** The step that kills its process. */
  readonly killsAt?: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes an account in each step, named after it, and takes them back when it is undone. */
export const stepsJob = defineJob<Steps, { at: number }>({
  kind: 'TEST_STEPS',
  async run(job) {
    const { name, steps, ms, fails, killsAt } = job.parameters;
    for (let at = (job.cursor?.at ?? 0) + 1; at <= steps; at++) {
      await job.step(async (context) => {
        const module = context.model.registry.module('Account');
        const input = { accountName: fails?.at === at && fails.with === 'wrong input' ? 'x'.repeat(1000) : `${name} ${at}` };
        const [made] = await createRecords(context, module, [input], { path: 'input', many: false }, 'ABORT');
        if (fails?.at === at && fails.with === 'a fault') throw new Error('The tests wanted this.');
        if (killsAt === at) process.kill(process.pid, 'SIGKILL');
        await wait(ms);
        return {
          cursor: { at },
          total: steps,
          counts: { processed: 1, created: 1 },
          rows: [
            {
              place: at,
              outcome: 'CREATED',
              recordId: wireId(module, made!.id!),
              faults: [{ inputPath: 'none', code: 'NONE', message: '"' }],
            },
          ],
        };
      });
    }
  },
  async undo(job) {
    const { steps } = job.parameters;
    for (let at = (job.cursor?.at ?? 0) + 1; at <= steps; at++) {
      await job.step(async (context) => {
        const rows = await context.transaction.run(
          `SELECT record_id FROM job_row WHERE org = $1::uuid AND job_id = $2::uuid AND place = $3::int`,
          [job.org, job.id.slice('job_'.length), String(at)],
        );
        const items = rows.map(([id]) => ({ id: id! }));
        const module = context.model.registry.module('Account');
        await deleteRecords(context, module, items, { path: 'items', many: true }, 'ABORT');
        await context.transaction.run(
          `UPDATE job_row SET outcome = 'REMOVED' WHERE org = $1::uuid AND job_id = $2::uuid AND place = $3::int`,
          [job.org, job.id.slice('job_'.length), String(at)],
        );
        return { cursor: { at } };
      });
    }
  },
});

/** The same, for good. */
export const finalJob = defineJob<Steps, { at: number }>({ kind: 'TEST_FINAL', run: (job) => stepsJob.run(job) });

/** Waits until it is told to stop, and gets no further. */
export const waitingJob = defineJob<Steps, null>({
  kind: 'TEST_WAITING',
  run: (job) => new Promise((_, reject) => job.signal.addEventListener('abort', () => reject(new Error('Aborted.')), { once: true })),
});

/** Starts a job as a mutation would, in a transaction that `decide` commits or not. @returns its id on the wire */
export async function start(
  { app }: Pick<Workspace, 'app'>,
  person: Pick<Person, 'org' | 'userId'>,
  parameters: Steps,
  { kind = stepsJob, isKept = true }: { kind?: Pick<typeof stepsJob, 'kind'>; isKept?: boolean } = {},
): Promise<string> {
  const { services } = app;
  const viewer = await services.auth.viewerOfUser(person.org, person.userId);
  const afterCommit: (() => void)[] = [];
  const id = await services.transactions.run(
    { org: person.org, actor: person.userId, cause: 'test' },
    (transaction) =>
      enqueueJob(
        { viewer, transaction, services, afterCommit, metrics: { statementCount: 0 } } as unknown as WriteContext,
        kind,
        parameters,
      ),
    () => isKept,
  );
  for (const act of afterCommit) act();
  return `job_${id}`;
}
