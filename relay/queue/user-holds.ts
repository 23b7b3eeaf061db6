import type { HoldReason } from '../domain/message-state.ts'
import { backInQueue } from './asking.ts'
import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** Holds what waits for any user but these. Runs inside a transaction; gives the numbers of what changed. */
export function holdOthers(
  database: Database,
  users: readonly string[],
  reason: HoldReason,
  nowMs: number,
): readonly number[] {
  return numbersOf(
    database
      .statement(
        `UPDATE message SET state = 'held', hold_reason = ?, next_attempt_at = NULL, changed_at = ?
          WHERE next_attempt_at IS NOT NULL AND user NOT IN (SELECT value FROM json_each(?)) RETURNING id`,
      )
      .all(reason, nowMs, JSON.stringify(users)),
  )
}

/** Makes due what is held for this reason and belongs to one of these users. Runs inside a transaction. */
export function releaseOf(
  database: Database,
  users: readonly string[],
  reason: HoldReason,
  nowMs: number,
): readonly number[] {
  return numbersOf(
    database
      .statement(
        `UPDATE message SET hold_reason = NULL, changed_at = ?, ${backInQueue}
          WHERE state = 'held' AND state <> 'sent' AND hold_reason = ?
          AND user IN (SELECT value FROM json_each(?)) RETURNING id`,
      )
      .all(nowMs, nowMs, reason, JSON.stringify(users)),
  )
}

function numbersOf(rows: readonly unknown[]): readonly number[] {
  return rows.map((row) => integerOf(rowOf(row), 'id'))
}
