import type { MessageAction } from '../domain/message-state.ts'
import { assertNever } from '../domain/result.ts'
import { askedNoMore, backInQueue } from './asking.ts'
import { releasable } from './choosing.ts'
import type { Database } from './database.ts'
import type { QueueAction } from './queue-contract.ts'
import { setArrived } from './uncertain-mail.ts'

/** Applies an action to one message. Runs inside a transaction. False when it changed meanwhile. */
export function applyAction(database: Database, action: QueueAction, number: number, nowMs: number): boolean {
  switch (action) {
    case 'retry':
      return retry(database, number, nowMs)
    case 'hold':
      return changed(
        database,
        `UPDATE message SET state = 'held', hold_reason = 'by-hand', next_attempt_at = NULL, changed_at = ?
          WHERE id = ? AND state IN ('waiting', 'uncertain')`,
        nowMs,
        number,
      )
    case 'release':
      return changed(
        database,
        `UPDATE message SET hold_reason = NULL, changed_at = ?, ${backInQueue}
          WHERE id = ? AND state = 'held' AND ${releasable}`,
        nowMs,
        nowMs,
        number,
      )
    case 'arrived':
      return setArrived(database, number, nowMs)
    case 'delete': {
      const gone = changed(
        database,
        // What it was and that a person removed it stays in the journal; its bytes go.
        `UPDATE message SET state = 'deleted', hold_reason = NULL, next_attempt_at = NULL, changed_at = ?
          WHERE id = ? AND state NOT IN ('sending', 'deleted')`,
        nowMs,
        number,
      )
      if (gone) database.statement('DELETE FROM body_chunk WHERE message = ?').run(number)
      return gone
    }
    default:
      return assertNever(action)
  }
}

function retry(database: Database, number: number, nowMs: number): boolean {
  const due = changed(
    database,
    `UPDATE message SET next_attempt_at = ?, changed_at = ?,
        -- a message that was given up gets its whole time again
        queued_at = CASE state WHEN 'failed' THEN ? ELSE queued_at END,
        recipient_states = CASE state WHEN 'failed' THEN replace(recipient_states, '"state":"failed"', '"state":"pending"')
          ELSE ${askedNoMore} END,
        state = CASE state WHEN 'failed' THEN 'waiting' ELSE state END
      WHERE id = ? AND state IN ('waiting', 'uncertain', 'failed')`,
    nowMs,
    nowMs,
    nowMs,
    number,
  )
  // Its user may be paused after refused credentials: asking for a retry is asking to try those again too.
  if (due)
    changed(database, 'DELETE FROM user_pause WHERE user = (SELECT user FROM message WHERE id = ?)', number)
  return due
}

/** The word for a message's life. */
export function actionDone(action: QueueAction): MessageAction['action'] {
  const words = {
    retry: 'retried',
    hold: 'held',
    release: 'released',
    arrived: 'arrived',
    delete: 'deleted',
  } as const
  return words[action]
}

export function removeParts(database: Database, number: number): void {
  database.statement('DELETE FROM body_chunk WHERE message = ?').run(number)
  database.statement('DELETE FROM attempt WHERE message = ?').run(number)
  database.statement('DELETE FROM message_action WHERE message = ?').run(number)
}

function changed(database: Database, sql: string, ...values: readonly number[]): boolean {
  return Number(database.statement(sql).run(...values).changes) > 0
}
