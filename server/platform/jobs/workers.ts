import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Jobs } from '../../core/context.js';
import { JOB_QUEUE, QUEUE_SCHEMA } from '../../core/database/job-queue.js';
import { SYSTEM_ROLE } from '../../core/database/roles.js';
import type { Log } from '../http/log.js';
import { runJob, type JobTicket, type Workplace } from './run-job.js';
import { handOver, ticketsToGiveBack } from './turns.js';

export interface WorkersOptions {
  /** A login that is or may become the system role. */
  readonly url: string;
  readonly system: pg.Pool;
  readonly workplace: () => Workplace;
  readonly log: Log;
  /** Jobs that this process works on at a time. */
  readonly atOnce: number;
  /** How long a job may keep its place while another organization waits for one. Default: 20 s. */
  readonly turnMs?: number;
}

/** Works on jobs until it is stopped. */
export interface Workers extends Jobs {
  /** Lets the steps that are under way end, and gives their jobs back. */
  stop(): Promise<void>;
}

/** How often we look for jobs that another process was asked for. */
const LOOK_MS = 2000;
/** The queue is let go of when there has been nothing to do for so long. */
const REST_AFTER_MS = 60_000;
/** How long the steps that are under way may take when we stop. */
const STOP_WITHIN_MS = 15_000;
const TURN_MS = 20_000;

/** Workers of a server that leaves the work to others. */
export const noWorkers: Workers = { wake: () => undefined, stop: () => Promise.resolve() };

/**
 * The row of a job says that it is to be worked on, in the transaction that wanted it. In the order of their organizations'
 * turns jobs are handed to pg-boss, which decides who works on them and notices who is gone. As long as there is nothing to
 * do, pg-boss is not even loaded.
 */
export function createWorkers({ url, system, workplace, log, atOnce, turnMs = TURN_MS }: WorkersOptions): Workers {
  const stopping = new AbortController();
  /** What runs here, and whether it is to give its place back. */
  const turns = new Map<string, { isOver: boolean }>();
  let boss: { readonly queue: PgBoss; readonly worker: string } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let isWoken = false;
  let idleSince = Date.now();
  let isFailing = false;

  const lookSoon = (ms: number): void => {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(wake, ms).unref();
  };

  function wake(): void {
    if (stopping.signal.aborted) return;
    if (looking) {
      isWoken = true;
      return;
    }
    looking = look()
      .then(
        () => (isFailing = false),
        (error: unknown) => {
          if (!isFailing) log.warn('jobs.unreachable', { message: String(error) });
          isFailing = true;
        },
      )
      .then(() => {
        looking = null;
        lookSoon(isWoken ? 0 : LOOK_MS);
        isWoken = false;
      });
  }

  async function look(): Promise<void> {
    const { rows } = await system.query<{ found: boolean }>({
      name: 'jobs_live',
      text: 'SELECT EXISTS (SELECT FROM job_run WHERE is_live) AS found',
    });
    if (!rows[0]!.found) {
      if (!boss || Date.now() - idleSince < REST_AFTER_MS) return;
      const { queue } = boss;
      boss = null;
      return queue.stop({ timeout: STOP_WITHIN_MS });
    }
    idleSince = Date.now();
    boss ??= await open();
    if ((await handOver(system, boss.queue)) > 0) boss.queue.notifyWorker(boss.worker);
    if (turns.size === 0) return;
    for (const ticket of await ticketsToGiveBack(system, turnMs)) {
      const turn = turns.get(ticket);
      if (turn) turn.isOver = true;
    }
  }

  async function work(ticket: JobTicket, signal: AbortSignal): Promise<void> {
    const turn = { isOver: false };
    turns.set(ticket.ticket, turn);
    // The next one can be handed over, and the order has changed.
    wake();
    try {
      const outcome = await runJob(workplace(), ticket, {
        signal: AbortSignal.any([signal, stopping.signal]),
        isTurnOver: () => turn.isOver,
      });
      if (outcome === 'GIVEN_BACK') throw new Error('The job was given back.');
      // Before the place is free: no younger job of its organization is to take it meanwhile.
      if (outcome === 'QUEUED_AGAIN' && boss) await handOver(system, boss.queue);
    } finally {
      turns.delete(ticket.ticket);
      // The place is free: who waits for it need not wait for the next look.
      boss?.queue.notifyWorker(boss.worker);
    }
  }

  async function open(): Promise<{ queue: PgBoss; worker: string }> {
    const { PgBoss } = await import('pg-boss');
    const queue = new PgBoss({
      connectionString: url,
      application_name: 'relata queue',
      options: `-c role=${SYSTEM_ROLE} -c timezone=UTC -c statement_timeout=10000 -c lock_timeout=5000`,
      connectionTimeoutMillis: 3000,
      max: 2 + atOnce,
      schema: QUEUE_SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      registerInstance: false,
      reindex: false,
      monitorVacuum: false,
    });
    queue.on('error', (error) => log.warn('jobs.queue', { message: String(error) }));
    try {
      await queue.start();
      const options = { localConcurrency: atOnce, batchSize: 1, pollingIntervalSeconds: 1 };
      const worker = await queue.work<JobTicket>(JOB_QUEUE, options, ([one]) => work(one!.data, one!.signal));
      return { queue, worker };
    } catch (error) {
      await queue.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
  }

  lookSoon(0);
  return {
    wake,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      await boss?.queue.stop({ timeout: STOP_WITHIN_MS });
    },
  };
}
