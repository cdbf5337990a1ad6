import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { type Account, giveTo } from './account.js';
import { EmbeddedPostgresError, unless } from './failure.js';
import type { Home } from './home.js';

/** What must outlive a start: the clients' way in. Only its owner can read the file. */
export interface State {
  readonly port: number;
  readonly ownerPassword: string;
  readonly superuserPassword: string;
  /** The roles and the database exist. */
  readonly isProvisioned: boolean;
}

export const freshState = (): State => ({ port: 0, ownerPassword: password(), superuserPassword: password(), isProvisioned: false });

export async function readState({ state }: Home): Promise<State | null> {
  const text = await readFile(state, 'utf8').catch(unless('ENOENT'));
  if (text === null) return null;
  try {
    return JSON.parse(text) as State;
  } catch {
    throw new EmbeddedPostgresError(`${state} is damaged.`, 'Restore it from a backup; it holds the passwords of the database beside it.');
  }
}

export async function writeState({ state }: Home, content: State, account: Account | null): Promise<void> {
  const draft = `${state}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await giveTo(account, draft);
  await rename(draft, state);
}

const password = () => randomBytes(24).toString('base64url');
