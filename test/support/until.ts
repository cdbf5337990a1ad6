import { setTimeout as sleep } from 'node:timers/promises';

/** Ends what hangs, and says what it waited for, before Jest's own limit does. How busy the machine is does not matter. */
export const HANGS_MS = 300_000;

/** Waits until `isSo`. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const begun = Date.now(); !(await isSo()); await sleep(20))
    if (Date.now() - begun > HANGS_MS) throw new Error(`Waited in vain until ${isSo.toString()}.`);
}
