import type { GuideValues } from '../guide-values.ts'
import { lines, quoted, userOf } from './quoting.ts'

/** msmtp 1.6 and later; the password in a file of its own. */
function msmtprc(values: GuideValues, passwordFile: string): string {
  const { server, port, from, certificateFile } = values
  return lines(
    'account companion',
    `host ${server}`,
    `port ${port}`,
    'tls on',
    'tls_starttls on',
    certificateFile === null ? 'tls_trust_file system' : `tls_trust_file ${quoted(certificateFile)}`,
    'auth on',
    `user ${quoted(userOf(values))}`,
    `passwordeval "cat ${passwordFile}"`,
    `from ${from}`,
    '',
    'account default : companion',
  )
}

/** ~/.msmtprc of one person. */
export const msmtp = (values: GuideValues): string => msmtprc(values, '~/.config/msmtp/companion-password')

/** /etc/msmtprc, for programs that call sendmail. */
export const sendmail = (values: GuideValues): string => msmtprc(values, '/etc/msmtp-companion-password')

/** Postfix 3: main.cf and the line of the password file. */
export function postfix(values: GuideValues): string {
  const { server, port, certificateFile } = values
  const nextHop = `[${server}]:${port}`
  return lines(
    '# /etc/postfix/main.cf',
    `relayhost = ${nextHop}`,
    'smtp_sasl_auth_enable = yes',
    'smtp_sasl_password_maps = hash:/etc/postfix/companion_password',
    'smtp_sasl_security_options = noanonymous',
    'smtp_sasl_tls_security_options = noanonymous',
    'smtp_tls_security_level = verify',
    `smtp_tls_CAfile = ${certificateFile ?? '/etc/ssl/certs/ca-certificates.crt'}`,
    // Postfix compares names, not addresses: the relay's certificate is for localhost too.
    certificateFile === null ? null : 'smtp_tls_verify_cert_match = localhost',
    '',
    '# /etc/postfix/companion_password',
    `${nextHop} ${userOf(values)}:YOUR-PASSWORD`,
  )
}

/** Exim 4: router, transport and authenticator. */
export function exim(values: GuideValues): string {
  const { server, port, certificateFile } = values
  return lines(
    '# routers',
    'companion:',
    '  driver = manualroute',
    '  domains = ! +local_domains',
    '  transport = companion_smtp',
    `  route_list = * ${server}::${port}`,
    certificateFile === null ? null : '  self = send',
    '  no_more',
    '',
    '# transports',
    'companion_smtp:',
    '  driver = smtp',
    certificateFile === null ? null : '  allow_localhost',
    '  hosts_require_tls = *',
    '  hosts_require_auth = *',
    '  tls_verify_hosts = *',
    `  tls_verify_certificates = ${certificateFile ?? 'system'}`,
    // It compares names, not addresses; exactly one certificate is trusted here anyway.
    certificateFile === null ? null : '  tls_verify_cert_hostnames =',
    '',
    '# authenticators',
    'companion_login:',
    '  driver = plaintext',
    '  public_name = LOGIN',
    `  client_send = : ${userOf(values)} : \${readfile{/etc/exim4/companion-password}{}}`,
  )
}
