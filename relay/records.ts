import type { RelayConfiguration } from './config/configuration.ts'
import { createDeltaFeed, type DeltaFeed } from './delta-feed.ts'
import type { AlertCause } from './domain/alert-cause.ts'
import { type Journal, openJournal } from './journal/journal.ts'
import { type LoginsSeen, openLoginsSeen } from './journal/logins-seen.ts'
import type { Database } from './queue/database.ts'
import { type OpenQueue, openQueue } from './queue/queue.ts'
import { beginRelayRun, type RelayRun } from './queue/relay-run.ts'
import type { RelayOptions } from './running-relay.ts'

const defaultJournalDays = 90

/** Everything a relay keeps on disk, over one database. */
export type Records = {
  readonly queue: OpenQueue
  readonly journal: Journal
  readonly loginsSeen: LoginsSeen
  readonly run: RelayRun
  /** null when nobody watches */
  readonly feed: DeltaFeed | null
  close(): Promise<void>
}

/** Opens them. `onQueueChange`: something may be due; `onAlert`: one was raised. */
export function openRecords(
  database: Database,
  options: Pick<RelayOptions, 'onEvent' | 'onDelta'> & {
    readonly nowMs: () => number
    readonly configuration: () => RelayConfiguration
    readonly isIgnored: (cause: AlertCause) => boolean
    readonly onQueueChange: () => void
    readonly onAlert: () => void
  },
): Records {
  const { nowMs, onDelta } = options
  const feed = onDelta
    ? createDeltaFeed({ queue: () => queue, counts: () => journal.counts(), emit: onDelta })
    : null
  const queue = openQueue({
    database,
    nowMs,
    journalDays: () => options.configuration().journalDays ?? defaultJournalDays,
    onChange: (change) => {
      feed?.changed(change)
      options.onQueueChange()
    },
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
  const loginsSeen = openLoginsSeen({
    database,
    writer: queue.writer,
    onSeen: (login, atMs) => onDelta?.('loginSeen', { login, at: new Date(atMs).toISOString() }),
  })
  const run = beginRelayRun(database, nowMs())
  return {
    queue,
    journal,
    loginsSeen,
    run,
    feed,
    async close() {
      feed?.close()
      loginsSeen.close()
      journal.close()
      run.end()
      // Closes the database with it.
      await queue.close()
    },
  }
}
