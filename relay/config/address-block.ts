import { BlockList, isIP } from 'node:net'

/**
 * Reads an address or a CIDR block (RFC 4632, RFC 4291 2.3), like `192.168.1.20`, `192.168.1.0/24` or `fd00::/8`.
 * Null when it is neither, or when bits behind the prefix are set: then it is unclear which addresses are meant.
 */
export function parseAddressBlock(
  text: string,
): { readonly address: string; readonly prefix: number; readonly family: 'ipv4' | 'ipv6' } | null {
  const [address = '', prefixText, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0 || address.includes('%')) return null
  const longest = version === 4 ? 32 : 128
  if (prefixText !== undefined && !/^(?:0|[1-9][0-9]{0,2})$/.test(prefixText)) return null
  const prefix = prefixText === undefined ? longest : Number(prefixText)
  if (prefix > longest || prefix === 0) return null
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' }
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
