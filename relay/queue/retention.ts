import { removeParts } from './acting.ts'
import type { Database } from './database.ts'
import { numberOfTime } from './message-id.ts'
import { integerOf, rowOf } from './sql.ts'

const dayMs = 24 * 60 * 60_000
const sentKeptMs = 90 * dayMs
const failedKeptMs = 30 * dayMs
const atOnce = 500

/**
 * Removes what was kept long enough: messages given up 30 days ago, lines of sent ones after 90. At most 500 in one
 * transaction, so that nobody waits for it; runs inside one. True when there may be more.
 */
export function removeOld(database: Database, nowMs: number): boolean {
  const failed = database
    .statement(`SELECT id FROM message WHERE state = 'failed' AND state <> 'sent' AND changed_at < ? LIMIT ?`)
    .all(nowMs - failedKeptMs, atOnce)
  const sent = database
    .statement(`SELECT id FROM message WHERE id < ? AND state = 'sent' LIMIT ?`)
    .all(numberOfTime(nowMs - sentKeptMs), atOnce)
  const remove = database.statement('DELETE FROM message WHERE id = ?')
  for (const row of [...failed, ...sent]) {
    const number = integerOf(rowOf(row), 'id')
    remove.run(number)
    removeParts(database, number)
  }
  return failed.length === atOnce || sent.length === atOnce
}
