import { hash, verify } from '@node-rs/argon2';

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
