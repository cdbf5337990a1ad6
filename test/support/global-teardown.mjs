/** Stops what `global-setup.mjs` started, and the server of the tests where they ran in this process. */
export default async function teardown() {
  await globalThis.closeSharedWorkspace?.();
  await globalThis.stopTestDatabase?.();
}
