import type { MessageState } from '../domain/message-state.ts'
import type { Database } from './database.ts'
import { parseAddresses, parseRecipientStates, type RecipientState } from './message-rows.ts'
import { rowOf, textOf, textOrNull } from './sql.ts'
import { addToTally } from './tally.ts'

/**
 * A person knows that an uncertain message arrived: its uncertain recipients have it. Runs inside a transaction; false
 * when it is not uncertain any more.
 */
export function setArrived(database: Database, number: number, nowMs: number): boolean {
  const found = database
    .statement(`SELECT recipients, recipient_states FROM message WHERE id = ? AND state = 'uncertain'`)
    .get(number)
  if (found === undefined) return false
  const row = rowOf(found)
  const count = parseAddresses(textOf(row, 'recipients')).length
  const states = parseRecipientStates(textOrNull(row, 'recipient_states'), count).map((one) =>
    one.state === 'uncertain' || one.state === 'asking' ? arrived(one.reply) : one,
  )
  const pending = states.some((one) => one.state === 'pending')
  const failed = states.some((one) => one.state === 'failed')
  const state: MessageState = pending ? 'waiting' : failed ? 'failed' : 'sent'
  database
    .statement(
      `UPDATE message SET state = ?, recipient_states = ?, changed_at = ?,
        next_attempt_at = CASE ? WHEN 'waiting' THEN ifnull(next_attempt_at, ?) END WHERE id = ?`,
    )
    .run(state, JSON.stringify(states), nowMs, state, nowMs, number)
  if (state === 'sent') database.statement('DELETE FROM body_chunk WHERE message = ?').run(number)
  if (state !== 'waiting') addToTally(database, state, nowMs)
  return true
}

function arrived(reply: string): RecipientState {
  return { state: 'delivered', reply }
}
