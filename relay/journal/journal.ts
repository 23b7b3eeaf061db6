import type { z } from 'zod'
import type { EmitDelta } from '../delta-feed.ts'
import type { AlertCause } from '../domain/alert-cause.ts'
import type { AlertNote, RelayEvent, RelayNotice } from '../domain/relay-event.ts'
import type { JournalFilter, JournalPage } from '../ipc/journal-requests.ts'
import type { journalCounts } from '../ipc/relay-contract.ts'
import type { Database } from '../queue/database.ts'
import { countMessages } from '../queue/listing.ts'
import { isoTime } from '../queue/message-rows.ts'
import { inSnapshot } from '../queue/snapshot.ts'
import { tallyOf } from '../queue/tally.ts'
import { pausesOf } from '../queue/user-pauses.ts'
import type { Writer } from '../queue/writer.ts'
import { redact } from '../secrets/redact.ts'
import type { Alert, AlertSummary } from './alert-rows.ts'
import { openAlerts } from './alerts.ts'
import { countEntries, journalPage, type PageWish } from './journal-pages.ts'
import { openRefusals, type RefusalSummary } from './refusals.ts'
import { startSearchIndexing } from './search-indexing.ts'

export type JournalCounts = z.infer<typeof journalCounts>

export type Journal = {
  /** Keeps what is to be kept of what a room tells, and passes it on as an event with its time. */
  record(notice: RelayNotice): void
  counts(): JournalCounts
  /** newest first, at most so many */
  refusals(limit: number): readonly RefusalSummary[]
  alerts(limit: number): readonly AlertSummary[]
  /** `seen` by a person, or `settled`: the next repeat is a new alert. Nothing happens when there is no such alert. */
  setAlertState(id: string, state: 'seen' | 'settled'): void
  /** Settles the open alerts whose cause is over. */
  settleAlerts(isOver: (cause: AlertCause) => boolean): void
  /** Why an open alert could not be told as it should be; null: it was. */
  noteAlert(id: number, note: AlertNote | null): void
  openAlerts(): readonly Alert[]
  /** messages' lives and refusals in one list, newest first; answers within about 50 ms however long it is */
  page(wish: PageWish): JournalPage
  count(filter: JournalFilter): { readonly count: number; readonly exact: boolean }
  close(): void
}

/** So long a line about a refusal or a settled alert is kept. */
const keptMs = 90 * 24 * 60 * 60_000
const pruneEveryMs = 6 * 60 * 60_000

/**
 * What happened, beside the messages themselves (whose rows in the queue are their journal): refusals, alerts, counts.
 * In the queue's database and through its writer, so that lines ride on the queue's commits.
 */
export function openJournal(options: {
  readonly database: Database
  readonly writer: Writer
  readonly nowMs: () => number
  /** by which time old lines are removed (queue/retention-clock.ts); default `nowMs` */
  readonly retentionTimeMs?: () => number
  readonly onEvent: (event: RelayEvent) => void
  readonly onDelta?: EmitDelta | undefined
  /** causes a person wants to hear of no more: they raise nothing, and their refusals are kept all the same */
  readonly isIgnored?: (cause: AlertCause) => boolean
  /** an alert was raised, or raised again */
  readonly onAlert?: () => void
}): Journal {
  const { database, writer, nowMs, onEvent } = options
  const onDelta = options.onDelta ?? ((): void => undefined)
  const retentionTimeMs = options.retentionTimeMs ?? nowMs
  const isIgnored = options.isIgnored ?? ((): boolean => false)
  const refusals = openRefusals(database, writer)
  const alerts = openAlerts(database, writer)
  const indexing = database.owner ? startSearchIndexing(database, writer, nowMs) : null

  const raise = (cause: AlertCause, now: number): void => {
    if (isIgnored(cause)) return
    const alert = alerts.raise(cause, now)
    onDelta('alert', alert)
    const { kind, login, user } = cause
    onEvent({ event: 'alert', at: isoTime(now), kind, login, user, count: alert.count, about: alert.about })
    options.onAlert?.()
  }
  const tell = (alert: AlertSummary | null): void => {
    if (alert) onDelta('alert', alert)
  }

  const record = (notice: RelayNotice): void => {
    const now = nowMs()
    const at = isoTime(now)
    if (notice.event === 'refused') {
      const { user, reply, ...told } = notice
      const { login, reason, identity = null, address = null } = told
      onDelta('refusal', refusals.add({ login, user, reason, identity, address, reply: redact(reply) }, now))
      onEvent({ ...told, at })
      if (reason === 'storage') {
        const about = database.directory
        raise({ kind: 'disk-low', reason: 'disk-refuses-mail', login: null, user: null, about }, now)
      }
    } else if (notice.event === 'alert') {
      const { kind, reason = null, login, user, about } = notice
      raise({ kind, reason, login, user, about: redact(about) }, now)
    } else {
      onEvent({ ...notice, at })
    }
  }

  const prune = (): void => {
    const pruned = writer.write(() => {
      const before = retentionTimeMs() - keptMs
      database.statement(`DELETE FROM alert WHERE last_at < ? AND state = 'settled'`).run(before)
      database.statement('DELETE FROM alert_told WHERE alert NOT IN (SELECT id FROM alert)').run()
    }, 'riding')
    // A full disk: there is always a next time.
    pruned.catch(() => undefined)
  }
  prune()
  const pruning = setInterval(prune, pruneEveryMs)
  pruning.unref()

  return {
    record,
    counts() {
      const now = nowMs()
      return {
        sentToday: tallyOf(database, 'sent', now),
        refusedToday: tallyOf(database, 'refused', now),
        failedToday: tallyOf(database, 'failed', now),
        ...countMessages(database),
      }
    },
    refusals: refusals.list,
    alerts: alerts.list,
    setAlertState(id, state) {
      tell(alerts.setState(id, state))
    },
    settleAlerts(isOver) {
      for (const alert of alerts.settle(isOver)) tell(alert)
    },
    noteAlert(id, note) {
      tell(alerts.setNote(id, note))
    },
    openAlerts: alerts.open,
    page(wish) {
      writer.flush()
      return inSnapshot(database, () => journalPage(database, wish, pausesOf(database)))
    },
    count(filter) {
      writer.flush()
      return inSnapshot(database, () => countEntries(database, filter))
    },
    close() {
      clearInterval(pruning)
      indexing?.close()
    },
  }
}
