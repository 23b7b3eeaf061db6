import { isIP } from 'node:net'
import { parseAddressBlock } from './address-block.ts'
import type { RelayConfiguration } from './configuration.ts'
import { type ConfigurationProblem, foundKindOf, foundValue, problemAt } from './schema-problem.ts'

type Listen = RelayConfiguration['listen'][number]

/** What the schema can't see of the entry `at` of `listen`: its address, its list, and whether another one has its port. */
export function listenProblem(
  listen: readonly Listen[],
  entry: Listen,
  at: number,
): ConfigurationProblem | null {
  const path = `listen[${at}]`
  const { address, port } = entry
  if (isIP(address) === 0 && address !== 'localhost') {
    return problemAt(`${path}.address`, 'own-ip-address', foundValue(address, path))
  }
  const bad = entry.addresses?.findIndex((block) => parseAddressBlock(block) === null) ?? -1
  if (bad >= 0) {
    const found = foundValue(entry.addresses?.[bad], 'addresses')
    return problemAt(`${path}.addresses[${bad}]`, 'address-block', found)
  }
  const other = listen.findIndex((one, index) => index < at && port !== 0 && sharePort(one, entry))
  if (other < 0) return null
  const kind = listen[other]?.address === address ? 'same-listen' : 'port-of-all'
  return problemAt(path, 'unique-listen', foundKindOf(kind, `listen[${other}]`))
}

/** The same place, or one that the other takes with all addresses: `0.0.0.0` has all of IPv4, `::` has those of both. */
function sharePort(one: Listen, other: Listen): boolean {
  if (one.port !== other.port) return false
  if (one.address === other.address || one.address === '::' || other.address === '::') return true
  const bothIpv4 = isIP(one.address) !== 6 && isIP(other.address) !== 6
  return bothIpv4 && (one.address === '0.0.0.0' || other.address === '0.0.0.0')
}
