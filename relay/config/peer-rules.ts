import type { ListenAddress } from '../domain/relay-event.ts'
import { addressMatcher } from './address-block.ts'
import type { RelayConfiguration } from './configuration.ts'

/** Does the list of this address of `listen` name the peer? Without a list nobody is named. */
export type PeerRules = (listen: ListenAddress, peerAddress: string) => boolean

/**
 * Who may connect from beyond this computer, address by address of `listen`. Each address and port stands there once
 * (semantic-checks), but for port 0, where lists of the same address count together.
 */
export function peerRules(listen: RelayConfiguration['listen']): PeerRules {
  const blocks = new Map<string, string[]>()
  for (const { addresses = [], ...at } of listen) {
    blocks.set(keyOf(at), [...(blocks.get(keyOf(at)) ?? []), ...addresses])
  }
  const matchers = new Map([...blocks].map(([key, list]) => [key, addressMatcher(list)]))
  return (at, peerAddress) => matchers.get(keyOf(at))?.(peerAddress) ?? false
}

function keyOf({ address, port }: ListenAddress): string {
  return `${address} ${port}`
}
