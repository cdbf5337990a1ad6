/**
 * Answers to those who ask for too much at once. They come back as soon as they are answered, so each answer waits until it is due:
 * a few of an address at once, then so many a second. Whoever keeps too many waiting is not answered.
 */
export interface Refusals {
  /** Waits until a refusal is due. @returns false when it is not to be sent at all */
  due(address: string): Promise<boolean>;
}

/** Refusals of an address that are sent at once, and how far those after them are apart. */
const AT_ONCE = 20;
const EVERY_MS = 10;
const MAX_WAITING = 2000;
const MAX_WAITING_PER_ADDRESS = 500;

const later = (act: () => void, ms: number): void => void setTimeout(act, ms).unref();

/** @param after runs something after so many ms */
export function createRefusals(now: () => number = () => performance.now(), after = later): Refusals {
  /** When the next refusal of an address would be due if none were sent at once. */
  const nextOf = new Map<string, number>();
  let waiting = 0;
  return {
    due(address) {
      const at = now();
      const next = Math.max(nextOf.get(address) ?? 0, at);
      const wait = next - at - AT_ONCE * EVERY_MS;
      if (wait > MAX_WAITING_PER_ADDRESS * EVERY_MS || waiting >= MAX_WAITING) return Promise.resolve(false);
      nextOf.delete(address);
      nextOf.set(address, next + EVERY_MS);
      // The one that was refused the longest time ago.
      const [oldest, until] = nextOf.entries().next().value!;
      if (until <= at) nextOf.delete(oldest);
      if (wait <= 0) return Promise.resolve(true);
      waiting++;
      return new Promise((resolve) => {
        after(() => {
          waiting--;
          resolve(true);
        }, wait);
      });
    },
  };
}
