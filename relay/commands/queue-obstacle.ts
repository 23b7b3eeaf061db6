import type { MessageSummary } from '../domain/message-state.ts'
import { assertNever } from '../domain/result.ts'
import type { QueueAction } from '../queue/queue-contract.ts'

/** Why an action left a message as it was. */
export type Obstacle =
  | 'no-such-message'
  | 'being-sent'
  | 'on-hold'
  | 'sender-not-authorized'
  | 'user-inactive'
  | 'unreadable'
  | 'already-on-hold'
  | 'not-on-hold'
  | 'not-uncertain'
  | 'given-up'
  | 'already-sent'
  | 'already-deleted'
  | 'changed-meanwhile'

type Message = Pick<MessageSummary, 'id' | 'state' | 'holdReason' | 'user' | 'mailFrom'>

/** Why the action didn't apply to the message as it is now; null is one that isn't there. */
export function obstacleOf(action: QueueAction, message: Message | null): Obstacle {
  if (message === null) return 'no-such-message'
  if (action === 'arrived' && message.state !== 'uncertain' && message.state !== 'sent')
    return 'not-uncertain'
  switch (message.state) {
    case 'sending':
      return 'being-sent'
    case 'deleted':
      return 'already-deleted'
    case 'sent':
      return 'already-sent'
    case 'held':
      return heldObstacle(action, message)
    case 'failed':
      if (action === 'hold') return 'given-up'
      return action === 'release' ? 'not-on-hold' : 'changed-meanwhile'
    case 'waiting':
    case 'uncertain':
      return action === 'release' ? 'not-on-hold' : 'changed-meanwhile'
    default:
      return assertNever(message.state)
  }
}

function heldObstacle(action: QueueAction, { holdReason }: Message): Obstacle {
  if (action === 'delete') return 'changed-meanwhile'
  if (action === 'hold') return 'already-on-hold'
  if (holdReason === 'sender-not-authorized' || holdReason === 'user-inactive') return holdReason
  if (holdReason === 'unreadable') return 'unreadable'
  return action === 'retry' ? 'on-hold' : 'changed-meanwhile'
}

/** The obstacle in words, with its cure where there is one. */
export function obstacleSentence(obstacle: Obstacle, id: string, message: Message | null): string {
  switch (obstacle) {
    case 'no-such-message':
      return `There is no message ${id} here.`
    case 'being-sent':
      return `${id} is being sent now, so it was left alone (or was when the relay ended: then it waits again at its next start).`
    case 'on-hold':
      return `${id} is on hold. Let it go with: queue release ${id}`
    case 'sender-not-authorized':
      return `${id} is on hold because its sender (${message?.mailFrom || 'the header From'}) isn't authorized for user ${message?.user ?? ''}. Only the rules let it go: authorize the sender, and it goes.`
    case 'user-inactive':
      return `${id} is on hold because user ${message?.user ?? ''} isn't active. Only the rules let it go: set the user's status to active, and it goes.`
    case 'unreadable':
      return `${id} can't be sent: its line in the database is damaged. Send it again from the program, then: queue delete ${id}`
    case 'already-on-hold':
      return `${id} is on hold already.`
    case 'not-on-hold':
      return `${id} isn't on hold.`
    case 'not-uncertain':
      return `${id} isn't uncertain: nothing was lost on its way that could have arrived. Look at it with: queue show ${id}`
    case 'given-up':
      return `${id} was given up: nothing is being tried that could be put on hold. Delete it, or try it again with: queue retry ${id}`
    case 'already-sent':
      return `${id} was sent already.`
    case 'already-deleted':
      return `${id} was deleted: only its line in the journal is left.`
    case 'changed-meanwhile':
      return `${id} was changed by another at this moment. Look at it with "queue show ${id}" and try again.`
    default:
      return assertNever(obstacle)
  }
}
