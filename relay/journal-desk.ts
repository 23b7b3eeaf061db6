import type { Handlers } from './ipc/contract.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import type { Relay } from './running-relay.ts'

type Answered =
  | 'listEntries'
  | 'countEntries'
  | 'countForAction'
  | 'queueActionOnAll'
  | 'saveMessage'
  | 'exportJournal'

/** Answers what the app asks about queue and journal at large. */
export function journalDesk({ queue }: Relay): Pick<Handlers<RelayContract>, Answered> {
  const notYet = (): never => {
    throw new Error('the journal does not answer this yet')
  }
  return {
    listEntries: ({ filter: { states, user, login, search }, limit }) => ({
      entries: queue
        .list({ states: states?.filter((state) => state !== 'refused'), user, login, search, limit })
        .map((message) => ({ kind: 'message', message }) as const),
      next: null,
      searchedTo: null,
    }),
    countEntries: notYet,
    countForAction: notYet,
    queueActionOnAll: notYet,
    saveMessage: notYet,
    exportJournal: notYet,
  }
}
