import type { PolicyBook } from './config/policy-book.ts'
import type { AlertMail } from './domain/alert-settings.ts'
import { judgeMessage } from './domain/judge-message.ts'
import type { Language } from './domain/language.ts'
import { comparableAddress, parseMailAddress } from './domain/mail-address.ts'
import { alertLogin } from './domain/own-logins.ts'
import { failed, type Result } from './domain/result.ts'
import type { Alert } from './journal/alert-rows.ts'
import { alertWords } from './journal/alert-words.ts'
import { composeOwnMessage, keepOwnMessage, type OwnMailRoom } from './own-message.ts'
import { isoTime } from './queue/message-rows.ts'

export type AlertMailProblem = {
  readonly reason: 'no-such-user' | 'user-inactive' | 'not-authorized' | 'recipient-malformed' | 'storage'
}

/** Nothing is more patient than mail about mail: a user's own messages go first. */
const lastPriority = 5
const mostInOneMail = 20

/** Whether the mail would go to the very address that an alert is about: whoever was refused is told nothing by mail. */
export function isAboutRecipient({ cause }: Alert, to: string): boolean {
  const about = parseMailAddress(cause.about)
  const recipient = parseMailAddress(to)
  if (!about.ok || !recipient.ok) return false
  return comparableAddress(about.value) === comparableAddress(recipient.value)
}

/**
 * Writes these alerts into one message and puts it into the queue, from an address that its user's rules authorize.
 * Its sign-in name marks it: whatever becomes of it raises no alert. Gives its id once it is on disk.
 */
export async function sendAlertMail(
  room: OwnMailRoom & { book(): PolicyBook },
  mail: AlertMail,
  language: Language,
  alerts: readonly Alert[],
): Promise<Result<string, AlertMailProblem>> {
  const user = room.book().user(mail.user)
  const policy = room.book().policyOfUser(mail.user)
  if (!user || !policy) return failed({ reason: 'no-such-user' })
  if (user.status !== 'active') return failed({ reason: 'user-inactive' })
  const to = parseMailAddress(mail.to)
  if (!to.ok) return failed({ reason: 'recipient-malformed' })
  const isRefused = (userId: string | null): boolean =>
    room.book().user(userId ?? '')?.unauthorizedSenders !== 'alert'
  const bytes = composeOwnMessage({
    from: mail.from,
    to: to.value.text,
    // RFC 3834, 5: no automatic answer to it
    fields: ['Auto-Submitted: auto-generated'],
    ...textOf(alerts, language, isRefused),
  })
  // Also where the user's rule is "alert": what tells of unauthorized senders must not be one.
  const { decision } = judgeMessage(policy, mail.from, bytes)
  if (decision !== 'allow') return failed({ reason: 'not-authorized' })
  return keepOwnMessage(room, {
    user,
    from: mail.from,
    to: to.value.text,
    bytes,
    identities: [`mail-from:${mail.from}`, `header-from:${mail.from}`],
    login: alertLogin,
    priority: lastPriority,
  })
}

function textOf(
  alerts: readonly Alert[],
  language: Language,
  isRefused: (user: string | null) => boolean,
): { subject: string; body: string[] } {
  const { several, more, times, end } = frame[language]
  const shown = alerts.slice(0, mostInOneMail)
  const parts = shown.map(({ cause, count, lastAtMs }) => {
    const { title, happened, message, cure } = alertWords(cause, language, isRefused(cause.user))
    return [title, '', happened, message, cure, times(count, isoTime(lastAtMs)), '']
  })
  const only = parts[0]?.[0]
  const left = alerts.length - shown.length
  return {
    subject: `SMTP+ Companion: ${only !== undefined && alerts.length === 1 ? only : several(alerts.length)}`,
    body: [...parts.flat(), ...(left > 0 ? [more(left), ''] : []), ...end],
  }
}

type Frame = {
  /** ASCII: it stands in the subject */
  readonly several: (count: number) => string
  readonly more: (count: number) => string
  readonly times: (count: number, lastAt: string) => string
  readonly end: readonly string[]
}

const frame: Record<Language, Frame> = {
  en: {
    several: (count) => `${count} alerts`,
    more: (count) => `… and ${count} more: open SMTP+ Companion, Alerts.`,
    times: (count, lastAt) => `Seen ${count === 1 ? 'once' : `${count} times`}, last at ${lastAt}.`,
    end: ['-- ', 'SMTP+ Companion. How often it writes is set there under Alerts.'],
  },
  it: {
    several: (count) => `${count} avvisi`,
    more: (count) => `… e altri ${count}: apri SMTP+ Companion, Avvisi.`,
    times: (count, lastAt) =>
      `Visto ${count === 1 ? 'una volta' : `${count} volte`}, l’ultima alle ${lastAt}.`,
    end: ['-- ', 'SMTP+ Companion. Quanto spesso scrive si sceglie lì, in Avvisi.'],
  },
}
