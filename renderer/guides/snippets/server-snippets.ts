import { eximSnippet } from '../../../relay/domain/program-files/exim.ts'
import { msmtprc } from '../../../relay/domain/program-files/msmtprc.ts'
import type { FileText, OutgoingServer } from '../../../relay/domain/program-files/outgoing-server.ts'
import { postfixMain, postfixPasswords } from '../../../relay/domain/program-files/postfix.ts'
import { done } from '../../../relay/domain/result.ts'

/** ~/.msmtprc of one person. */
export const msmtp = (server: OutgoingServer): FileText =>
  msmtprc(server, '~/.config/msmtp/companion-password')

/** /etc/msmtprc, for programs that call sendmail. */
export const sendmail = (server: OutgoingServer): FileText => msmtprc(server, '/etc/msmtp-companion-password')

const postfixPasswordFile = '/etc/postfix/companion_password'

/** Postfix 3: main.cf and the line of the password file. */
export function postfix(server: OutgoingServer): FileText {
  const main = postfixMain(server, postfixPasswordFile)
  if (!main.ok) return main
  const passwords = postfixPasswords(server, 'YOUR-PASSWORD')
  if (!passwords.ok) return passwords
  return done(`# /etc/postfix/main.cf\n${main.value}\n# ${postfixPasswordFile}\n${passwords.value}`)
}

/** Exim 4: router, transport and authenticator. */
export const exim = (server: OutgoingServer): FileText => eximSnippet(server, '/etc/exim4/companion-password')
