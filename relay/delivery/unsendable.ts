import type { DeliveryEvidence } from '../domain/delivery-outcome.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import type { UpstreamAbilities } from './session-log.ts'

/** What a server can't take of a message, before any of it is sent; null when it can take it. */
export function whatCannotBeSent(
  message: ClaimedMessage,
  abilities: UpstreamAbilities,
  server: string,
): DeliveryEvidence | null {
  const foreign = [message.mailFrom, ...message.recipients].find((address) => !isAscii(address))
  if (foreign !== undefined && !abilities.smtpUtf8) {
    const text = `${server} can't handle addresses with letters beyond plain English ones (SMTPUTF8), such as ${foreign}.`
    return { kind: 'unsendable', reason: 'smtputf8-missing', text }
  }
  if (abilities.maxBytes !== null && message.bytes > abilities.maxBytes) {
    const text = `The message has ${message.bytes} bytes; ${server} takes ${abilities.maxBytes} at most.`
    return { kind: 'unsendable', reason: 'too-large', text }
  }
  // RFC 6152 3: to such a server it would have to be rewritten, and what is sent must be what was checked.
  if (!abilities.eightBitMime && hasEightBitBytes(message.body())) {
    const text = `${server} takes only 7-bit text (no 8BITMIME); send the message in quoted-printable or base64.`
    return { kind: 'unsendable', reason: '8bitmime-missing', text }
  }
  return null
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
