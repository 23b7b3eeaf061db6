import type { MessageState, MessageSummary } from '../../relay/domain/message-state.ts'
import type { RequestInput } from './bridge.ts'

export type MessageAction = RequestInput<'queueAction'>['action']

/** What makes sense for a message, the likeliest first. What is being sent right now is left alone. */
const actionsByState: Record<MessageState, readonly MessageAction[]> = {
  waiting: ['retry', 'hold', 'delete'],
  sending: [],
  held: ['release', 'delete'],
  uncertain: ['retry', 'arrived', 'delete'],
  failed: ['retry', 'delete'],
  sent: [],
  deleted: [],
}

/** All actions, in the order their buttons stand. */
export const messageActions: readonly MessageAction[] = ['retry', 'release', 'arrived', 'hold', 'delete']

/** What can be done to a message now. What the rules hold only the rules let go: the queue would not release it. */
export function actionsFor({ state, holdReason }: MessageSummary): readonly MessageAction[] {
  const staysHeld =
    holdReason === 'sender-not-authorized' || holdReason === 'user-inactive' || holdReason === 'unreadable'
  return actionsByState[state].filter((action) => !(action === 'release' && staysHeld))
}

/** For how many of these messages each action makes sense. */
export function countsOf(messages: readonly MessageSummary[]): Record<MessageAction, number> {
  const counts = { retry: 0, release: 0, arrived: 0, hold: 0, delete: 0 }
  for (const message of messages) for (const action of actionsFor(message)) counts[action]++
  return counts
}
