import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** An hour in which a sender gets only so many notices. */
const windowMs = 60 * 60_000

/** How many notices this sender of this user had within the hour that runs; times in milliseconds since 1970. */
export function noticesThisHour(database: Database, user: string, sender: string, nowMs: number): number {
  const found = database
    .statement('SELECT since, count FROM notice_window WHERE user = ? AND sender = ?')
    .get(user, sender)
  if (found === undefined) return 0
  const row = rowOf(found)
  return isRunning(integerOf(row, 'since'), nowMs) ? integerOf(row, 'count') : 0
}

/** The same for all senders of a user together. */
export function noticesOfUserThisHour(database: Database, user: string, nowMs: number): number {
  const row = database
    .statement(
      'SELECT coalesce(sum(count), 0) AS count FROM notice_window WHERE user = ? AND since > ? AND since <= ?',
    )
    .get(user, nowMs - windowMs, nowMs)
  return integerOf(rowOf(row), 'count')
}

/** One more notice went to this sender. Runs inside a transaction. */
export function countNotice(database: Database, user: string, sender: string, nowMs: number): void {
  database
    .statement('DELETE FROM notice_window WHERE NOT (since > ? AND since <= ?)')
    .run(nowMs - windowMs, nowMs)
  database
    .statement(
      `INSERT INTO notice_window (user, sender, since, count) VALUES (?, ?, ?, 1)
        ON CONFLICT (user, sender) DO UPDATE SET count = count + 1`,
    )
    .run(user, sender, nowMs)
}

// A clock that was put back begins a new hour: nobody waits a year for a notice.
function isRunning(sinceMs: number, nowMs: number): boolean {
  return sinceMs > nowMs - windowMs && sinceMs <= nowMs
}
