import { hash, verify } from '@node-rs/argon2';
import { fault } from '../../core/errors.js';
import { say } from '../../core/messages.js';
import { characters, hasForbiddenCharacter } from '../../core/text.js';

/** Hashes at once: each takes 19 MiB and some 20 ms of a core, and reads must go on. */
const MAX_AT_ONCE = 4;
let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** argon2id, 19 MiB, as a standard hash string. */
export const hashPassword = (password: string): Promise<string> => limited(() => hash(password));

let decoy: Promise<string> | undefined;

/** Verifies against a hash, or against a decoy so that an unknown user costs the same time. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no user has this password');
  const against = stored ?? (await decoy);
  const matches = await limited(() => verify(against, password).catch(() => false));
  return stored !== null && matches;
}

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly firstName?: string | null;
  readonly lastName: string;
  readonly email: string;
}

/**
 * Refuses what is no password: too short, too long, or the person's own address or name.
 *
 * @param path where it stands in the arguments
 */
export function checkPassword(password: string, { firstName, lastName, email }: PasswordOwner, path: string): void {
  if (hasForbiddenCharacter(password)) throw fault(path, 'INVALID_CHARACTER', say('faults.passwordCharacter'));
  const length = characters(password);
  if (length < MIN_PASSWORD) throw fault(path, 'TOO_SHORT', say('faults.passwordShort', { min: MIN_PASSWORD }), { min: MIN_PASSWORD });
  if (length > MAX_PASSWORD) throw fault(path, 'TOO_LONG', say('faults.passwordLong', { max: MAX_PASSWORD }), { max: MAX_PASSWORD });
  const plain = (text: string): string => text.toLowerCase().replace(/[\s._-]/g, '');
  const names = [email, email.split('@')[0]!, lastName, `${firstName ?? ''}${lastName}`, `${lastName}${firstName ?? ''}`];
  if (names.some((name) => plain(name) === plain(password))) throw fault(path, 'CONTRADICTION', say('faults.passwordIsName'));
}
