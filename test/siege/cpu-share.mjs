/**
 * A share of the machine's processors for this process and all that it starts, before whatever else runs: other programs would be
 * measured with the server. It is a group of control groups (Linux, as root); priorities alone do not reach from one session to another.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

/** @param {AsyncDisposableStack} started gets what gives the share back */
export function takeCpuShare(started) {
  try {
    const [parent, setting, most] = existsSync(join(ROOT, 'cgroup.controllers'))
      ? [ROOT, 'cpu.weight', '10000']
      : [join(ROOT, 'cpu'), 'cpu.shares', '100000'];
    const mine = join(parent, /^\d+:(?:[^:]*\bcpu\b[^:]*)?:(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? '');
    const folder = join(parent, `relata-siege-${process.pid}`);
    mkdirSync(folder);
    started.defer(() => {
      try {
        writeFileSync(join(mine, 'cgroup.procs'), String(process.pid));
        rmdirSync(folder);
      } catch {
        // An empty group costs nothing.
      }
    });
    writeFileSync(join(folder, setting), most);
    writeFileSync(join(folder, 'cgroup.procs'), String(process.pid));
    return true;
  } catch {
    // Then a busy machine makes all times longer, quiet ones as well.
    return false;
  }
}
