import { networkInterfaces } from 'node:os'

/** Every address this computer has now, loopback included. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((card) => (card ?? []).map(({ address }) => address))
}

/** "Every address" is no place to call: all that this computer has now, but for those that count on one cable only. */
export function realAddresses(address: string): string[] {
  if (address !== '0.0.0.0' && address !== '::') return [address]
  return ownAddresses().filter((one) => !one.startsWith('fe80:') && (address === '::' || !one.includes(':')))
}
