import { sleep } from './sleep.js';

interface Locks {
  request(name: string, options: { readonly ifAvailable?: boolean }, work: (lock: unknown) => Promise<void>): Promise<void>;
}

/** Browsers carry what one tab stores to the others in their own time: a moment for that. */
const SETTLE_MS = 200;

/** The work that is under way in this process, by the name of its lock. */
const underWay = new Map<string, Promise<void>>();

/** The locks of this process, where the runtime has none. */
const ownLocks: Locks = {
  async request(name, { ifAvailable }, work) {
    const before = underWay.get(name);
    if (before && ifAvailable) return work(null);
    const turn = Promise.resolve(before).then(() => work(name));
    underWay.set(name, turn);
    await turn;
    if (underWay.get(name) === turn) underWay.delete(name);
  },
};

/**
 * Does work that only one at a time may do: of all tabs where the runtime has locks for them, of this process otherwise. The
 * next one comes a moment after it.
 *
 * @param work is told whether it had to wait for another one
 */
export function alone<Result>(name: string, work: (hasWaited: boolean) => Promise<Result>): Promise<Result> {
  const { navigator } = globalThis as { readonly navigator?: { readonly locks?: Locks } };
  const locks = navigator?.locks ?? ownLocks;
  return new Promise((resolve, reject) => {
    const turn = async (hasWaited: boolean): Promise<void> => {
      await work(hasWaited).then(resolve, reject);
      await sleep(SETTLE_MS, undefined);
    };
    const first = async (lock: unknown): Promise<void> => {
      if (lock) return turn(false);
      locks.request(name, {}, () => turn(true)).catch(reject);
    };
    locks.request(name, { ifAvailable: true }, first).catch(reject);
  });
}
