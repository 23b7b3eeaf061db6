import type { Database } from './database.ts'
import { type Actor, noteActions } from './message-actions.ts'
import { integerOf, rowOf } from './sql.ts'

/**
 * Gives one user's queued mail to another. What is being sent at this moment stays, and so does what is out of the
 * queue: that is the past. Runs inside a transaction; gives the numbers of what changed.
 */
export function moveToUser(
  database: Database,
  from: string,
  to: string,
  by: Actor,
  nowMs: number,
): readonly number[] {
  const moved = database
    .statement(
      `UPDATE message SET user = ?, changed_at = ?
        WHERE state <> 'sent' AND state IN ('waiting', 'held', 'uncertain') AND user = ? RETURNING id`,
    )
    .all(to, nowMs, from)
    .map((row) => integerOf(rowOf(row), 'id'))
  noteActions(database, moved, 'moved', by, nowMs)
  return moved
}
