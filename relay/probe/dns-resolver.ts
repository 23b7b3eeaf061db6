import { Resolver } from 'node:dns/promises'

/** What is asked of the DNS; Node's own resolver, or a test's. Both reject with an error that has a `code`. */
export type DnsResolver = {
  resolveTxt(name: string): Promise<string[][]>
  resolveCname(name: string): Promise<string[]>
  /** ends what it still waits for, with `ECANCELLED` */
  cancel(): void
}

/**
 * Resolvers for `servers` (IP addresses, with a port if it isn't 53), one for each: their caches differ, and a record
 * that one of them doesn't see yet another may. None named: those of this computer.
 */
export function dnsResolvers(servers: readonly string[]): readonly DnsResolver[] {
  const make = (own: readonly string[] | null): DnsResolver => {
    // Two tries of two seconds leave the whole inside the limit.
    const resolver = new Resolver({ timeout: 2000, tries: 2 })
    if (own) resolver.setServers(own)
    return resolver
  }
  return servers.length === 0 ? [make(null)] : servers.map((server) => make([server]))
}
