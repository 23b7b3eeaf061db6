import { ownAddresses } from './own-addresses.ts'

/**
 * As rules write it: an IPv4 peer of a dual-stack socket is `::ffff:a.b.c.d` to Node, and a link-local one of IPv6
 * carries the name of the interface (`fe80::1%eth0`).
 */
export function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

/** `address` is plain, as above. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

const rememberedMs = 10_000
let own: { readonly addresses: ReadonlySet<string>; readonly atMs: number } | null = null

/**
 * Does the peer's address belong to this computer? A program here that calls one of the computer's own addresses comes
 * from there. The list of addresses is read again after 10 s at the earliest: strangers may ask often.
 */
export function isThisComputer(address: string): boolean {
  if (isLoopback(address)) return true
  const nowMs = performance.now()
  if (own === null || nowMs - own.atMs > rememberedMs)
    own = { addresses: new Set(ownAddresses()), atMs: nowMs }
  return own.addresses.has(address)
}
