import type { OutgoingServer } from '../../../relay/domain/program-files/outgoing-server.ts'
import { lines, shellQuoted } from '../../../relay/domain/program-files/quoting.ts'

/** Magento 2.4: the same settings on its command line; it asks for the password by itself. */
export function magento({ server, port, username }: OutgoingServer): string {
  const set = (name: string, value: string): string =>
    `bin/magento config:set system/smtp/${name} ${shellQuoted(value)}`
  return lines(
    set('transport', 'smtp'),
    set('host', server),
    set('port', String(port)),
    set('auth', 'login'),
    set('ssl', 'tls'),
    set('username', username),
    'bin/magento config:sensitive:set --interactive system/smtp/password',
    'bin/magento cache:flush',
  )
}
