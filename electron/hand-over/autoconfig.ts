import {
  checkOutgoingServer,
  type FileText,
  type OutgoingServer,
} from '../../relay/domain/program-files/outgoing-server.ts'
import { lines, xmlEscaped } from '../../relay/domain/program-files/quoting.ts'
import { done } from '../../relay/domain/result.ts'
import { type IncomingServer, incomingServer } from './incoming-server.ts'

/**
 * A Thunderbird autoconfig file for the addresses of one domain (Mozilla's "Autoconfig: file format", version 1.1),
 * saved as `isp/DOMAIN.xml` in Thunderbird's program folder. It has no place for a password.
 */
export function autoconfig(values: OutgoingServer, incoming: IncomingServer): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  if (!incomingServer.safeParse(incoming).success)
    return { ok: false, problem: { reason: 'malformed', field: 'incoming' } }
  const domain = xmlEscaped(values.from.slice(values.from.lastIndexOf('@') + 1))
  return done(
    lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<clientConfig version="1.1">',
      `  <emailProvider id="${domain}">`,
      `    <domain>${domain}</domain>`,
      `    <displayName>${domain}</displayName>`,
      `    <displayShortName>${domain}</displayShortName>`,
      `    <incomingServer type="${incoming.type}">`,
      ...serverLines(
        incoming.server,
        incoming.port,
        incoming.encryption === 'tls' ? 'SSL' : 'STARTTLS',
        incoming.username,
      ),
      '    </incomingServer>',
      '    <outgoingServer type="smtp">',
      ...serverLines(values.server, values.port, 'STARTTLS', values.username),
      '    </outgoingServer>',
      '  </emailProvider>',
      '</clientConfig>',
    ),
  )
}

/** `password-cleartext`: the ordinary sign-in, inside TLS. */
const serverLines = (
  server: string,
  port: number,
  socketType: 'SSL' | 'STARTTLS',
  username: string,
): readonly string[] => [
  `      <hostname>${xmlEscaped(server)}</hostname>`,
  `      <port>${port}</port>`,
  `      <socketType>${socketType}</socketType>`,
  `      <username>${xmlEscaped(username)}</username>`,
  '      <authentication>password-cleartext</authentication>',
]
