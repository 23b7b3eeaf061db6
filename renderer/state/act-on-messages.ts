import type { MessageSummary } from '../../relay/domain/message-state.ts'
import type { CompanionStore } from './companion-store.ts'
import type { MessageFilter } from './journal-wish.ts'
import { actionsFor, type MessageAction, messageActions } from './message-actions.ts'

type Asks = Pick<CompanionStore, 'ask'>

/** What the contract takes in one call. */
const idsAtOnce = 10_000

/**
 * Does it to those of the messages it makes sense for. How many were changed, or null when the relay didn't answer;
 * what was done before that stays done.
 */
export async function actOnMessages(
  { ask }: Asks,
  action: MessageAction,
  messages: readonly MessageSummary[],
): Promise<number | null> {
  const ids = messages.filter((message) => actionsFor(message).includes(action)).map(({ id }) => id)
  let changed = 0
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const asked = await ask('queueAction', { action, ids: ids.slice(start, start + idsAtOnce) })
    if (!asked.ok) return null
    changed += asked.value.changed
  }
  return changed
}

/** The same for all that match, read or not. */
export async function actOnAll(
  { ask }: Asks,
  action: MessageAction,
  filter: MessageFilter,
): Promise<number | null> {
  const asked = await ask('queueActionOnAll', { action, filter })
  return asked.ok ? asked.value.changed : null
}

/** For how many of all that match each action makes sense, or null when the relay didn't answer. */
export async function countAll(
  { ask }: Asks,
  filter: MessageFilter,
): Promise<Record<MessageAction, number> | null> {
  const counts = { retry: 0, release: 0, arrived: 0, hold: 0, delete: 0 }
  for (const action of messageActions) {
    const asked = await ask('countForAction', { action, filter })
    if (!asked.ok) return null
    counts[action] = asked.value.count
  }
  return counts
}
