import { done, type Result } from '../result.ts'
import {
  checkOutgoingServer,
  checkPath,
  type FileText,
  type HandOverProblem,
  notWritable,
  type OutgoingServer,
} from './outgoing-server.ts'
import { lines } from './quoting.ts'

/** The three pieces of an Exim 4 configuration, each for its section. */
export type EximPieces = {
  readonly router: string
  readonly transport: string
  readonly authenticator: string
}

/**
 * Exim 4 as a client: TLS, the right certificate and AUTH are all required, or nothing is sent. The password is read
 * from `passwordFile` (absolute; for root and Exim's group alone) when it connects, and stands in no configuration.
 */
export function eximPieces(
  values: OutgoingServer,
  passwordFile: string,
): Result<EximPieces, HandOverProblem> {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const path = checkPath('passwordFile', passwordFile)
  if (!path.ok) return path
  // Inside ${readfile{…}} a brace would end the name.
  if (/[{}$\\]/.test(passwordFile)) return notWritable('passwordFile')
  const { server, port, username, certificateFile } = values
  // A backslash at the end of a line would take the next one in.
  if (certificateFile?.includes('\\')) return notWritable('certificateFile')
  return done({
    router: lines(
      'companion:',
      '  driver = manualroute',
      '  domains = ! +local_domains',
      '  transport = companion_smtp',
      `  route_list = * ${listItem(server)}`,
      certificateFile === null ? null : '  self = send',
      '  no_more',
    ),
    transport: lines(
      'companion_smtp:',
      '  driver = smtp',
      `  port = ${port}`,
      certificateFile === null ? null : '  allow_localhost',
      '  hosts_require_tls = *',
      '  hosts_require_auth = *',
      '  tls_verify_hosts = *',
      `  tls_verify_certificates = ${certificateFile === null ? 'system' : literal(certificateFile)}`,
      // Exim compares names, not addresses; exactly one certificate is trusted here anyway.
      certificateFile === null ? null : '  tls_verify_cert_hostnames =',
    ),
    authenticator: lines(
      'companion_login:',
      '  driver = plaintext',
      '  public_name = LOGIN',
      `  client_send = : ${listItem(sent(literal(username)))} : ${password(passwordFile)}`,
    ),
  })
}

/** The pieces in one file, each under the name of the section it belongs to. */
export function eximSnippet(values: OutgoingServer, passwordFile: string): FileText {
  const pieces = eximPieces(values, passwordFile)
  if (!pieces.ok) return pieces
  const { router, transport, authenticator } = pieces.value
  return done(`# routers\n${router}\n# transports\n${transport}\n# authenticators\n${authenticator}`)
}

/** An expanded option takes these two for its own. */
const literal = (text: string): string =>
  text.replaceAll('\\', String.raw`\\`).replaceAll('$', String.raw`\$`)

/** A list of Exim's ends its items at single colons. */
const listItem = (text: string): string => text.replaceAll(':', '::')

/** What is sent has NUL for one circumflex, and one for two. */
const sent = (text: string): string => text.replaceAll('^', '^^')

/** The file's text without line ends; its colons and circumflexes are data too. */
const password = (file: string): string => `\${sg{\${readfile{${listItem(file)}}{}}}{\\N\\^\\N}{^^}}`
