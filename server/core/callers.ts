/** Who has used something lately; what a caller may use depends on whether others are there. */
export interface Callers {
  /** Notes a use. */
  saw(key: string): void;
  /** Whether nobody else than this caller has used it for a second. */
  isAlone(key: string): boolean;
}

/** Callers are alone when nobody else has been there for so long, in ms. */
export const ALONE_AFTER_MS = 1000;

export function watchCallers(now: () => number = () => performance.now()): Callers {
  let last: string | null = null;
  let lastAt = -Infinity;
  /** When somebody else than the last one was there. */
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
