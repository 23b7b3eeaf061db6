import { X509Certificate } from 'node:crypto'
import { uptime } from 'node:os'
import { isAboutRecipient, sendAlertMail } from './alert-mail.ts'
import type { DeliveryWishes, UserConfiguration } from './config/configuration.ts'
import type { PolicyBook } from './config/policy-book.ts'
import { endedUnexpectedly, isOverAfterSession, type SeenCertificate } from './domain/alert-rules.ts'
import { type AlertSettings, defaultAlertSettings } from './domain/alert-settings.ts'
import type { Language } from './domain/language.ts'
import type { ListenAddress } from './domain/relay-event.ts'
import type { Alert, AlertSummary } from './journal/alert-rows.ts'
import { alertSummaryOf } from './journal/alert-rows.ts'
import { createAlertTelling, type TellOutcome } from './journal/alert-telling.ts'
import { openAlertTold } from './journal/alert-told.ts'
import { createAlertWatch } from './journal/alert-watch.ts'
import type { Journal } from './journal/journal.ts'
import type { OwnMailRoom } from './own-message.ts'
import { openAlertMails } from './queue/alert-mails.ts'
import { damageNoted, forgetDamage } from './queue/damage.ts'
import type { Database } from './queue/database.ts'
import { isoTime } from './queue/message-rows.ts'
import type { OpenQueue } from './queue/queue.ts'
import { isSenderCauseGone } from './sender-cause.ts'

/** What the app's settings say about alerts. */
export type AlertWishes = { readonly settings: AlertSettings; readonly language: Language }

export const defaultAlertWishes: AlertWishes = { settings: defaultAlertSettings, language: 'en' }

export type Alerting = {
  /** The relay is up. `foundAliveAtMs`: see relay/queue/relay-run. */
  started(foundAliveAtMs: number | null): void
  /** Looks around now, and tells what is due; done by itself every minute. */
  look(): Promise<void>
  /** Something on disk may have been found damaged. */
  damageFound(): void
  /** An alert was raised: tell it if that is wanted at once. */
  raised(): void
  sessionWentWell(user: string, delivered: boolean): void
  certificateSeen(user: UserConfiguration, endsAtMs: number): void
  /** Other rules or users are in force. */
  rulesChanged(): void
  close(): void
}

const lookEveryMs = 60_000
/** Alerts that can't be mailed because mail doesn't go out fold in the meantime instead of filling the queue. */
const mostMailsWaiting = 10

