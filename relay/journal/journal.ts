import type { z } from 'zod'
import type { EmitDelta } from '../delta-feed.ts'
import type { RelayEvent, RelayNotice } from '../domain/relay-event.ts'
import type { journalCounts } from '../ipc/relay-contract.ts'
import type { Database } from '../queue/database.ts'
import { countMessages } from '../queue/listing.ts'
import { isoTime } from '../queue/message-rows.ts'
import { tallyOf } from '../queue/tally.ts'
import type { Writer } from '../queue/writer.ts'
import { type AlertSummary, openAlerts } from './alerts.ts'
import { redact } from './redact.ts'
import { openRefusals, type RefusalSummary } from './refusals.ts'

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
  readonly onEvent: (event: RelayEvent) => void
  readonly onDelta?: EmitDelta | undefined
}): Journal {
  const { database, writer, nowMs, onEvent } = options
  const onDelta = options.onDelta ?? ((): void => undefined)
  const refusals = openRefusals(database, writer)
  const alerts = openAlerts(database, writer)

  const record = (notice: RelayNotice): void => {
    const now = nowMs()
    const at = isoTime(now)
    if (notice.event === 'refused') {
      const { user, reply, ...told } = notice
      const { login, reason, identity = null, address = null } = told
      onDelta('refusal', refusals.add({ login, user, reason, identity, address, reply: redact(reply) }, now))
      onEvent({ ...told, at })
      if (reason === 'storage') {
        record({ event: 'alert', kind: 'disk-low', login: null, user: null, about: database.directory })
      }
    } else if (notice.event === 'alert') {
      const { kind, login, user } = notice
      const alert = alerts.raise({ kind, login, user, about: redact(notice.about) }, now)
      onDelta('alert', alert)
      onEvent({ event: 'alert', at, kind, login, user, count: alert.count, about: alert.about })
    } else {
      onEvent({ ...notice, at })
    }
  }

  const prune = (): void => {
    const before = nowMs() - keptMs
    const pruned = writer.write(() => {
      database.statement('DELETE FROM refusal WHERE at < ?').run(before)
      database.statement(`DELETE FROM alert WHERE last_at < ? AND state = 'settled'`).run(before)
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
      const alert = alerts.setState(id, state)
      if (alert) onDelta('alert', alert)
    },
    close: () => clearInterval(pruning),
  }
}
