import { statfs } from 'node:fs/promises'
import { foldKey } from '../domain/alert-cause.ts'
import {
  alertThresholds,
  explainsWaiting,
  isOver,
  type Observation,
  type QueueSample,
  type SeenCertificate,
  troublesOf,
} from '../domain/alert-rules.ts'
import { silentLogins } from '../domain/own-logins.ts'
import type { Database } from '../queue/database.ts'
import { numberOfTime } from '../queue/message-id.ts'
import { rowOf, textOf } from '../queue/sql.ts'
import type { Journal } from './journal.ts'

export type DiskSpace = Pick<Observation, 'freeBytes' | 'diskBytes'>

export type AlertWatch = {
  /** Looks around: settles what is over, raises what is new. */
  look(): Promise<void>
}

/**
 * The troubles nobody reports because they only show over time: disk, queue, waiting mail, certificates. A trouble
 * is raised when it begins, and again only after a look that didn't find it: settled by hand, it stays quiet.
 */
export function createAlertWatch(options: {
  readonly database: Database
  readonly journal: Pick<Journal, 'record' | 'settleAlerts' | 'openAlerts'>
  /** messages that wait, without those about alerts */
  readonly waiting: () => number
  /** how long a message waits before that is worth an alert; asked each time, so that a reload counts at once */
  readonly waitingLongMs: () => number
  readonly certificates: () => readonly SeenCertificate[]
  /** of the data folder's file system, in bytes; default: asked for */
  readonly diskSpace?: () => Promise<DiskSpace>
  readonly nowMs: () => number
}): AlertWatch {
  const { database, journal, nowMs } = options
  const diskSpace = options.diskSpace ?? (() => diskSpaceOf(database.directory))
  const runningSinceMs = nowMs()
  let samples: readonly QueueSample[] = []
  let present: ReadonlySet<string> = new Set()

  return {
    async look() {
      const now = nowMs()
      samples = keepSamples(samples, { atMs: now, waiting: options.waiting() })
      const isExplained = (user: string): boolean =>
        journal.openAlerts().some(({ cause }) => explainsWaiting(cause, user))
      const seen: Observation = {
        nowMs: now,
        runningSinceMs,
        directory: database.directory,
        ...(await diskSpace()),
        samples,
        waitingLong: waitingSince(database, now - options.waitingLongMs()).filter(
          ({ user }) => !isExplained(user),
        ),
        certificates: options.certificates(),
      }
      journal.settleAlerts((cause) => isOver(cause, seen))
      const open = new Set(journal.openAlerts().map(({ cause }) => foldKey(cause)))
      const troubles = troublesOf(seen)
      const before = present
      present = new Set(troubles.map(foldKey))
      for (const { kind, reason, login, user, about } of troubles) {
        const key = foldKey({ kind, reason, login, user, about })
        if (before.has(key) || open.has(key)) continue
        journal.record({ event: 'alert', kind, login, user, about, ...(reason === null ? {} : { reason }) })
      }
    },
  }
}

/** Each user with a message that came before that moment and still waits, with the server's last answer about it. */
export function waitingSince(
  database: Database,
  beforeMs: number,
): readonly { user: string; reply: string }[] {
  // A message that was given up and is tried once more has its whole time again: what counts is queued_at.
  const oldest = database.statement(
    `SELECT user, reply FROM message
      WHERE state = ? AND state <> 'sent' AND id < ? AND queued_at < ?
        AND login NOT IN (SELECT value FROM json_each(?)) AND user NOT IN (SELECT value FROM json_each(?))
      ORDER BY id LIMIT 1`,
  )
  const silent = JSON.stringify(silentLogins)
  const found = new Map<string, string>()
  // One that is being tried at this moment has waited no less.
  for (const state of ['waiting', 'sending', 'uncertain']) {
    for (;;) {
      const value = oldest.get(
        state,
        numberOfTime(beforeMs),
        beforeMs,
        silent,
        JSON.stringify([...found.keys()]),
      )
      if (value === undefined) break
      const row = rowOf(value)
      found.set(textOf(row, 'user'), textOf(row, 'reply'))
    }
  }
  return [...found].map(([user, reply]) => ({ user, reply }))
}

async function diskSpaceOf(directory: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(directory)
  return { freeBytes: bavail * bsize, diskBytes: blocks * bsize }
}

// Twice the time that counts is kept; a clock that was put back makes all of it worthless.
function keepSamples(samples: readonly QueueSample[], next: QueueSample): readonly QueueSample[] {
  const since = next.atMs - 2 * alertThresholds.growingForMs
  return [...samples.filter(({ atMs }) => atMs >= since && atMs < next.atMs), next]
}
