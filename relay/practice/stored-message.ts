import type { z } from 'zod'
import { readHeaderIdentities } from '../domain/header-identities.ts'
import { headerBlockLength } from '../domain/header-lines.ts'
import type { practiceMessage } from '../ipc/relay-contract.ts'

export type PracticeMessage = z.infer<typeof practiceMessage>

/**
 * The lines put before a message in the mailbox: whom it was from and for. How many recipients there are comes first,
 * so that a message whose own first line looks like one of these is not mistaken.
 */
export function envelopeLines(envelope: {
  readonly mailFrom: string
  readonly recipients: readonly string[]
}): Buffer {
  const { mailFrom, recipients } = envelope
  const lines = [
    `Return-Path: <${mailFrom}>`,
    `X-Practice-Recipients: ${recipients.length}`,
    ...recipients.map((recipient) => `Delivered-To: ${recipient}`),
  ]
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''))
}

/** Reads a file of the mailbox; null when it isn't one. `bytes` counts the message without its envelope lines. */
export function describeStoredMessage(id: string, stored: Buffer): PracticeMessage | null {
  const receivedMs = Number(/^(\d{13})-/.exec(id)?.[1])
  const first = /^Return-Path: <([^\r\n]*)>\r\nX-Practice-Recipients: (\d{1,6})\r\n/.exec(
    stored.toString('utf8', 0, 1_024),
  )
  if (first === null || Number.isNaN(receivedMs)) return null
  let at = Buffer.byteLength(first[0])
  const recipients: string[] = []
  for (let missing = Number(first[2]); missing > 0; missing -= 1) {
    const end = stored.indexOf('\r\n', at)
    if (end < 0) return null
    recipients.push(stored.toString('utf8', at + 'Delivered-To: '.length, end))
    at = end + 2
  }
  const message = stored.subarray(at)
  const header = readHeaderIdentities(message.subarray(0, headerBlockLength(message)))
  return {
    id,
    at: new Date(receivedMs).toISOString(),
    mailFrom: first[1] ?? '',
    recipients,
    from: header.ok ? header.value.from.text : '',
    subject: header.ok ? header.value.subject : '',
    bytes: message.length,
  }
}
