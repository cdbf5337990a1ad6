/** A key that no other call has. `crypto.randomUUID` would do, but browsers have it on secure pages only. */
export const idempotencyKey = (): string =>
  crypto.getRandomValues(new Uint8Array(16)).reduce((key, byte) => key + byte.toString(16).padStart(2, '0'), '');
