import { BlockList, isIP } from 'node:net'

export type AddressBlock = {
  readonly address: string
  readonly prefix: number
  readonly family: 'ipv4' | 'ipv6'
  /** the same text for the same block, however it is written */
  readonly key: string
}

/**
 * Reads an address or a CIDR block (RFC 4632, RFC 4291 2.3), like `192.168.1.20`, `192.168.1.0/24` or `fd00::/8`.
 * Null when it is neither, when bits behind the prefix are set (is `192.168.1.20/24` one printer or the whole floor?),
 * and for IPv4 written as IPv6: peers are compared with the plain form, so it would never match.
 */
export function parseAddressBlock(text: string): AddressBlock | null {
  const [address = '', prefixText, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0 || address.includes('%')) return null
  const longest = version === 4 ? 32 : 128
  if (prefixText !== undefined && !/^(?:0|[1-9][0-9]{0,2})$/.test(prefixText)) return null
  const prefix = prefixText === undefined ? longest : Number(prefixText)
  if (prefix > longest || prefix === 0) return null
  const bits = version === 4 ? ipv4Bits(address) : ipv6Bits(address)
  if (/1/.test(bits.slice(prefix)) || (version === 6 && bits.startsWith(mappedIpv4))) return null
  return {
    address,
    prefix,
    family: version === 4 ? 'ipv4' : 'ipv6',
    key: `${version} ${bits.slice(0, prefix)}`,
  }
}

/** Is the address in one of the blocks? IPv4 mapped into IPv6 (`::ffff:192.0.2.1`) counts as IPv4. */
export function addressMatcher(blocks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const text of blocks) {
    const block = parseAddressBlock(text)
    if (block) list.addSubnet(block.address, block.prefix, block.family)
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=[0-9]+\.)/i, '')
    const version = isIP(plain)
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
  }
}

/** ::ffff:0:0/96 (RFC 4291 2.5.5.2) */
const mappedIpv4 = '0'.repeat(80) + '1'.repeat(16)

function ipv4Bits(address: string): string {
  return address
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
}

function ipv6Bits(address: string): string {
  // An IPv4 tail is two groups.
  const plain = address.replace(/[0-9.]+$/, (tail) => (tail.includes('.') ? groupsOf(tail) : tail))
  const [head = '', end] = plain.split('::')
  const before = head.split(':').filter((group) => group !== '')
  const after = (end ?? '').split(':').filter((group) => group !== '')
  const between = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...between, ...after]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('')
}

function groupsOf(ipv4: string): string {
  const bits = ipv4Bits(ipv4)
  return [bits.slice(0, 16), bits.slice(16)].map((half) => Number.parseInt(half, 2).toString(16)).join(':')
}
