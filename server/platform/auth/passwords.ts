import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { fault, type Fault, type FaultCode } from '../../core/errors.js';
import { createFairQueue } from '../../core/fair-queue.js';
import { say, type Said } from '../../core/messages.js';
import { characters, hasForbiddenCharacter } from '../../core/text.js';
import { isCommonPassword, variantsOf } from './common-passwords.js';
import type { HashTask } from './hash-worker.js';

const extension = extname(fileURLToPath(import.meta.url));
const THREADS = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));

/**
 * Threads for hashing, at most four, and half the cores: each hash takes 19 MiB and some 20 ms of a core. They step back for
 * everything else, so that reads go on while many sign in; they end when nobody has signed in for a while.
 */
const threads = new Piscina<HashTask, string | boolean>({
  filename: new URL(`./hash-worker${extension}`, import.meta.url).href,
  // From sources a thread needs the process's loader for TypeScript; compiled, nothing of what the process was started with.
  execArgv: extension === '.ts' ? process.execArgv : [],
  minThreads: 0,
  maxThreads: THREADS,
  concurrentTasksPerWorker: 1,
  idleTimeout: 30_000,
  // A tenth of what reads get. With 19, other programs that keep all cores busy make a hash of 20 ms take seconds.
  niceIncrement: 10,
});

// A thread that dies fails its task, and the next task gets a new one; without a listener it would end the process.
threads.on('error', () => undefined);

/**
 * Where those who have a password hashed take turns, by address. There is a place more than threads, and no address has them all:
 * a caller from another one waits for no more than the hashes that are being made.
 */
export const hashing = createFairQueue({
  places: THREADS + 1,
  placesPerKey: THREADS,
  maxWaiting: 500,
  maxWaitingPerKey: 20,
  maxWaitMs: 30_000,
});

/** argon2id, 19 MiB, as a standard hash string. What comes over the network waits for its turn in `hashing`. */
export const hashPassword = async (password: string): Promise<string> => (await threads.run({ password })) as string;

let decoy: Promise<string> | undefined;

/** Verifies against a hash, or against a decoy so that an unknown user costs the same time. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no user has this password');
  const against = stored ?? (await decoy);
  const matches = await threads.run({ password, hash: against });
  return stored !== null && matches === true;
}

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly firstName?: string | null;
  readonly lastName: string;
  readonly email: string;
}

/** Why something is no password: too short, too long, the person's own address or name, or one that is guessed first; null when it can be one. */
export async function passwordFault(
  password: string,
  { firstName, lastName, email }: PasswordOwner,
): Promise<{ code: FaultCode; message: Said; details?: Fault['details'] } | null> {
  if (hasForbiddenCharacter(password)) return { code: 'INVALID_CHARACTER', message: say('faults.passwordCharacter') };
  const [min, max] = [MIN_PASSWORD, MAX_PASSWORD];
  // Spaces around it count, but do not make it long enough.
  if (characters(password.trim()) < min) return { code: 'TOO_SHORT', message: say('faults.passwordShort', { min }), details: { min } };
  if (characters(password) > max) return { code: 'TOO_LONG', message: say('faults.passwordLong', { max }), details: { max } };
  const plain = (text: string): string => text.toLowerCase().replace(/[\s._-]/g, '');
  const names = [email, email.split('@')[0]!, lastName, `${firstName ?? ''}${lastName}`, `${lastName}${firstName ?? ''}`]
    .map(plain)
    .filter(Boolean);
  if (variantsOf(password).some((variant) => names.includes(plain(variant))))
    return { code: 'CONTRADICTION', message: say('faults.passwordIsName') };
  if (await isCommonPassword(password)) return { code: 'TOO_COMMON', message: say('faults.passwordCommon') };
  return null;
}

/**
 * Refuses what is no password.
 *
 * @param path where it stands in the arguments
 */
export async function checkPassword(password: string, owner: PasswordOwner, path: string): Promise<void> {
  const found = await passwordFault(password, owner);
  if (found) throw fault(path, found.code, found.message, found.details);
}
