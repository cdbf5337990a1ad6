import type { CallOptions, Crm } from './client.js';
import { CrmError } from './errors.js';
import { jobs, startImport } from './records/jobs.js';
import type { ImportInput } from './records/shared.js';
import { sleep } from './sleep.js';

/** What a file is made of. */
export type FileContent = Blob | Uint8Array<ArrayBuffer> | string;

export interface UploadOptions extends CallOptions {
  readonly fileName: string;
  /** Default: `text/csv`. */
  readonly contentType?: string;
}

/** How far a job is. */
export interface JobProgress {
  readonly id: string;
  readonly state: string | null;
  readonly processed: number | null;
  readonly total: number | null;
  readonly created: number | null;
  readonly updated: number | null;
  readonly unchanged: number | null;
  readonly failed: number | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  /** What the job made: of an import the rejected rows, with the reasons behind them. */
  readonly fileId: string | null;
}

export interface JobOptions extends CallOptions {
  /** Called whenever the job has been looked at. */
  readonly onProgress?: (job: JobProgress) => void;
}

const TICKET = 'mutation Upload($input:CreateUploadInput!){createUpload(input:$input){url fileId}}';
const UPLOADS = 3;

/**
 * Uploads a file. An upload that breaks off is begun again, each time at an address of its own.
 *
 * @returns the id of the file, as `startImport` takes it
 */
export async function uploadFile(
  crm: Crm,
  content: FileContent,
  { fileName, contentType = 'text/csv', ...options }: UploadOptions,
): Promise<string> {
  const body = content instanceof Blob ? content : new Blob([content]);
  for (let left = UPLOADS; ; left--) {
    const { createUpload } = await crm.request<{ createUpload: { url: string | null; fileId: string } }>(
      TICKET,
      { input: { fileName, contentType, size: body.size } },
      options,
    );
    // An answer that got lost and came again has the address no more.
    const answer = createUpload.url === null ? undefined : await put(createUpload.url, body, contentType, options.signal, left === 1);
    if (answer?.ok) return createUpload.fileId;
    if (answer && (answer.status < 500 || left <= 1)) throw await refusal(answer);
    if (left <= 1) throw new CrmError('NO_ANSWER', 'The address to upload to got lost, time and again.');
  }
}

async function put(
  url: string,
  body: Blob,
  contentType: string,
  signal: AbortSignal | undefined,
  isLast: boolean,
): Promise<Response | undefined> {
  try {
    return await fetch(url, { method: 'PUT', body, headers: { 'content-type': contentType }, ...(signal && { signal }) });
  } catch (error) {
    if (isLast || signal?.aborted) throw error;
    return undefined;
  }
}

async function refusal(answer: Response): Promise<Error> {
  const text = await answer.text();
  try {
    const [error] = (JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] }).errors;
    return new CrmError(error!.extensions.code, error!.message, { details: error!.extensions, status: answer.status });
  } catch {
    return new Error(`The file could not be uploaded: ${answer.status} ${text.slice(0, 200)}`);
  }
}

const OVER: readonly (string | null)[] = ['DONE', 'FAILED', 'CANCELLED', 'UNDONE', 'PAUSED'];

/** Waits until a job goes on no more. */
export async function jobEnded(crm: Crm, id: string, { onProgress, ...options }: JobOptions = {}): Promise<JobProgress> {
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 1.5, 2000)) {
    const job = (await jobs(crm).get(id, options)) as JobProgress | null;
    if (!job) throw new Error(`There is no job ${id}.`);
    onProgress?.(job);
    if (OVER.includes(job.state)) return job;
    await sleep(waitMs, options.signal);
  }
}

/** Uploads a file, imports it and waits for the end: `isTrial` only tells what would become of it. */
export async function importFile(
  crm: Crm,
  content: FileContent,
  {
    fileName,
    contentType,
    onProgress,
    signal,
    isTrial = false,
    ...how
  }: Omit<ImportInput, 'fileId'> & UploadOptions & JobOptions & { readonly isTrial?: boolean },
): Promise<JobProgress> {
  const options = signal ? { signal } : {};
  const fileId = await uploadFile(crm, content, { fileName, ...(contentType && { contentType }), ...options });
  const job = await startImport(crm, { files: [{ ...how, fileId }], isTrial, ...options });
  return jobEnded(crm, job.id, { ...options, ...(onProgress && { onProgress }) });
}
