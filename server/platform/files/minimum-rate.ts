/** Time that a sender has left: it goes while the receiver waits, and comes back with what arrives. */
export interface TimeCredit {
  /** In ms; at most what it was at first. */
  readonly left: number;
  earn(bytes: number): void;
  spend(ms: number): void;
}

/** A sender who keeps up the rate never runs out of it, however much is sent; one that drips does. */
export function createTimeCredit({ ms, bytesPerSecond }: { readonly ms: number; readonly bytesPerSecond: number }): TimeCredit {
  let left = ms;
  return {
    get left() {
      return left;
    },
    earn: (bytes) => void (left = Math.min(ms, left + (bytes / bytesPerSecond) * 1000)),
    spend: (waited) => void (left = Math.max(0, left - waited)),
  };
}

/**
 * Passes on what a source yields, and gives up when it does not keep up a minimum rate. Only the time that the source takes counts,
 * not that of whoever takes its parts.
 *
 * @param giveUp ends the source
 */
export async function* atMinimumRate(source: AsyncIterable<Buffer>, credit: TimeCredit, giveUp: () => void): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const timer = setTimeout(giveUp, credit.left);
      const since = performance.now();
      const part = await parts.next().finally(() => clearTimeout(timer));
      if (part.done) return;
      credit.spend(performance.now() - since);
      credit.earn(part.value.length);
      yield part.value;
    }
  } finally {
    await parts.return?.();
  }
}
