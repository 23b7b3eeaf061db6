/** Where SMTP+ can be reached; other servers use other names. */
export function isSmtpPlusServer(server: string): boolean {
  return /(?:^|\.)smtpok\.com$/i.test(server.trim())
}

/**
 * `ok`: a port SMTP+ serves, or a usual one of another server. `implicit-tls`: 465 expects TLS from the first byte, which
 * neither SMTP+ nor this relay speaks. `submission-not-served` (587), `telnet-not-served` (23), `old-not-served` (26):
 * people arrive with these typed in. `not-served`: SMTP+ doesn't listen there. `unusual`: another server's odd port.
 */
export type PortVerdict =
  | 'ok'
  | 'not-a-port'
  | 'implicit-tls'
  | 'submission-not-served'
  | 'telnet-not-served'
  | 'old-not-served'
  | 'not-served'
  | 'unusual'

/** SMTP+ is served on 25 and on every port from 1025 to 5000. Everywhere else 25, 587 and 2525 are usual. */
export function judgePort(server: string, port: number): PortVerdict {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return 'not-a-port'
  if (port === 465) return 'implicit-tls'
  if (port === 25 || (port >= 1025 && port <= 5000)) return 'ok'
  if (!isSmtpPlusServer(server)) return port === 587 ? 'ok' : 'unusual'
  if (port === 587) return 'submission-not-served'
  if (port === 23) return 'telnet-not-served'
  return port === 26 ? 'old-not-served' : 'not-served'
}
