import type { Finding } from './found-server.ts'
import { readMsmtp } from './msmtp.ts'
import { readPostfix } from './postfix.ts'
import { readThunderbird } from './thunderbird.ts'
import { readWpMailSmtp } from './wp-mail-smtp.ts'

/** The most that is read of a file that another program wrote, in bytes. */
export const longestOutgoingFileBytes = 8 * 1024 * 1024

/**
 * The outgoing servers in a file whose kind only its content tells. `passwordTable`: what stands in the tables that a
 * Postfix main.cf names. Never throws; a file of no known kind has none.
 */
export function readOutgoingFile(text: string, passwordTable = ''): readonly Finding[] {
  if (text.includes('user_pref("mail.')) return readThunderbird(text)
  if (/^\s*[[{]/.test(text) || /define\(\s?['"]WPMS_/.test(text)) return readWpMailSmtp(text)
  if (/^relayhost[ \t]*=/m.test(text)) return readPostfix(text, passwordTable)
  return readMsmtp(text)
}
