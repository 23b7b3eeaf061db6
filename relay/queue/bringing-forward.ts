import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** The last attempt ended without a word from the server, before it had the message: what it says begins with its code. */
const waitsForConnection = `EXISTS (SELECT 1 FROM attempt
  WHERE attempt.message = message.id AND attempt.number = message.attempts AND attempt.outcome = 'deferred'
    AND attempt.stage <> 'end-of-data' AND attempt.reply NOT GLOB '[2-5][0-9][0-9][ -]*')`

const priorities = [1, 2, 3, 4, 5] as const

/**
 * Makes due what waits only because its server could not be reached (its own "come back later" it goes on waiting for),
 * the more urgent first. Runs inside a transaction; gives the numbers of at most `limit` messages. Milliseconds since 1970.
 */
export function bringForward(
  database: Database,
  user: string,
  nowMs: number,
  limit: number,
): readonly number[] {
  const waiting = database.statement(
    `SELECT id FROM message WHERE user = ? AND priority = ? AND next_attempt_at > ? AND ${waitsForConnection}
      ORDER BY next_attempt_at LIMIT ?`,
  )
  const makeDue = database.statement('UPDATE message SET next_attempt_at = ? WHERE id = ?')
  const found: number[] = []
  for (const priority of priorities) {
    if (found.length >= limit) break
    const rows = waiting.all(user, priority, nowMs, limit - found.length)
    found.push(...rows.map((row) => integerOf(rowOf(row), 'id')))
  }
  for (const number of found) makeDue.run(nowMs, number)
  return found
}

/** When a message was tried, oldest first; milliseconds since 1970. */
export function attemptTimes(database: Database, number: number): readonly number[] {
  return database
    .statement('SELECT at FROM attempt WHERE message = ? ORDER BY number')
    .all(number)
    .map((row) => integerOf(rowOf(row), 'at'))
}

/** How many messages of a user are due; counted in the index alone. */
export function dueCount(database: Database, user: string, nowMs: number): number {
  const count = database.statement(
    'SELECT count(*) AS count FROM message WHERE user = ? AND priority = ? AND next_attempt_at <= ?',
  )
  const of = (priority: number): number => integerOf(rowOf(count.get(user, priority, nowMs)), 'count')
  return priorities.reduce((sum, priority) => sum + of(priority), 0)
}
