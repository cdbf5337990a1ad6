import { hashSync, verifySync } from '@node-rs/argon2';

/** What a hashing thread does: makes a hash, or says whether a password belongs to one. */
export type HashTask = { readonly password: string } | { readonly password: string; readonly hash: string };

/** Rest for each moment of work. */
const REST = 2;
const clock = new Int32Array(new SharedArrayBuffer(4));
let restedAt = 0;

/**
 * Hashes, or verifies. When many sign in, the thread rests twice as long as it worked before it goes on: a hash goes through more
 * memory than a core keeps at hand, and slows down what runs beside it even when there is a core to spare.
 */
export default function work(task: HashTask): string | boolean {
  const wait = restedAt - performance.now();
  if (wait > 0) Atomics.wait(clock, 0, 0, wait);
  const started = workedMs();
  const result = 'hash' in task ? isVerified(task) : hashSync(task.password);
  restedAt = performance.now() + REST * (workedMs() - started);
  return result;
}

/**
 * Returns the thread's own time on a core, in milliseconds. By the clock, a thread that has to wait for a busy machine would
 * rest for its waiting as well. Nodes before 23.9 know only the clock.
 */
function workedMs(): number {
  if (!('threadCpuUsage' in process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function isVerified({ hash, password }: { readonly hash: string; readonly password: string }): boolean {
  try {
    return verifySync(hash, password);
  } catch {
    // What is no hash belongs to nobody.
    return false;
  }
}
