import { hash, verify } from '@node-rs/argon2';
import { fault, type Fault, type FaultCode } from '../../core/errors.js';
import { say, type Said } from '../../core/messages.js';
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

/** Why something is no password: too short, too long, or the person's own address or name; null when it can be one. */
export function passwordFault(
  password: string,
  { firstName, lastName, email }: PasswordOwner,
): { code: FaultCode; message: Said; details?: Fault['details'] } | null {
  if (hasForbiddenCharacter(password)) return { code: 'INVALID_CHARACTER', message: say('faults.passwordCharacter') };
  const [min, max] = [MIN_PASSWORD, MAX_PASSWORD];
  // Spaces around it count, but do not make it long enough.
  if (characters(password.trim()) < min) return { code: 'TOO_SHORT', message: say('faults.passwordShort', { min }), details: { min } };
  if (characters(password) > max) return { code: 'TOO_LONG', message: say('faults.passwordLong', { max }), details: { max } };
  const plain = (text: string): string => text.toLowerCase().replace(/[\s._-]/g, '');
  const names = [email, email.split('@')[0]!, lastName, `${firstName ?? ''}${lastName}`, `${lastName}${firstName ?? ''}`];
  if (names.some((name) => plain(name) === plain(password))) return { code: 'CONTRADICTION', message: say('faults.passwordIsName') };
  return null;
}

/**
 * Refuses what is no password.
 *
 * @param path where it stands in the arguments
 */
export function checkPassword(password: string, owner: PasswordOwner, path: string): void {
  const found = passwordFault(password, owner);
  if (found) throw fault(path, found.code, found.message, found.details);
}
