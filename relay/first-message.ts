import { completeHeader } from './domain/completed-header.ts'
import type { Decision } from './domain/decision.ts'
import { readHeaderIdentities } from './domain/header-identities.ts'
import { headerBlockLength } from './domain/header-lines.ts'
import { judgeMessage } from './domain/judge-message.ts'
import type { Language } from './domain/language.ts'
import { parseMailAddress } from './domain/mail-address.ts'
import { done, failed, type Result } from './domain/result.ts'
import type { Relay } from './relay.ts'

/** Stands where a message's sign-in stands, for what the app itself sends. No sign-in can have this name: it isn't one. */
export const appLogin = 'SMTP+ Companion'

export type FirstMessage = {
  readonly user: string
  readonly from: string
  readonly to: string
  readonly language: Language
}

export type FirstMessageProblem =
  | { readonly reason: 'not-authorized'; readonly decision: Decision }
  | { readonly reason: 'recipient-malformed' }
  | { readonly reason: 'no-such-user' }
  | { readonly reason: 'storage' }

/**
 * Writes a short message and puts it into the queue under the rules every program is bound by. Gives its id once it
 * is on disk.
 */
export async function sendFirstMessage(
  relay: Relay,
  wanted: FirstMessage,
): Promise<Result<string, FirstMessageProblem>> {
  const user = relay.book().user(wanted.user)
  const policy = relay.book().policyOfUser(wanted.user)
  if (!user || !policy) return failed({ reason: 'no-such-user' })
  const to = parseMailAddress(wanted.to)
  if (!to.ok) return failed({ reason: 'recipient-malformed' })
  const bytes = compose(wanted)
  const decision = judgeMessage(policy, wanted.from, bytes)
  if (decision.decision === 'block') return failed({ reason: 'not-authorized', decision })
  const header = readHeaderIdentities(bytes)
  if (!header.ok) throw new Error('the message that the app wrote itself has a header that cannot be read')

  const incoming = relay.queue.receive()
  const front = completeHeader(header.value, { nowMs: Date.now(), id: incoming.id, protocol: 'LOCAL' })
  await incoming.append(front)
  await incoming.append(bytes)
  const envelope = {
    user: user.id,
    login: appLogin,
    mailFrom: wanted.from,
    recipients: [to.value.text],
    priority: user.priority,
    // Both may stand in the text or in the addresses; a server that can't have them is told apart when sending.
    smtpUtf8: !isAscii(wanted.from) || !isAscii(wanted.to),
    eightBitMime: bytes.some((byte) => byte > 127),
    subject: header.value.subject,
    identities: [`mail-from:${wanted.from}`, `header-from:${wanted.from}`],
    headerBytes: front.length + headerBlockLength(bytes),
  }
  const kept = await incoming.commit(envelope)
  if (!kept.ok) return failed({ reason: 'storage' })
  const { mailFrom, recipients, login } = envelope
  const { id, bytes: size } = kept.value
  relay.report({ event: 'queued', id, login, user: user.id, mailFrom, recipients, bytes: size })
  relay.courier.wake()
  return done(id)
}

/** A complete message (RFC 5322) but for Date and Message-ID; CRLF line ends, UTF-8. */
function compose({ from, to, language }: FirstMessage): Uint8Array {
  const { subject, body } = texts[language]
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...body,
    '',
  ]
  return new TextEncoder().encode(lines.join('\r\n'))
}

function isAscii(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text)
}

const texts: Record<Language, { readonly subject: string; readonly body: readonly string[] }> = {
  en: {
    subject: 'Your first message through SMTP+ Companion',
    body: [
      'SMTP+ Companion wrote this message, checked its sender against your authorized senders,',
      'kept it safe on your computer and handed it to the mail server.',
      '',
      'If you can read it, everything works.',
    ],
  },
  it: {
    subject: 'Il tuo primo messaggio con SMTP+ Companion',
    body: [
      'SMTP+ Companion ha scritto questo messaggio, ha controllato il mittente con i tuoi mittenti autorizzati,',
      'lo ha conservato sul tuo computer e lo ha consegnato al server di posta.',
      '',
      'Se lo leggi, tutto funziona: la configurazione è completa.',
    ],
  },
}
