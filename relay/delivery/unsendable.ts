import type { DeliveryEvidence } from '../domain/delivery-outcome.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import type { UpstreamAbilities } from './session-log.ts'

/** What a server can't take of a message, before any of it is sent; null when it can take it. */
export function whatCannotBeSent(
  message: ClaimedMessage,
  abilities: UpstreamAbilities,
  server: string,
): DeliveryEvidence | null {
  if (abilities.maxBytes !== null && message.bytes > abilities.maxBytes) {
    const text = `The message has ${message.bytes} bytes; ${server} takes ${abilities.maxBytes} at most. It was not sent. Send a smaller one, or a link instead of the attachment.`
    return { kind: 'unsendable', reason: 'too-large', text }
  }
  if (!abilities.smtpUtf8 && needsSmtpUtf8(message)) {
    const foreign = [message.mailFrom, ...message.recipients].find((address) => !isAscii(address))
    const what =
      foreign === undefined
        ? `header fields with letters beyond plain English ones (SMTPUTF8). The message was not sent. Let the program encode them (RFC 2047).`
        : `addresses with letters beyond plain English ones (SMTPUTF8), such as ${foreign}. The message was not sent. Use an address in plain letters.`
    return { kind: 'unsendable', reason: 'smtputf8-missing', text: `${server} can't handle ${what}` }
  }
  // RFC 6152 3: to such a server it would have to be rewritten, and what is sent must be what was checked.
  if (!abilities.eightBitMime && hasEightBitBytes(message.body())) {
    const text = `${server} takes only 7-bit text (no 8BITMIME). The message was not sent. Send it in quoted-printable or base64.`
    return { kind: 'unsendable', reason: '8bitmime-missing', text }
  }
  return null
}

/**
 * Whether a message needs SMTPUTF8 (RFC 6531 3.4): an address beyond ASCII; or such a header, when the sender
 * announced it. Announced for plain mail, it isn't needed, and isn't passed on: it would only narrow the way.
 * Letters in a header that nobody announced are ordinary 8-bit text, as old programs write it.
 */
export function needsSmtpUtf8(message: ClaimedMessage): boolean {
  if (!isAscii(message.mailFrom) || !message.recipients.every(isAscii)) return true
  return message.smtpUtf8 && hasEightBitHeader(message.body())
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text)
}

function hasEightBitBytes(chunks: Iterable<Uint8Array>): boolean {
  for (const chunk of chunks) {
    if (chunk.some((byte) => byte > 127)) return true
  }
  return false
}

/** Looks up to the blank line that ends the header, also when a chunk ends within it. */
function hasEightBitHeader(chunks: Iterable<Uint8Array>): boolean {
  let last = '\r\n'
  for (const chunk of chunks) {
    const text = last + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    const header = end < 0 ? text : text.slice(0, end)
    if (/[\u0080-\u00ff]/.test(header)) return true
    if (end >= 0) return false
    last = text.slice(-3)
  }
  return false
}
