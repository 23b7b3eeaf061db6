import { setImmediate } from 'node:timers/promises'
import type { MessageState } from '../domain/message-state.ts'
import { assertNever } from '../domain/result.ts'
import type { MessageFilter } from '../ipc/journal-requests.ts'
import type { Database } from './database.ts'
import { numberSearched, questionOf } from './journal-filter.ts'
import { messageNumber } from './message-id.ts'
import type { ActionTarget, QueueAction } from './queue-contract.ts'
import { integerOf, rowOf, textOf } from './sql.ts'

/** What the rules hold only the rules let go; and a damaged line can't be sent. */
export const releasable = `hold_reason NOT IN ('sender-not-authorized', 'user-inactive', 'unreadable')`

const lookedAtOnce = 2000

/** The numbers of the messages an action would apply to: those asked for, or all it makes sense for. */
export async function chooseMessages(
  database: Database,
  action: QueueAction,
  target: ActionTarget,
): Promise<readonly number[]> {
  if (target === 'all') return chooseMatching(database, action, {})
  return isList(target) ? chooseByIds(database, action, target) : chooseMatching(database, action, target)
}

// Array.isArray doesn't tell a read-only list from the rest.
function isList(target: readonly string[] | MessageFilter): target is readonly string[] {
  return Array.isArray(target)
}

function chooseByIds(database: Database, action: QueueAction, ids: readonly string[]): readonly number[] {
  const states: readonly string[] = statesFor(action, true)
  const stateOf = database.statement('SELECT state FROM message WHERE id = ?')
  return ids.flatMap((id) => {
    const number = messageNumber(id)
    const row = number === null ? undefined : stateOf.get(number)
    return number !== null && row !== undefined && states.includes(textOf(rowOf(row), 'state'))
      ? [number]
      : []
  })
}

/**
 * The numbers of all matching messages that the action makes sense for, oldest first. Looks at 2000 messages in a
 * turn: others work in between, so an action may still find one of them changed.
 */
export async function chooseMatching(
  database: Database,
  action: QueueAction,
  filter: MessageFilter,
): Promise<readonly number[]> {
  const question = questionOf(filter)
  const { messages, term, from, until } = question
  const named = numberSearched(question)
  if (messages === null) return []
  const states = statesFor(action, filter.states !== undefined)
  const wanted = states.filter((state) => filter.states === undefined || filter.states.includes(state))
  const conditions = named === null || term === null ? messages.sql : `(id = ${named} OR (${messages.sql}))`
  const edge = database.statement(
    `SELECT id FROM message INDEXED BY message_in_queue
      WHERE state = ? AND state <> 'sent' AND id >= ? ORDER BY id LIMIT 1 OFFSET ${lookedAtOnce}`,
  )
  const matching = database.statement(
    `SELECT id FROM message INDEXED BY message_in_queue
      WHERE state = ? AND state <> 'sent' AND id >= ? AND id < ? AND ${conditions}
      ${action === 'release' ? `AND ${releasable}` : ''} ORDER BY id`,
  )
  const chosen: number[] = []
  for (const state of wanted) {
    for (let start = from; start < until; ) {
      const row = edge.get(state, start)
      const end = row === undefined ? until : Math.min(until, integerOf(rowOf(row), 'id'))
      for (const one of matching.all(state, start, end, ...messages.values)) {
        chosen.push(integerOf(rowOf(one), 'id'))
      }
      start = end
      if (start < until) await setImmediate()
    }
  }
  return chosen
}

// What is being sent right now is left alone: its bytes are on their way, and its outcome will be written.
// "Retry all" means what waits; a message that was given up is tried again only when someone asks for such.
function statesFor(action: QueueAction, asked: boolean): readonly MessageState[] {
  switch (action) {
    case 'retry':
      return asked ? ['waiting', 'uncertain', 'failed'] : ['waiting', 'uncertain']
    case 'hold':
      return ['waiting', 'uncertain']
    case 'release':
      return ['held']
    case 'arrived':
      return ['uncertain']
    case 'delete':
      return ['waiting', 'uncertain', 'held', 'failed']
    default:
      return assertNever(action)
  }
}
