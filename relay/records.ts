import type { RelayConfiguration } from './config/configuration.ts'
import { createDeltaFeed, type DeltaFeed } from './delta-feed.ts'
import type { AlertCause } from './domain/alert-cause.ts'
import { type Journal, openJournal } from './journal/journal.ts'
import { type LastTimes, openLastTimes } from './journal/last-times.ts'
import type { Database } from './queue/database.ts'
import { type OpenQueue, openQueue } from './queue/queue.ts'
import { beginRelayRun, type RelayRun } from './queue/relay-run.ts'
import type { RelayOptions } from './running-relay.ts'
import { keepMemorySpare } from './spare-memory.ts'

const defaultJournalDays = 90

/** Everything a relay keeps on disk, over one database. */
export type Records = {
  readonly queue: OpenQueue
  readonly journal: Journal
  readonly loginsSeen: LastTimes
  readonly deliveries: LastTimes
  readonly run: RelayRun
  /** null when nobody watches */
  readonly feed: DeltaFeed | null
  close(): Promise<void>
}

/** Opens them. `onQueueChange`: something may be due; `onAlert`: one was raised; `onDamage`, `onOwed`: see Queue. */
export function openRecords(
  database: Database,
  options: Pick<RelayOptions, 'onEvent' | 'onDelta'> & {
    readonly nowMs: () => number
    readonly configuration: () => RelayConfiguration
    readonly isIgnored: (cause: AlertCause) => boolean
    readonly onQueueChange: () => void
    readonly onAlert: () => void
    readonly onDamage: () => void
    readonly onOwed: () => void
  },
): Records {
  const { nowMs, onDelta } = options
  const feed = onDelta
    ? createDeltaFeed({ queue: () => queue, counts: () => journal.counts(), emit: onDelta })
    : null
  const memory = keepMemorySpare()
  const queue = openQueue({
    database,
    nowMs,
    onBytes: memory.passed,
    journalDays: () => options.configuration().journalDays ?? defaultJournalDays,
    onChange: (change) => {
      feed?.changed(change)
      options.onQueueChange()
    },
    onDamage: options.onDamage,
    onOwed: options.onOwed,
  })
  const journal = openJournal({
    database,
    writer: queue.writer,
    nowMs,
    retentionTimeMs: queue.retentionTimeMs,
    onEvent: options.onEvent,
    onDelta,
    isIgnored: options.isIgnored,
    onAlert: options.onAlert,
  })
  const isoTime = (atMs: number): string => new Date(atMs).toISOString()
  const loginsSeen = openLastTimes({
    database,
    writer: queue.writer,
    what: 'sign-in',
    onTime: (login, atMs) => onDelta?.('loginSeen', { login, at: isoTime(atMs) }),
  })
  const deliveries = openLastTimes({
    database,
    writer: queue.writer,
    what: 'delivery',
    onTime: (user, atMs) => onDelta?.('lastDelivery', { user, at: isoTime(atMs) }),
  })
  const run = beginRelayRun(database, nowMs())
  return {
    queue,
    journal,
    loginsSeen,
    deliveries,
    run,
    feed,
    async close() {
      memory.close()
      feed?.close()
      loginsSeen.close()
      deliveries.close()
      journal.close()
      run.end()
      // Closes the database with it.
      await queue.close()
    },
  }
}
