/**
 * Whose word on a caller's address, host and protocol is taken: nobody's, that of so many proxies, or that of those named.
 *
 * @returns fastify's `trustProxy`; it gives `request.ip`, `request.host` and `request.protocol` their meaning
 */
export function trustProxy(proxies: number | readonly string[]): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies !== 'number') return [...proxies];
  // Given the number itself, fastify trusts nobody: it can't tell that there is no way past the proxies. The operator says so.
  return proxies > 0 && ((_address, hop) => hop < proxies);
}
