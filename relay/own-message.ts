import type { UserConfiguration } from './config/configuration.ts'
import { completeHeader } from './domain/completed-header.ts'
import type { DsnRequest } from './domain/dsn-request.ts'
import { readHeaderIdentities } from './domain/header-identities.ts'
import { headerBlockLength } from './domain/header-lines.ts'
import type { RelayNotice } from './domain/relay-event.ts'
import { done, failed, type Result } from './domain/result.ts'
import type { Queue } from './queue/queue-contract.ts'

/** Stands where a message's sign-in stands, for what the app itself sends. */
export const appLogin = 'SMTP+ Companion'

/** What of the relay it takes to send a message of its own. */
export type OwnMailRoom = {
  readonly queue: Pick<Queue, 'receive'>
  readonly courier: { wake(): void }
  report(notice: RelayNotice): void
}

export type OwnMessage = {
  readonly user: UserConfiguration
  /** envelope sender; empty: the null reverse-path, for notices */
  readonly from: string
  readonly to: string
  /** made by `composeOwnMessage` */
  readonly bytes: Uint8Array
  /** by what it is judged when the rules change; see relay/queue/queue-contract */
  readonly identities: readonly string[]
  /** default: the app's */
  readonly login?: string
  /** default: the user's */
  readonly priority?: number
  readonly dsn?: DsnRequest
  /** runs inside the very transaction that keeps the message; see Writer.write */
  readonly alongside?: () => void
}

/**
 * Puts a message that the relay wrote itself into the queue, with trace, Date and Message-ID. Judges nothing: whoever
 * calls has done so. Gives its id once it is on disk.
 */
export async function keepOwnMessage(
  relay: OwnMailRoom,
  message: OwnMessage,
): Promise<Result<string, { readonly reason: 'storage' }>> {
  const { user, from, to, bytes, identities, login = appLogin, priority = user.priority, dsn } = message
  const header = readHeaderIdentities(bytes)
  if (!header.ok) throw new Error('the message that the app wrote itself has a header that cannot be read')
  const incoming = relay.queue.receive()
  const front = completeHeader(header.value, { nowMs: Date.now(), id: incoming.id, protocol: 'LOCAL' })
  await incoming.append(front)
  await incoming.append(bytes)
  const envelope = {
    user: user.id,
    login,
    mailFrom: from,
    recipients: [to],
    priority,
    // Both may stand in the text or in the addresses; a server that can't have them is told apart when sending.
    smtpUtf8: !isAscii(from) || !isAscii(to),
    eightBitMime: bytes.some((byte) => byte > 127),
    subject: header.value.subject,
    identities,
    headerBytes: front.length + headerBlockLength(bytes),
    ...(dsn ? { dsn } : {}),
  }
  const kept = await incoming.commit(envelope, message.alongside)
  if (!kept.ok) return failed({ reason: 'storage' })
  const { mailFrom, recipients } = envelope
  const { id, bytes: size } = kept.value
  relay.report({ event: 'queued', id, login, user: user.id, mailFrom, recipients, bytes: size })
  relay.courier.wake()
  return done(id)
}

/**
 * A complete message (RFC 5322) but for Date and Message-ID; CRLF line ends, UTF-8, in Base64 where it must be, since
 * not every server takes 8-bit text. `fields`: more header lines.
 */
export function composeOwnMessage(parts: {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly body: readonly string[]
  readonly fields?: readonly string[]
}): Uint8Array {
  const lines = [
    `From: ${parts.from}`,
    `To: ${parts.to}`,
    `Subject: ${parts.subject}`,
    ...(parts.fields ?? []),
    'MIME-Version: 1.0',
    textEntity('text/plain', `${parts.body.join('\r\n')}\r\n`),
  ]
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** A MIME entity (RFC 2045) of a text: its two header fields, an empty line, the text, in Base64 where it must be. */
export function textEntity(type: string, text: string): string {
  const lines = text.split('\r\n')
  // RFC 5322, 2.1.1
  const isPlain = lines.every((line) => /^[\t\x20-\x7e]{0,998}$/.test(line))
  return [
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${isPlain ? '7bit' : 'base64'}`,
    '',
    isPlain ? text : base64Lines(text),
  ].join('\r\n')
}

// RFC 2045, 6.8: lines of at most 76 characters.
function base64Lines(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('base64')
    .replaceAll(/.{1,76}/g, '$&\r\n')
}

function isAscii(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text)
}
