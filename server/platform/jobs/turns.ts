import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { JOB_QUEUE, QUEUE_SCHEMA } from '../../core/database/job-queue.js';
import type { JobTicket } from './run-job.js';

/** Waiting jobs that pg-boss holds, over all organizations. The rest wait in our table and cost the queue nothing. */
const MAX_HANDED_OVER = 20;
/** A worker with a free place takes a job within this time. What waits longer waits for a place. */
const FREE_PLACE_MS = 3000;

interface Waiting extends JobTicket {
  readonly isKnown: boolean;
  readonly isOver: boolean;
  readonly priority: number | null;
  readonly position: number;
}

/**
 * Puts the waiting jobs of all organizations in order and hands the first of them to pg-boss, whose priorities keep that
 * order. Organizations take turns: first the one with the fewest running jobs, then the one whose last turn was longest ago.
 * Within an organization the oldest job is first, also when it has given its place back. All processes compute the same order,
 * and handing a job over twice changes nothing.
 *
 * @returns how many jobs were handed over
 */
export async function handOver(system: pg.Pool, queue: PgBoss): Promise<number> {
  const { rows } = await system.query<Waiting>({
    name: 'jobs_waiting',
    text: `WITH live AS (
             SELECT r.org, r.job_id, r.ticket, q.state::text AS state, q.priority
               FROM job_run r LEFT JOIN ${QUEUE_SCHEMA}.job q ON q.name = '${JOB_QUEUE}' AND q.id = r.ticket
              WHERE r.is_live),
           organization AS (
             SELECT l.org, count(*) FILTER (WHERE l.state = 'active') AS running,
                    (SELECT max(t.claimed_at) FROM job_run t WHERE t.org = l.org) AS last_turn
               FROM live l GROUP BY l.org),
           waiting AS (
             SELECT l.*, row_number() OVER (ORDER BY o.running + l.nth, o.last_turn NULLS FIRST, l.job_id)::int AS position
               FROM (SELECT *, row_number() OVER (PARTITION BY org ORDER BY job_id) AS nth FROM live WHERE state IS DISTINCT FROM 'active') l
               JOIN organization o USING (org))
           SELECT org, job_id AS "jobId", ticket, position, priority, state IS NOT NULL AS "isKnown",
                  coalesce(state IN ('completed', 'cancelled', 'failed'), false) AS "isOver"
             FROM waiting WHERE position <= ${MAX_HANDED_OVER} OR state IN ('created', 'retry') ORDER BY position`,
  });
  const moved = rows.filter(({ isKnown, isOver, priority, position }) => isKnown && !isOver && priority !== -position);
  if (moved.length > 0)
    await system.query({
      name: 'jobs_reorder',
      text: `UPDATE ${QUEUE_SCHEMA}.job q SET priority = -m.position FROM unnest($1::uuid[], $2::int[]) AS m (ticket, position)
              WHERE q.name = '${JOB_QUEUE}' AND q.id = m.ticket AND q.state < 'active'`,
      values: [moved.map(({ ticket }) => ticket), moved.map(({ position }) => position)],
    });
  const added = rows.filter(({ isKnown, isOver }) => !isKnown || isOver);
  for (const { org, jobId, ticket, isOver, position } of added) {
    const known = isOver ? await renewed(system, { org, jobId, ticket }) : { org, jobId, ticket };
    if (known) await queue.send(JOB_QUEUE, known, { id: known.ticket, priority: -position });
  }
  return added.length;
}

/** A new ticket for a job whose ticket pg-boss believes to be over; null when another process was quicker. */
async function renewed(system: pg.Pool, { org, jobId, ticket }: JobTicket): Promise<JobTicket | null> {
  const { rows } = await system.query<{ ticket: string }>(
    'UPDATE job_run SET ticket = gen_random_uuid() WHERE org = $1 AND job_id = $2 AND ticket = $3 AND is_live RETURNING ticket',
    [org, jobId, ticket],
  );
  return rows[0] ? { org, jobId, ticket: rows[0].ticket } : null;
}

/**
 * The tickets of jobs that are to give their places back after their present steps: one for each organization that waits and has
 * none. First those of organizations that have several places, then those whose turn has lasted longest. All processes compute
 * the same tickets and act on their own.
 */
export async function ticketsToGiveBack(system: pg.Pool, turnMs: number): Promise<string[]> {
  const { rows } = await system.query<{ ticket: string }>({
    name: 'jobs_give_back',
    text: `WITH live AS (
             SELECT r.org, r.ticket, q.state::text AS state, q.started_on, greatest(q.created_on, q.start_after) AS waits_since
               FROM job_run r JOIN ${QUEUE_SCHEMA}.job q ON q.name = '${JOB_QUEUE}' AND q.id = r.ticket
              WHERE r.is_live AND q.state <= 'active'),
           running AS (
             SELECT org, ticket, started_on, row_number() OVER (PARTITION BY org ORDER BY started_on, ticket) AS nth FROM live WHERE state = 'active'),
           needy AS (
             SELECT count(DISTINCT org) AS organizations FROM live
              WHERE state <> 'active' AND waits_since < now() - $1::float * interval '1 ms' AND org NOT IN (SELECT org FROM running))
           SELECT ticket FROM running WHERE nth > 1 OR started_on < now() - $2::float * interval '1 ms'
            ORDER BY nth DESC, started_on, ticket LIMIT (SELECT organizations FROM needy)`,
    values: [FREE_PLACE_MS, turnMs],
  });
  return rows.map(({ ticket }) => ticket);
}
