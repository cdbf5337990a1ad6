import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { defineError, type CrmError } from '../../core/errors.js';

export const HostNotAllowed = defineError<{ host: string }>('HOST_NOT_ALLOWED', {
  status: 421,
  description: 'The server does not answer to the name that it was asked under.',
});

export interface HostRules {
  /** Names and addresses that the server answers to, in lower case and without a port. */
  readonly hosts: readonly string[];
  /** Whether it answers to every IP address as well. */
  readonly takesAnyAddress: boolean;
}

/**
 * Refuses requests under names that are not the server's. A page of a stranger's can make its own name lead to this
 * machine (DNS rebinding) and would then be of the same origin; the name in the request still is the stranger's.
 */
export function createHostCheck({ hosts, takesAnyAddress }: HostRules): (request: FastifyRequest) => CrmError | null {
  const known = new Set(hosts);
  const isKnown = (name: string): boolean => known.has(name) || isLoopback(name) || (takesAnyAddress && isIP(name) > 0);
  return (request) => {
    // A page can also send X-Forwarded-Host, so a proxy's word comes on top of what stands in the request itself.
    const stranger = [request.headers.host ?? '', request.host].find((host) => !isKnown(nameOf(host)));
    return stranger === undefined ? null : HostNotAllowed({ host: stranger.slice(0, 200) });
  };
}

/** A name that leads to the caller's own machine and nowhere else, whatever a name server says. */
export const isLoopback = (name: string): boolean => /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1)$/.test(name);

/** `CRM.example.com.:4000` → `crm.example.com`, `[::1]:4000` → `::1`; what is no host becomes ''. */
export function nameOf(host: string): string {
  const [, address, name] = /^(?:\[([\da-f:.]+)\]|([^:[\]]+))(?::\d*)?$/i.exec(host.trim()) ?? [];
  return (address ?? name ?? '').toLowerCase().replace(/\.$/, '');
}
