import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import type { MessageState, MessageSummary } from '../../relay/domain/message-state.ts'
import type { RequestOutput } from './bridge.ts'

type Refusal = Snapshot['refusals'][number]
type JournalEntry = RequestOutput<'listEntries'>['entries'][number]

/** A line of Activity: a message, or something that never became one. */
export type ActivityRow =
  | { readonly kind: 'message'; readonly id: string; readonly at: string; readonly message: MessageSummary }
  | { readonly kind: 'refusal'; readonly id: string; readonly at: string; readonly refusal: Refusal }

/** Messages and refusals as one list, newest first. */
export function activityRows(
  messages: readonly MessageSummary[],
  refusals: readonly Refusal[],
): readonly ActivityRow[] {
  const rows = [...messages.map(messageRow), ...refusals.map(refusalRow)]
  return rows.sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
}

export function rowOf(entry: JournalEntry): ActivityRow {
  return entry.kind === 'message' ? messageRow(entry.message) : refusalRow(entry.refusal)
}

export function stateOf(row: ActivityRow): MessageState | 'refused' {
  return row.kind === 'message' ? row.message.state : 'refused'
}

function messageRow(message: MessageSummary): ActivityRow {
  return { kind: 'message', id: message.id, at: message.queuedAt, message }
}

function refusalRow(refusal: Refusal): ActivityRow {
  return { kind: 'refusal', id: refusal.id, at: refusal.at, refusal }
}
