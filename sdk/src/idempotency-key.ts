/**
 * A key that no other call has. `crypto.randomUUID` would do, but browsers have it on secure pages only; React Native has no
 * `crypto` at all, and a key has to be unique, not secret.
 */
export function idempotencyKey(): string {
  const bytes = new Uint8Array(16).map(() => Math.random() * 256);
  const { crypto } = globalThis as Partial<Pick<typeof globalThis, 'crypto'>>;
  crypto?.getRandomValues(bytes);
  return bytes.reduce((key, byte) => key + byte.toString(16).padStart(2, '0'), '');
}
