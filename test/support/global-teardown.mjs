/** Closes the shared server where the tests ran in this process, and leaves nothing of the run on the database server. */
export default async function teardown() {
  await globalThis.closeSharedWorkspace?.();
  if (globalThis.stopTestDatabase) return globalThis.stopTestDatabase();
  const { dropDatabases } = await import('./database.js');
  await dropDatabases();
}
