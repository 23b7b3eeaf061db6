import type { Handlers } from './ipc/contract.ts'
import type { RelayContract } from './ipc/relay-contract.ts'
import { journalCsv } from './journal/journal-csv.ts'
import { writePrivateFile } from './queue/private-file.ts'
import type { Relay } from './running-relay.ts'

type Answered =
  | 'listEntries'
  | 'countEntries'
  | 'countForAction'
  | 'queueActionOnAll'
  | 'saveMessage'
  | 'exportJournal'

/** Answers what the app asks about queue and journal at large. */
export function journalDesk({
  queue,
  journal,
  courier,
}: Pick<Relay, 'queue' | 'journal' | 'courier'>): Pick<Handlers<RelayContract>, Answered> {
  return {
    listEntries: (wish) => journal.page(wish),
    countEntries: ({ filter }) => journal.count(filter),
    countForAction: async ({ action, filter }) => ({ count: await queue.countForAction(action, filter) }),
    async queueActionOnAll({ action, filter }) {
      const paused = [...queue.pausedUsers().keys()]
      const changed = await queue.act(action, filter)
      // Trying again by hand also tries the credentials again.
      if (action === 'retry') {
        for (const user of paused) if (!queue.pausedUsers().has(user)) courier.resumeUser(user)
      }
      courier.wake()
      return { changed }
    },
    async saveMessage({ id, path }) {
      const body = queue.body(id)
      if (body === null) return { ok: false, reason: 'gone', detail: '' }
      let bytes = 0
      const written = await writePrivateFile(
        path,
        counted(body, (size) => (bytes += size)),
      )
      return written.ok ? { ok: true, bytes } : { ok: false, ...written.problem }
    },
    async exportJournal({ filter, path }) {
      let entries = 0
      const csv = journalCsv(journal.page, filter, (count) => (entries += count))
      const written = await writePrivateFile(path, csv)
      return written.ok ? { ok: true, entries } : { ok: false, ...written.problem }
    },
  }
}

function* counted(parts: Iterable<Uint8Array>, count: (bytes: number) => void): Iterable<Uint8Array> {
  for (const part of parts) {
    count(part.length)
    yield part
  }
}
