import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import type { MessageState, MessageSummary } from '../../relay/domain/message-state.ts'
import type { ActivityFilter } from './navigation.tsx'

type Refusal = Snapshot['refusals'][number]

/** A line of Activity: a message, or something that never became one. */
export type ActivityRow =
  | { readonly kind: 'message'; readonly id: string; readonly at: string; readonly message: MessageSummary }
  | { readonly kind: 'refusal'; readonly id: string; readonly at: string; readonly refusal: Refusal }

/** Messages and refusals as one list, newest first. */
export function activityRows(
  messages: readonly MessageSummary[],
  refusals: readonly Refusal[],
): readonly ActivityRow[] {
  const rows: ActivityRow[] = [
    ...messages.map((message) => ({
      kind: 'message' as const,
      id: message.id,
      at: message.queuedAt,
      message,
    })),
    ...refusals.map((refusal) => ({ kind: 'refusal' as const, id: refusal.id, at: refusal.at, refusal })),
  ]
  return rows.sort((left, right) => Date.parse(right.at) - Date.parse(left.at))
}

const statesOf: Record<ActivityFilter, readonly (MessageState | 'refused')[]> = {
  all: ['waiting', 'sending', 'held', 'uncertain', 'failed', 'sent', 'refused'],
  waiting: ['waiting', 'sending'],
  attention: ['held', 'uncertain', 'failed'],
  refused: ['refused'],
  sent: ['sent'],
}

/** The rows of a filter that have every word of the search somewhere in what they show. */
export function filterRows(
  rows: readonly ActivityRow[],
  filter: ActivityFilter,
  search: string,
): readonly ActivityRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (!statesOf[filter].includes(stateOf(row))) return false
    const text = words.length > 0 ? textOf(row).toLowerCase() : ''
    return words.every((word) => text.includes(word))
  })
}

export function stateOf(row: ActivityRow): MessageState | 'refused' {
  return row.kind === 'message' ? row.message.state : 'refused'
}

function textOf(row: ActivityRow): string {
  if (row.kind === 'refusal') {
    const { login, user, address, reply } = row.refusal
    return [login, user, address, reply].join(' ')
  }
  const { login, user, mailFrom, recipients, subject, reply } = row.message
  return [login, user, mailFrom, ...recipients, subject, reply].join(' ')
}
