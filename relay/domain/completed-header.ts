import { type HeaderIdentities, relayMark } from './header-identities.ts'

/** What the relay knows about a message when its header has been read. */
export type HeaderCompletion = {
  readonly nowMs: number
  /** the message's id in the queue: letters, digits, `-`, `_` and `.` only */
  readonly id: string
  /** how the program came in, RFC 3848: with or without TLS, with or without a password */
  readonly protocol: 'ESMTP' | 'ESMTPA' | 'ESMTPS' | 'ESMTPSA'
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * The fields to put before a checked message: a trace field (RFC 5321, 4.4), and Date and Message-ID when they are
 * missing (RFC 6409, 8.2 and 8.3). Only ASCII from here and A-labels; nothing the sender wrote goes in.
 * The trace names neither the program nor its address: they are nobody's business outside the firm.
 */
export function completeHeader(header: HeaderIdentities, completion: HeaderCompletion): Uint8Array {
  const date = messageDate(completion.nowMs)
  const id = completion.id.replace(/[^A-Za-z0-9._-]/g, '')
  const lines = [
    `Received: from localhost by localhost ${relayMark}`,
    `\twith ${completion.protocol} id ${id}; ${date}`,
  ]
  if (!header.hasDate) lines.push(`Date: ${date}`)
  if (!header.hasMessageId) lines.push(`Message-ID: <${id}.${completion.nowMs}@${header.from.domain}>`)
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
}

/** A date and time as RFC 5322, 3.3 writes it, in UTC. */
export function messageDate(nowMs: number): string {
  const now = new Date(nowMs)
  const time = now.toISOString().slice(11, 19)
  return `${days[now.getUTCDay()]}, ${now.getUTCDate()} ${months[now.getUTCMonth()]} ${now.getUTCFullYear()} ${time} +0000`
}
