import { messageDate } from './completed-header.ts'
import type { FailureReason } from './delivery-outcome.ts'
import { enhancedCode } from './delivery-replies.ts'
import { assertNever } from './result.ts'

/** What one recipient of a notice is told about (RFC 3464 2.3). */
export type RecipientReport = {
  readonly address: string
  /** the ORCPT parameter as it came, `type;xtext` (RFC 3461 4.2); null: none was given */
  readonly orcpt: string | null
  readonly action: 'failed' | 'delayed' | 'relayed'
  /** the server's answer word for word, or our own sentence where there was none */
  readonly reply: string
  /** why it failed; null where it did not */
  readonly reason: FailureReason | null
}

/** One delivery status notification, without the words for people. Times in milliseconds since 1970. */
export type DeliveryReport = {
  /** the ENVID parameter as it came, xtext (RFC 3461 4.4); null: none was given */
  readonly envid: string | null
  readonly arrivedAtMs: number
  readonly triedAtMs: number
  /** how long it is tried at most; null: no longer */
  readonly retryUntilMs: number | null
  /** the server upstream */
  readonly server: string
  readonly recipients: readonly RecipientReport[]
}

/**
 * The content of a message/delivery-status part (RFC 3464 2.1): fields about the message, then a group for each
 * recipient. ASCII, CRLF. Like the trace fields of the relay it names no machine of the firm.
 */
export function deliveryStatus(report: DeliveryReport): string {
  const envid = report.envid === null ? null : readXtext(report.envid)
  const perMessage = [
    'Reporting-MTA: dns; localhost',
    ...(envid === null ? [] : [`Original-Envelope-Id: ${envid}`]),
    `Arrival-Date: ${messageDate(report.arrivedAtMs)}`,
  ]
  const groups = report.recipients.map((recipient) => recipientFields(report, recipient))
  return [perMessage, ...groups].map((lines) => `${lines.join('\r\n')}\r\n`).join('\r\n')
}

function recipientFields(report: DeliveryReport, recipient: RecipientReport): readonly string[] {
  const original = recipient.orcpt === null ? null : originalRecipient(recipient.orcpt)
  const isAnswer = isServerReply(recipient.reply)
  return [
    ...(original === null ? [] : [`Original-Recipient: ${original}`]),
    `Final-Recipient: ${finalRecipient(recipient.address)}`,
    `Action: ${recipient.action}`,
    `Status: ${statusCode(recipient)}`,
    ...(isAnswer ? [`Remote-MTA: dns; ${diagnosticText(report.server)}`] : []),
    ...(recipient.reply === ''
      ? []
      : [
          `Diagnostic-Code: ${isAnswer ? 'smtp' : 'x-smtp-plus-companion'}; ${diagnosticText(recipient.reply)}`,
        ]),
    `Last-Attempt-Date: ${messageDate(report.triedAtMs)}`,
    ...(report.retryUntilMs === null ? [] : [`Will-Retry-Until: ${messageDate(report.retryUntilMs)}`]),
  ]
}

/**
 * The status of a recipient (RFC 3463). The server's own code where it fits the action; a message given up after its
 * time has 4.4.7, "delivery time expired".
 */
export function statusCode({ action, reply, reason }: RecipientReport): string {
  const said = enhancedCode(reply)
  if (action === 'relayed') return said?.startsWith('2') ? said : '2.0.0'
  if (action === 'delayed') return said?.startsWith('4') ? said : '4.0.0'
  switch (reason) {
    case 'gave-up':
      return '4.4.7'
    case 'smtputf8-missing':
      return '5.6.7'
    case '8bitmime-missing':
      return '5.6.3'
    case 'too-large':
      return '5.3.4'
    case 'refused-by-server':
    case null:
      return said?.startsWith('5') ? said : '5.0.0'
    default:
      return assertNever(reason)
  }
}

/** Whether a text is what a server said, and not our own sentence. */
export function isServerReply(text: string): boolean {
  return /^[2-5]\d\d(?:[ -]|$)/.test(text)
}

// RFC 3464 2.3.2; an address beyond ASCII in the 7-bit form of RFC 6533 3 (utf-8-addr-xtext).
function finalRecipient(address: string): string {
  if (isPrintableAscii(address)) return `rfc822; ${address}`
  const encoded = Array.from(address, (character) =>
    /[!-*,-<>-[\]-~]/.test(character)
      ? character
      : `\\x{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  )
  return `utf-8; ${encoded.join('')}`
}

// RFC 3464 2.3.1: as the sender gave it, out of its xtext. What can't stand in a field is left out.
function originalRecipient(orcpt: string): string | null {
  const semicolon = orcpt.indexOf(';')
  const type = orcpt.slice(0, semicolon)
  if (semicolon < 1 || !/^[A-Za-z0-9-]+$/.test(type)) return null
  if (type.toLowerCase() === 'utf-8') return finalRecipient(orcpt.slice(semicolon + 1))
  const address = readXtext(orcpt.slice(semicolon + 1))
  return address === null ? null : `${type}; ${address}`
}

/** Decodes xtext (RFC 3461 4); null when what comes out isn't printable ASCII: a line end in it would be a new field. */
export function readXtext(text: string): string | null {
  const plain = text.replaceAll(/\+([0-9A-Fa-f]{2})/g, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  )
  return isPrintableAscii(plain) ? plain : null
}

// One line (RFC 5322 2.1.1 allows 998 characters); letters beyond ASCII can't stand in this part.
function diagnosticText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[^ -~]/gu, '?')
    .slice(0, 900)
}

function isPrintableAscii(text: string): boolean {
  return /^[ -~]+$/.test(text)
}
