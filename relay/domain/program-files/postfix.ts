import { done } from '../result.ts'
import {
  checkFilePassword,
  checkOutgoingServer,
  checkPath,
  type FileText,
  notWritable,
  type OutgoingServer,
} from './outgoing-server.ts'
import { lines } from './quoting.ts'

const publicAuthorities = '/etc/ssl/certs/ca-certificates.crt'

/**
 * The lines for main.cf (postconf(5)) that send everything out through this server. `secure`: without STARTTLS and
 * the right certificate nothing is sent. `texthash` reads the password file as it is; postmap isn't needed.
 * `passwordFile`: absolute, 0600, of root.
 */
export function postfixMain(values: OutgoingServer, passwordFile: string): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const path = checkPath('passwordFile', passwordFile)
  if (!path.ok) return path
  // A list of tables is separated by these.
  if (/[\s,{}]/.test(passwordFile)) return notWritable('passwordFile')
  const { certificateFile } = values
  return done(
    lines(
      `relayhost = ${nextHop(values)}`,
      'smtp_sasl_auth_enable = yes',
      `smtp_sasl_password_maps = texthash:${literal(passwordFile)}`,
      'smtp_sasl_security_options = noanonymous',
      'smtp_sasl_tls_security_options = noanonymous',
      'smtp_tls_security_level = secure',
      `smtp_tls_CAfile = ${literal(certificateFile ?? publicAuthorities)}`,
      // Postfix compares names, not addresses: the relay's certificate is for localhost too.
      certificateFile === null ? null : 'smtp_tls_secure_cert_match = localhost',
    ),
  )
}

/** The password file that goes with it: one line. Its user name ends at the first colon. */
export function postfixPasswords(values: OutgoingServer, password: string): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const fit = checkFilePassword(password)
  if (!fit.ok) return fit
  if (values.username.includes(':')) return notWritable('username')
  return done(`${nextHop(values)} ${values.username}:${password}\n`)
}

/** Brackets: this very server, not the mail exchangers of its domain. */
const nextHop = ({ server, port }: OutgoingServer): string => `[${server}]:${port}`

/** main.cf expands `$name`; two stand for one. */
const literal = (text: string): string => text.replaceAll('$', '$$$$')
