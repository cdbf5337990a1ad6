/** Stops what `global-setup.ts` started. */
export default async function teardown(): Promise<void> {
  await (globalThis as { stopTestDatabase?: () => Promise<void> }).stopTestDatabase?.();
}
