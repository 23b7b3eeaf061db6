import { type HeaderIdentities, relayMark } from './header-identities.ts'
import { type SmtpApiWishes, smtpApiField } from './smtp-api-header.ts'

/** What the relay knows about a message when its header has been read. */
export type HeaderCompletion = {
  /** milliseconds since 1970 */
  readonly nowMs: number
  /** the message's id in the queue */
  readonly id: string
  /** how the program came in, RFC 3848: ESMTP, ESMTPA, ESMTPS or ESMTPSA */
  readonly protocol: string
  /** the user's, for messages that bring none of their own */
  readonly smtpApi?: SmtpApiWishes | undefined
}

const octets = new TextEncoder()
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * The fields to put before a checked message: a trace field (RFC 5321, 4.4), and Date and Message-ID when they are
 * missing (RFC 6409, 8.2 and 8.3), and the user's X-SMTPAPI. ASCII, CRLF; nothing the sender wrote goes in but the domain of its checked From.
 * The trace names no machine and no program: they are nobody's business outside the firm.
 */
export function completeHeader(header: HeaderIdentities, completion: HeaderCompletion): Uint8Array {
  const date = messageDate(completion.nowMs)
  const id = word(completion.id)
  const lines = [
    `Received: from localhost by localhost ${relayMark}`,
    `\twith ${word(completion.protocol)} id ${id}; ${date}`,
  ]
  if (!header.hasDate) lines.push(`Date: ${date}`)
  if (!header.hasMessageId) lines.push(`Message-ID: <${id}.${completion.nowMs}@${header.from.domain}>`)
  const smtpApi = header.hasSmtpApi ? null : smtpApiField(completion.smtpApi)
  if (smtpApi !== null) lines.push(smtpApi)
  return octets.encode(`${lines.join('\r\n')}\r\n`)
}

function word(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '')
}

/** A date and time as RFC 5322, 3.3 writes it, in UTC. */
export function messageDate(nowMs: number): string {
  const now = new Date(nowMs)
  const time = now.toISOString().slice(11, 19)
  return `${days[now.getUTCDay()]}, ${now.getUTCDate()} ${months[now.getUTCMonth()]} ${now.getUTCFullYear()} ${time} +0000`
}
