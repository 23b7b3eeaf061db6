import { done } from '../result.ts'
import {
  checkFilePassword,
  checkOutgoingServer,
  type FileText,
  notWritable,
  type OutgoingServer,
} from './outgoing-server.ts'
import { lines, phpQuoted } from './quoting.ts'

/**
 * The constants of WP Mail SMTP (its documentation, "How to Secure SMTP Settings by Using Constants") for wp-config.php,
 * above "stop editing". Without a password the website's environment has it.
 */
export function wordPressConstants(values: OutgoingServer, password: string | null): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const fit = password === null ? done('') : checkFilePassword(password)
  if (!fit.ok) return fit
  const constant = (name: string, value: string): string => `define( '${name}', ${value} );`
  return done(
    lines(
      constant('WPMS_ON', 'true'),
      constant('WPMS_MAILER', "'smtp'"),
      constant('WPMS_SMTP_HOST', phpQuoted(values.server)),
      constant('WPMS_SMTP_PORT', String(values.port)),
      constant('WPMS_SSL', "'tls'"),
      constant('WPMS_SMTP_AUTH', 'true'),
      constant('WPMS_SMTP_AUTOTLS', 'true'),
      constant('WPMS_SMTP_USER', phpQuoted(values.username)),
      constant('WPMS_SMTP_PASS', password === null ? "getenv( 'SMTP_PASSWORD' )" : phpQuoted(password)),
      constant('WPMS_MAIL_FROM', phpQuoted(values.from)),
      constant('WPMS_MAIL_FROM_FORCE', 'true'),
    ),
  )
}

/**
 * A `.env` file. Its readers (shells, dotenv, Docker, systemd) agree on bare words and, but for Docker's --env-file, on
 * single quotes without anything escaped in them; on nothing else, so nothing else is written.
 */
export function environmentFile(values: OutgoingServer, password: string | null): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const fit = password === null ? done('') : checkFilePassword(password)
  if (!fit.ok) return fit
  const wanted = [
    ['username', 'SMTP_USERNAME', values.username],
    ['password', 'SMTP_PASSWORD', password],
    ['from', 'SMTP_FROM', values.from],
    ['certificateFile', 'SMTP_CA_FILE', values.certificateFile],
  ] as const
  const bad = wanted.find(([, , value]) => value !== null && /['\\]/.test(value))
  if (bad) return notWritable(bad[0])
  return done(
    lines(
      `SMTP_HOST=${values.server}`,
      `SMTP_PORT=${values.port}`,
      'SMTP_ENCRYPTION=starttls',
      ...wanted.map(([, name, value]) => (value === null ? null : `${name}=${environmentValue(value)}`)),
    ),
  )
}

const environmentValue = (value: string): string => (/^[\w.@:+/-]*$/.test(value) ? value : `'${value}'`)
