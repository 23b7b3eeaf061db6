import { done } from '../result.ts'
import { checkOutgoingServer, checkPath, type FileText, type OutgoingServer } from './outgoing-server.ts'
import { lines, shellQuoted } from './quoting.ts'

/**
 * msmtp(1), "Configuration files": one account, which is the default one. Its reader takes off one pair of double quotes
 * around a value and knows no escapes, so that a value between quotes is what it says. `passwordFile`: absolute; its
 * first line is the password, and its rights are 0600.
 */
export function msmtprc(values: OutgoingServer, passwordFile: string): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const path = checkPath('passwordFile', passwordFile)
  if (!path.ok) return path
  const { server, port, username, from, certificateFile } = values
  return done(
    lines(
      'account companion',
      `host ${server}`,
      `port ${port}`,
      'tls on',
      'tls_starttls on',
      'tls_certcheck on',
      certificateFile === null ? 'tls_trust_file system' : `tls_trust_file "${certificateFile}"`,
      'auth on',
      `user "${username}"`,
      `passwordeval "cat ${shellQuoted(passwordFile)}"`,
      `from "${from}"`,
      '',
      'account default : companion',
    ),
  )
}
