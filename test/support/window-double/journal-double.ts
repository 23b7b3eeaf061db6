import type { Snapshot, WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import type { JournalEntry, JournalFilter } from '../../../relay/ipc/journal-requests.ts'
import { actionsFor, type MessageAction } from '../../../renderer/state/message-actions.ts'

type Handled = Pick<
  Handlers<WindowContract>,
  'listEntries' | 'countEntries' | 'countForAction' | 'queueActionOnAll' | 'saveMessage' | 'exportJournal'
>

/** The journal as the window's double has it: what its snapshot holds, filtered like the relay does. */
export function journalDouble(snapshot: () => Snapshot): Handled {
  const matching = (filter: JournalFilter): readonly JournalEntry[] =>
    entriesOf(snapshot()).filter((entry) => fits(entry, filter))
  return {
    listEntries({ filter, order, before, limit }) {
      const start = before === undefined ? 0 : Number(before)
      const all = order === 'oldest-first' ? matching(filter).toReversed() : matching(filter)
      const next = start + limit < all.length ? String(start + limit) : null
      return { entries: all.slice(start, start + limit), next, searchedTo: null }
    },
    countEntries: ({ filter }) => ({ count: matching(filter).length, exact: true }),
    countForAction: ({ action, filter }) => ({ count: matching(filter).filter(fitFor(action)).length }),
    queueActionOnAll: ({ action, filter }) => ({ changed: matching(filter).filter(fitFor(action)).length }),
    saveMessage({ id }) {
      const message = snapshot().messages.find((known) => known.id === id)
      const isGone = message === undefined || message.state === 'sent' || message.state === 'deleted'
      return {
        outcome: 'answered',
        path: `/home/ann/${id}.eml`,
        answer: isGone ? { ok: false, reason: 'gone', detail: '' } : { ok: true, bytes: message.bytes },
      }
    },
    exportJournal: ({ filter }) => ({
      outcome: 'answered',
      path: '/home/ann/journal.csv',
      answer: { ok: true, entries: matching(filter).length },
    }),
  }
}

function fitFor(action: MessageAction): (entry: JournalEntry) => boolean {
  return (entry) => entry.kind === 'message' && actionsFor(entry.message).includes(action)
}

function entriesOf({ messages, refusals }: Snapshot): readonly JournalEntry[] {
  const all: readonly JournalEntry[] = [
    ...messages.map((message) => ({ kind: 'message', message }) as const),
    ...refusals.map((refusal) => ({ kind: 'refusal', refusal }) as const),
  ]
  return all.toSorted((one, other) => (timeOf(one) < timeOf(other) ? 1 : -1))
}

function timeOf(entry: JournalEntry): string {
  return entry.kind === 'message' ? entry.message.queuedAt : entry.refusal.at
}

function fits(entry: JournalEntry, { states, user, login, search, since, until }: JournalFilter): boolean {
  const of = entry.kind === 'message' ? entry.message : entry.refusal
  const state = entry.kind === 'message' ? entry.message.state : 'refused'
  const time = timeOf(entry)
  return (
    (states === undefined || states.includes(state)) &&
    (user === undefined || of.user === user) &&
    (login === undefined || of.login === login) &&
    (since === undefined || time >= since) &&
    (until === undefined || time < until) &&
    (search === undefined || JSON.stringify(of).toLowerCase().includes(search.toLowerCase()))
  )
}
