import { spawn } from 'node:child_process';
import type { Account } from './account.js';

/**
 * What PostgreSQL's programs see of the environment. Nothing is inherited: a PGPORT, PGOPTIONS or locale of the
 * person who starts us must not change the cluster. (Windows adds what its programs need by itself.)
 */
export const plainEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs a program to its end as the given account, away from our own folder, which that account may not be able to enter. */
export function execute(
  program: string,
  args: readonly string[],
  account: Account | null,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: plainEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
