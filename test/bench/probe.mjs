/** Loaded into each server before its own code: says what it uses, and ends it when the bench is gone. */
process.on('disconnect', () => process.exit(0));
process.on('message', ({ ask }) => {
  if (ask === 'collect') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send({ cpuMicros: user + system, ...process.memoryUsage() });
});
process.channel.unref();
