/** Fails with what the caller aborted with, or with an error of ours where the runtime keeps no reason. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new Error('Aborted');
}

/**
 * A signal that is aborted when the time is up or `signal` is. `AbortSignal.timeout` and `AbortSignal.any` would do, but
 * React Native and older browsers do not have them.
 */
export function timeLimit(milliseconds: number, signal: AbortSignal | undefined): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  // Timers overflow.
  const timer = setTimeout(() => controller.abort(new Error(`none within ${milliseconds} ms`)), Math.min(milliseconds, 2 ** 31 - 1));
  signal?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}
