import { canonicalDomain } from './domain-name.ts'

export type ServerNameProblem =
  | 'empty'
  | 'scheme'
  | 'space'
  | 'port-included'
  | 'address-instead'
  | 'malformed'

const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.|$)){4}$/

/** A server to connect to: a host name or an IP address, nothing around it. Null when it is one. */
export function serverNameProblem(server: string): ServerNameProblem | null {
  if (server === '') return 'empty'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(server) || server.includes('/')) return 'scheme'
  if (/\s/.test(server)) return 'space'
  if (server.includes('@')) return 'address-instead'
  if (ipv4.test(server) && !server.endsWith('.')) return null
  if (server.includes(':'))
    return isIpv6(server) ? null : /:[0-9]+$/.test(server) ? 'port-included' : 'malformed'
  // Names inside a firm's network may have an underscore, which no mail domain has.
  return canonicalDomain(server.toLowerCase().replaceAll('_', '-')) === null ? 'malformed' : null
}

/**
 * What was hardly meant otherwise: the host of a web address, a name without the spaces around it or without its port.
 * Null when nothing like a server name is left.
 */
export function correctedServerName(
  typed: string,
): { readonly server: string; readonly port: number | null } | null {
  const bare = typed
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/\s+/g, '')
  const [, host = bare, port] = /^(.*[^:]):(\d{1,5})$/.exec(bare) ?? []
  const server = serverNameProblem(bare) === null ? bare : host
  if (server === typed || serverNameProblem(server) !== null) return null
  return { server, port: server === bare || port === undefined ? null : Number(port) }
}

function isIpv6(text: string): boolean {
  return /^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`)
}
