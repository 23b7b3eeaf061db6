import { assertNever } from '../domain/result.ts'
import type { Database } from './database.ts'
import { messageNumber } from './message-id.ts'
import type { QueueAction } from './queue-contract.ts'
import { integerOf, rowOf, textOf } from './sql.ts'
import { askedNoMore, backInQueue, setArrived } from './uncertain-mail.ts'

/** The numbers of the messages an action would apply to: those asked for, or all it makes sense for. */
export function chooseMessages(
  database: Database,
  action: QueueAction,
  ids: readonly string[] | 'all',
): readonly number[] {
  const states = statesFor(action, ids === 'all')
  if (ids === 'all') {
    const query = database.statement(`SELECT id FROM message WHERE state = ? AND state <> 'sent' ORDER BY id`)
    return states.flatMap((state) => query.all(state).map((row) => integerOf(rowOf(row), 'id')))
  }
  const stateOf = database.statement('SELECT state FROM message WHERE id = ?')
  return ids.flatMap((id) => {
    const number = messageNumber(id)
    const row = number === null ? undefined : stateOf.get(number)
    return number !== null && row !== undefined && states.includes(textOf(rowOf(row), 'state'))
      ? [number]
      : []
  })
}

// What is being sent right now is left alone: its bytes are on their way, and its outcome will be written.
// "Retry all" means what waits; a message that was given up is tried again only when someone asks for that one.
function statesFor(action: QueueAction, all: boolean): readonly string[] {
  switch (action) {
    case 'retry':
      return all ? ['waiting', 'uncertain'] : ['waiting', 'uncertain', 'failed']
    case 'hold':
      return ['waiting', 'uncertain']
    case 'release':
      return ['held']
    case 'arrived':
      return ['uncertain']
    case 'delete':
      return all
        ? ['waiting', 'uncertain', 'held', 'failed']
        : ['waiting', 'uncertain', 'held', 'failed', 'sent']
    default:
      return assertNever(action)
  }
}

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
        // What the rules hold only the rules let go: authorizing its sender, making its user active.
        `UPDATE message SET hold_reason = NULL, changed_at = ?, ${backInQueue}
          WHERE id = ? AND state = 'held' AND hold_reason NOT IN ('sender-not-authorized', 'user-inactive')`,
        nowMs,
        nowMs,
        number,
      )
    case 'arrived':
      return setArrived(database, number, nowMs)
    case 'delete': {
      const gone = changed(database, `DELETE FROM message WHERE id = ? AND state <> 'sending'`, number)
      if (gone) removeParts(database, number)
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

export function removeParts(database: Database, number: number): void {
  database.statement('DELETE FROM body_chunk WHERE message = ?').run(number)
  database.statement('DELETE FROM attempt WHERE message = ?').run(number)
}

function changed(database: Database, sql: string, ...values: readonly number[]): boolean {
  return Number(database.statement(sql).run(...values).changes) > 0
}
