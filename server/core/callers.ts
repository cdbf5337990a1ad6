/** Remembers who used something last: a caller that is alone may use more of it. */
export interface Callers {
  /** Notes a use. */
  saw(key: string): void;
  /** Whether nobody else than this caller has used it for a second. */
  isAlone(key: string): boolean;
}

/** A caller is alone when nobody else has used it for this time, in ms. */
export const ALONE_AFTER_MS = 1000;

export function watchCallers(now: () => number = () => performance.now()): Callers {
  let last: string | null = null;
  let lastAt = -Infinity;
  /** When somebody else than `last` used it. */
  let othersAt = -Infinity;
  return {
    saw(key) {
      if (key !== last) {
        othersAt = lastAt;
        last = key;
      }
      lastAt = now();
    },
    isAlone: (key) => now() - (key === last ? othersAt : lastAt) > ALONE_AFTER_MS,
  };
}
