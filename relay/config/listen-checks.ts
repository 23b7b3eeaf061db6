import { isIP } from 'node:net'
import { parseAddressBlock } from './address-block.ts'
import type { RelayConfiguration } from './configuration.ts'
import { type ConfigurationProblem, describeValue } from './schema-problem.ts'

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
    const found = describeValue(address, path)
    return { path: `${path}.address`, expected: 'an IP address of this machine, such as "127.0.0.1"', found }
  }
  const bad = entry.addresses?.findIndex((block) => parseAddressBlock(block) === null) ?? -1
  if (bad >= 0) {
    return {
      path: `${path}.addresses[${bad}]`,
      expected: blockExpectation,
      found: describeValue(entry.addresses?.[bad], 'addresses'),
    }
  }
  const other = listen.findIndex((one, index) => index < at && port !== 0 && sharePort(one, entry))
  if (other < 0) return null
  const same = listen[other]?.address === address
  const found = same ? `the same as listen[${other}]` : `a port that listen[${other}] takes on every address`
  return { path, expected: 'each address and port once', found }
}

/** What an entry of a list of addresses should be, in English. */
export const blockExpectation =
  'an IP address such as "192.168.1.20", or a CIDR block such as "192.168.1.0/24" with nothing behind its prefix'

/** The same place, or one that the other takes with all addresses: `0.0.0.0` has all of IPv4, `::` has those of both. */
function sharePort(one: Listen, other: Listen): boolean {
  if (one.port !== other.port) return false
  if (one.address === other.address || one.address === '::' || other.address === '::') return true
  const bothIpv4 = isIP(one.address) !== 6 && isIP(other.address) !== 6
  return bothIpv4 && (one.address === '0.0.0.0' || other.address === '0.0.0.0')
}
