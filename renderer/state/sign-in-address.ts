import type { LoginKind } from '../../electron/ipc/window-logins.ts'
import { addressForPrograms, type ListenAddress, openAddresses } from './relay-address.ts'

/**
 * What the program of a sign-in types as its server. `elsewhere`: what the same program would type on another computer,
 * while the door to the network is open. `no-door`: it stands beside this computer, and nothing there can reach the relay.
 */
export type SignInAddress =
  | {
      readonly reason: 'found'
      readonly server: ListenAddress
      readonly elsewhere: ListenAddress | null
    }
  | { readonly reason: 'no-door' }
  | { readonly reason: 'not-listening' }

/** What of a sign-in says where its program stands. */
type Whereabouts = { readonly kind: LoginKind | null; readonly addresses: readonly string[] }

/** `login`: null for programs in general. */
export function signInAddress(listen: readonly ListenAddress[], login: Whereabouts | null): SignInAddress {
  const here = addressForPrograms(listen)
  if (here === null) return { reason: 'not-listening' }
  if (login !== null && isBeside(login)) {
    const server = addressForDevice(listen, login.addresses)
    return server ? { reason: 'found', server, elsewhere: null } : { reason: 'no-door' }
  }
  return { reason: 'found', server: here, elsewhere: addressForDevice(listen, []) }
}

/**
 * Of the addresses other computers can reach, the one in the device's network: the one that has most bits in common
 * with an address the device sends from. Null when none is open, or none of the device's kind (IPv4, IPv6).
 */
export function addressForDevice(
  listen: readonly ListenAddress[],
  deviceAddresses: readonly string[],
): ListenAddress | null {
  const open = openAddresses(listen)
  const beyond = deviceAddresses.filter((address) => !isLoopback(address)).map(bitsOf)
  if (beyond.length === 0) return open[0] ?? null
  const inCommon = (door: ListenAddress): number =>
    Math.max(...beyond.map((device) => bitsInCommon(bitsOf(door.address), device)))
  return open
    .filter((door) => inCommon(door) >= 0)
    .reduce<ListenAddress | null>(
      (best, door) => (best === null || inCommon(door) > inCommon(best) ? door : best),
      null,
    )
}

// A printer is always a device of its own, and so is whoever is known by an address that isn't loopback.
function isBeside({ kind, addresses }: Whereabouts): boolean {
  return addresses.length > 0 ? addresses.some((address) => !isLoopback(address)) : kind === 'device'
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address.split('/', 1)[0] === '::1'
}

/** -1: of two kinds. */
function bitsInCommon(one: string, other: string): number {
  if (one.length !== other.length) return -1
  const differs = Array.from(one).findIndex((bit, at) => bit !== other[at])
  return differs === -1 ? one.length : differs
}

/** 32 or 128 bits as text; of a block such as `192.168.1.0/24` those of its first address. */
function bitsOf(block: string): string {
  const [address = ''] = block.split('/', 1)
  const [parts, base, width] = address.includes(':')
    ? ([groupsOf(address), 16, 16] as const)
    : ([address.split('.'), 10, 8] as const)
  return parts
    .map((part) =>
      Number.parseInt(part || '0', base)
        .toString(2)
        .padStart(width, '0'),
    )
    .join('')
}

/** The eight groups of an IPv6 address (RFC 4291 2.2). */
function groupsOf(address: string): readonly string[] {
  const [before = '', after] = address.split('::')
  const groups = before.split(':')
  if (after === undefined) return groups
  const last = after.split(':')
  return [...groups, ...Array<string>(Math.max(8 - groups.length - last.length, 0)).fill('0'), ...last]
}
