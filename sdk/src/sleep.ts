import { throwIfAborted, timeLimit } from './time-limit.js';

/** Waits, or fails with what the caller aborted with. */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  throwIfAborted(signal);
  const limit = timeLimit(milliseconds, signal);
  await new Promise((resolve) => limit.signal.addEventListener('abort', resolve));
  limit.end();
  throwIfAborted(signal);
}
