import { giveBack } from './leases.js';
import { withLock } from './lock.js';

/** What the watchdog does when its pipe closes; a line on the pipe before means that all is well. */
const [lease, folder, lock] = process.argv.slice(2);
if (!lease || !folder || !lock) throw new Error('watchdog: lease, folder and lock are missing');

let isDismissed = false;
for await (const _ of process.stdin) isDismissed = true;
if (!isDismissed) await withLock(lock, () => giveBack(lease, folder));
