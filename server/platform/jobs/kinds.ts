import type { Context, WriteContext } from '../../core/context.js';
import type { JobRowOutcomeName } from './states.js';

/** How many rows came to what; each is added to what the job has already. */
export interface JobCounts {
  readonly processed?: number;
  readonly created?: number;
  readonly updated?: number;
  readonly unchanged?: number;
  readonly failed?: number;
}

/** What became of one row. */
export interface JobRowInput {
  /** Counted from 1. */
  readonly place: number;
  readonly outcome: JobRowOutcomeName;
  /** On the wire: `account_…`. */
  readonly recordId?: string | null;
  readonly errorCode?: string | null;
  readonly errorMessage?: string | null;
  readonly faults?: readonly object[] | null;
}

/** What a step leaves behind, saved in its own transaction. Absent: as it was. */
export interface Step<Cursor> {
  /** Where the next step goes on, also in another process. */
  readonly cursor?: Cursor;
  readonly counts?: JobCounts;
  readonly total?: number;
  readonly rows?: readonly JobRowInput[];
  /** Rows that an earlier step has told of: what it said gives way. */
  readonly retold?: readonly JobRowInput[];
  readonly result?: object;
  /** On the wire: `file_…`. */
  readonly fileId?: string;
}

/**
 * A job while it is worked on. Whatever its methods throw must be thrown on: they also end the run when the job is paused or
 * cancelled, the server stops, or somebody else has taken over.
 */
export interface RunningJob<Parameters = unknown, Cursor = unknown> {
  /** On the wire. */
  readonly id: string;
  readonly org: string;
  /** The row id of who started it. */
  readonly userId: string;
  readonly parameters: Parameters;
  /** What the last saved step left; null before the first. */
  readonly cursor: Cursor | null;
  /** Aborted when the run is to end; for what waits or reads for long between steps. */
  readonly signal: AbortSignal;
  /**
   * One transaction of the job's user, with the rights they have now: what `work` writes and what it returns are saved
   * together, once. Lost races are run again, so `work` may run more than once; what it does outside must bear that. It is
   * short: PostgreSQL ends a transaction that waits for 10 s between two statements.
   */
  step(work: (context: WriteContext) => Promise<Step<Cursor>>): Promise<void>;
  /** A context to read with, with the rights that the user has now; also the moment to notice that the job is to stop. */
  reading(): Promise<Context>;
}

/** Something that jobs do. */
export interface JobKind<Parameters = unknown, Cursor = unknown> {
  /** In capitals; part of the contract. */
  readonly kind: string;
  /** Returns when all is done. A CrmError that it throws is what the job fails with. */
  run(job: RunningJob<Parameters, Cursor>): Promise<void>;
  /** Takes back what `run` did; its cursor is its own and begins at null. Without it the job can not be undone. */
  undo?(job: RunningJob<Parameters, Cursor>): Promise<void>;
}

const kinds = new Map<string, JobKind>();

/** Makes a kind of job known to this process: whatever starts or works on it must import it. */
export function defineJob<Parameters, Cursor>(kind: JobKind<Parameters, Cursor>): JobKind<Parameters, Cursor> {
  kinds.set(kind.kind, kind);
  return kind;
}

export const kindOf = (kind: string): JobKind | undefined => kinds.get(kind);