/** The watch, the schedule and the two ways of telling, put together. */
export function startAlerting(options: {
  readonly database: Database
  readonly queue: OpenQueue
  readonly journal: Journal
  readonly book: () => PolicyBook
  readonly wishes: () => AlertWishes
  readonly delivery: () => DeliveryWishes
  /** the relay's own certificate */
  readonly certificate: () => SeenCertificate
  readonly mailRoom: OwnMailRoom
  /** null: nobody shows them */
  readonly showOnDesktop: ((alerts: AlertSummary[]) => void) | null
  /** a sign of life */
  readonly alive: (nowMs: number) => void
  readonly nowMs: () => number
}): Alerting {
  const { database, queue, journal, book, wishes, nowMs } = options
  const certificates = new Map<string, SeenCertificate>()
  const mails = openAlertMails(database, queue)
  const watch = createAlertWatch({
    database,
    journal,
    waiting: () => queue.counts().waiting - mails.waiting(),
    waitingLongMs: () => options.delivery().warnAfterMinutes * 60_000,
    certificates: () => [options.certificate(), ...certificates.values()],
    nowMs,
  })

  const mail = async (alerts: readonly Alert[]): Promise<TellOutcome> => {
    const { settings, language } = wishes()
    if (settings.mail === null || mails.waiting() >= mostMailsWaiting) return { outcome: 'later', note: null }
    const { to } = settings.mail
    const leftOut = alerts.filter((alert) => isAboutRecipient(alert, to))
    const told = alerts.filter((alert) => !leftOut.includes(alert))
    if (told.length === 0) return { outcome: 'told', leftOut }
    const sent = await sendAlertMail({ ...options.mailRoom, book }, settings.mail, language, told)
    if (sent.ok) mails.add(sent.value)
    else {
      const note = sent.problem.reason === 'storage' ? null : 'mail-not-possible'
      return { outcome: 'later', note }
    }
    return { outcome: 'told', leftOut }
  }
  const { showOnDesktop } = options
  const telling = createAlertTelling({
    told: openAlertTold(database, queue.writer, journal.openAlerts()),
    open: () => journal.openAlerts(),
    settings: () => wishes().settings,
    channels: {
      desktop: () =>
        showOnDesktop &&
        ((alerts) => {
          showOnDesktop(alerts.map(alertSummaryOf))
          return { outcome: 'told', leftOut: [] }
        }),
      mail: () => (wishes().settings.mail === null ? null : mail),
    },
    note: (id, note) => journal.noteAlert(id, note),
    nowMs,
  })

  const tellDamage = async (): Promise<void> => {
    const noted = damageNoted(database)
    if (noted === null) return
    for (const { what, user, about } of noted.found) {
      const reason = what === 'message' ? 'message-damaged' : 'database-damaged'
      journal.record({ event: 'alert', kind: 'delivery-failing', reason, login: null, user, about })
    }
    // Rides on the commit that saves the alerts.
    await queue.writer.write(() => forgetDamage(database, noted.lastId), 'riding')
  }

  let closed = false
  let soon: NodeJS.Immediate | null = null
  const guarded = (work: () => Promise<void>): void => {
    // A database that is held or full at this moment: the next look comes in a minute.
    work().catch((fault: unknown) => {
      if (!closed) process.stderr.write(`looking after alerts: ${String(fault)}\n`)
    })
  }
  const look = async (): Promise<void> => {
    options.alive(nowMs())
    await watch.look()
    if (!closed) await telling.look()
  }
  const timer = setInterval(() => guarded(look), lookEveryMs)
  timer.unref()

  return {
    look,
    started(foundAliveAtMs) {
      journal.settleAlerts((cause) => isSenderCauseGone(cause, book()))
      if (foundAliveAtMs !== null && endedUnexpectedly(foundAliveAtMs, nowMs() - uptime() * 1000)) {
        const about = isoTime(foundAliveAtMs)
        const reason = 'ended-unexpectedly'
        journal.record({ event: 'alert', kind: 'relay-stopped', reason, login: null, user: null, about })
      }
      if (database.setAside !== null) {
        const cause = {
          kind: 'delivery-failing',
          reason: 'database-set-aside',
          login: null,
          user: null,
        } as const
        journal.record({ event: 'alert', ...cause, about: database.setAside })
      }
      guarded(tellDamage)
      guarded(look)
    },
    damageFound() {
      if (!closed) guarded(tellDamage)
    },
    raised() {
      if (closed) return
      // Everything raised in one turn is told together.
      soon ??= setImmediate(() => {
        soon = null
        guarded(() => telling.look())
      })
    },
    sessionWentWell(user, delivered) {
      journal.settleAlerts((cause) => isOverAfterSession(cause, user, delivered))
    },
    certificateSeen({ id, server, port }, endsAtMs) {
      certificates.set(id, { user: id, server: `${server}:${port}`, endsAtMs })
    },
    rulesChanged() {
      for (const id of certificates.keys()) if (!book().users().has(id)) certificates.delete(id)
      journal.settleAlerts((cause) => isSenderCauseGone(cause, book()))
    },
    close() {
      closed = true
      clearInterval(timer)
      if (soon) clearImmediate(soon)
    },
  }
}

/** What of the relay's own certificate is watched. */
export function ownCertificate(
  { cert }: { readonly cert: string },
  listen: readonly ListenAddress[],
): SeenCertificate {
  const [first] = listen
  const server = first ? `${first.address}:${first.port}` : 'localhost'
  return { user: null, server, endsAtMs: Date.parse(new X509Certificate(cert).validTo) }
}
