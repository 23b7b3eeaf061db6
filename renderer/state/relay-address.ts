import type { RelayView } from '../../electron/ipc/window-contract.ts'

export type ListenAddress = RelayView['listen'][number]

/** Where a program on this computer sends to: the IPv4 loopback if the relay is there, else what it listens on first. */
export function addressForPrograms(listen: readonly ListenAddress[]): ListenAddress | null {
  return listen.find(({ address }) => address === '127.0.0.1') ?? listen[0] ?? null
}

/** Addresses that other computers can reach. */
export function openAddresses(listen: readonly ListenAddress[]): readonly ListenAddress[] {
  return listen.filter(({ address }) => !address.startsWith('127.') && address !== '::1')
}

/** `127.0.0.1:2525`, `[::1]:2525`. */
export function writeAddress({ address, port }: ListenAddress): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
