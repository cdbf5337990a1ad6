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
  const started = performance.now();
  const result = 'hash' in task ? isVerified(task) : hashSync(task.password);
  const ended = performance.now();
  restedAt = ended + REST * (ended - started);
  return result;
}

function isVerified({ hash, password }: { readonly hash: string; readonly password: string }): boolean {
  try {
    return verifySync(hash, password);
  } catch {
    // What is no hash belongs to nobody.
    return false;
  }
}
