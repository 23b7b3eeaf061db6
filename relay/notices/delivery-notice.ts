import { type DeliveryReport, deliveryStatus } from '../domain/delivery-status.ts'
import { composeOwnMessage, textEntity } from '../own-message.ts'
import type { NoticeText } from './notice-words.ts'

/** RFC 3834, 5: an answer that nobody may answer automatically. */
const automatic = 'Auto-Submitted: auto-replied'

/** What of the failed message goes back with a notice (RFC 3461 6.2): all of it, or its header alone. */
export type ReturnedContent = { readonly whole: boolean; readonly bytes: Uint8Array }

/**
 * A delivery status notification as a complete message but for Date and Message-ID: multipart/report (RFC 6522) of
 * words for people, message/delivery-status (RFC 3464), and what it is about. From the sender to itself: no other
 * address is known to be authorized. `boundary`: must stand nowhere in what is returned.
 */
export function composeDeliveryNotice(parts: {
  readonly sender: string
  readonly text: NoticeText
  readonly report: DeliveryReport
  readonly returned: ReturnedContent
  readonly boundary: string
}): Uint8Array {
  const { sender, text, boundary } = parts
  const front = [
    ...headerOf(sender, text.subject),
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    `\tboundary="${boundary}"`,
    '',
    `--${boundary}`,
    textEntity('text/plain', `${text.body.join('\r\n')}\r\n`),
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    deliveryStatus(parts.report),
    `--${boundary}`,
    '',
  ].join('\r\n')
  return Buffer.concat([
    Buffer.from(front, 'utf8'),
    returnedEntity(parts.returned),
    Buffer.from(`\r\n--${boundary}--\r\n`, 'utf8'),
  ])
}

/** One message about many that failed: for people alone, since it names no envelope of its own. */
export function composeSummaryNotice(sender: string, text: NoticeText): Uint8Array {
  const { subject, body } = text
  return composeOwnMessage({ from: mailboxOf(sender), to: sender, fields: [automatic], subject, body })
}

function headerOf(sender: string, subject: string): readonly string[] {
  return [`From: ${mailboxOf(sender)}`, `To: ${sender}`, `Subject: ${subject}`, automatic]
}

function mailboxOf(sender: string): string {
  return `SMTP+ Companion <${sender}>`
}

function returnedEntity({ whole, bytes }: ReturnedContent): Uint8Array {
  if (!whole) return Buffer.from(textEntity('text/rfc822-headers', headersText(bytes)), 'utf8')
  // RFC 2046, 5.2.1: a message in a message is never encoded.
  const encoding = bytes.some((byte) => byte > 127) ? ['Content-Transfer-Encoding: 8bit'] : []
  const fields = ['Content-Type: message/rfc822', ...encoding, '', '']
  return Buffer.concat([Buffer.from(fields.join('\r\n'), 'utf8'), bytes])
}

// RFC 6522, 4: the header without the empty line that ends it.
function headersText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/(?:\r\n)+$/, '\r\n')
}
