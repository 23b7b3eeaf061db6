import { type MessageAction, messageAction } from '../domain/message-state.ts'
import type { Database } from './database.ts'
import { isoTime } from './message-rows.ts'
import { integerOf, rowOf } from './sql.ts'

/** Who did something to a message: a person in the app, a command, the rules, the relay by itself. */
export type Actor = MessageAction['by']

/** Writes down what was done to these messages, for their lives in the journal. Runs inside a transaction. */
export function noteActions(
  database: Database,
  numbers: readonly number[],
  action: MessageAction['action'],
  by: Actor,
  nowMs: number,
): void {
  database
    .statement(
      `INSERT OR IGNORE INTO message_action (message, at, action, actor)
        SELECT value, ?, ?, ? FROM json_each(?)`,
    )
    .run(nowMs, action, by, JSON.stringify(numbers))
}

/** Oldest first. */
export function actionsOf(database: Database, number: number): readonly MessageAction[] {
  return database
    .statement('SELECT at, action, actor FROM message_action WHERE message = ? ORDER BY at')
    .all(number)
    .map((value) => {
      const row = rowOf(value)
      const at = isoTime(integerOf(row, 'at'))
      return messageAction.parse({ at, action: row['action'], by: row['actor'] })
    })
}
