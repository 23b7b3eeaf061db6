import type { GuideValues } from '../guide-values.ts'
import { lines, phpQuoted, shellQuoted, userOf } from './quoting.ts'

/** The plugin's constants for wp-config.php, above "stop editing". */
export function wordPress(values: GuideValues): string {
  const constant = (name: string, value: string): string => `define( '${name}', ${value} );`
  return lines(
    constant('WPMS_ON', 'true'),
    constant('WPMS_MAILER', "'smtp'"),
    constant('WPMS_SMTP_HOST', phpQuoted(values.server)),
    constant('WPMS_SMTP_PORT', String(values.port)),
    constant('WPMS_SSL', "'tls'"),
    constant('WPMS_SMTP_AUTH', 'true'),
    constant('WPMS_SMTP_AUTOTLS', 'true'),
    constant('WPMS_SMTP_USER', phpQuoted(userOf(values))),
    constant('WPMS_SMTP_PASS', "getenv( 'SMTP_PASSWORD' )"),
    constant('WPMS_MAIL_FROM', phpQuoted(values.from)),
    constant('WPMS_MAIL_FROM_FORCE', 'true'),
  )
}

/** Magento 2.4: the same settings on its command line; it asks for the password by itself. */
export function magento(values: GuideValues): string {
  const set = (name: string, value: string): string =>
    `bin/magento config:set system/smtp/${name} ${shellQuoted(value)}`
  return lines(
    set('transport', 'smtp'),
    set('host', values.server),
    set('port', String(values.port)),
    set('auth', 'login'),
    set('ssl', 'tls'),
    set('username', userOf(values)),
    'bin/magento config:sensitive:set --interactive system/smtp/password',
    'bin/magento cache:flush',
  )
}
