import { isAscii } from 'node:buffer'
import type { RecipientDsn } from '../domain/dsn-request.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import type { UpstreamAbilities } from './session-log.ts'

/**
 * MAIL FROM with what the message needs and the server offers: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531),
 * RET and ENVID (RFC 3461). Ends with CRLF.
 */
export function mailCommand(
  message: ClaimedMessage,
  abilities: UpstreamAbilities,
  needsSmtpUtf8: boolean,
): string {
  const { ret, envid } = (abilities.dsn ? message.dsn : null) ?? { ret: null, envid: null }
  const parameters =
    (abilities.size ? ` SIZE=${message.bytes}` : '') +
    (abilities.eightBitMime && message.eightBitMime ? ' BODY=8BITMIME' : '') +
    (needsSmtpUtf8 ? ' SMTPUTF8' : '') +
    (ret === null ? '' : ` RET=${ret}`) +
    (envid === null ? '' : ` ENVID=${envid}`)
  return `MAIL FROM:<${checked(message.mailFrom)}>${checked(parameters)}\r\n`
}

/** RCPT TO, with NOTIFY and ORCPT where something was asked for and the server offers DSN. Ends with CRLF. */
export function recipientCommand(address: string, asked: RecipientDsn | null, utf8: boolean): string {
  const notify = asked?.notify ? ` NOTIFY=${asked.notify.join(',')}` : ''
  // An original recipient beyond ASCII may only be named where SMTPUTF8 is spoken (RFC 6533 3).
  const orcpt = asked?.orcpt && (utf8 || isAscii(Buffer.from(asked.orcpt))) ? ` ORCPT=${asked.orcpt}` : ''
  return `RCPT TO:<${checked(address)}>${checked(notify + orcpt)}\r\n`
}

// The listener takes no such address; a damaged database must not be able to write commands.
function checked(text: string): string {
  if (/[\p{Cc}<>]/u.test(text)) throw new Error('an address holds what no address can hold')
  return text
}
