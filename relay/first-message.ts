import type { Decision } from './domain/decision.ts'
import { judgeMessage } from './domain/judge-message.ts'
import type { Language } from './domain/language.ts'
import { parseMailAddress } from './domain/mail-address.ts'
import { failed, type Result } from './domain/result.ts'
import { composeOwnMessage, keepOwnMessage } from './own-message.ts'
import type { Relay } from './running-relay.ts'

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
  const { subject, body } = texts[wanted.language]
  const bytes = composeOwnMessage({ from: wanted.from, to: wanted.to, subject, body })
  const decision = judgeMessage(policy, wanted.from, bytes)
  if (decision.decision === 'block') return failed({ reason: 'not-authorized', decision })
  return keepOwnMessage(relay, {
    user,
    from: wanted.from,
    to: to.value.text,
    bytes,
    identities: [`mail-from:${wanted.from}`, `header-from:${wanted.from}`],
  })
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
