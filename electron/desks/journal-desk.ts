import type { Desk, Office } from './office.ts'
import type { Desktop } from './preferences-desk.ts'

/** Queue and journal at large. A file's place is asked here, its bytes go from the relay straight to the disk. */
export function journalDesk(
  office: Office,
  desktop: Pick<Desktop, 'askWhereToSave'>,
): Desk<
  'listEntries' | 'countEntries' | 'countForAction' | 'queueActionOnAll' | 'saveMessage' | 'exportJournal'
> {
  const { relay, nowMs } = office
  return {
    listEntries: (input) => relay.call('listEntries', input),
    countEntries: (input) => relay.call('countEntries', input),
    countForAction: (input) => relay.call('countForAction', input),
    queueActionOnAll: (input) => relay.call('queueActionOnAll', input),
    async saveMessage({ id }) {
      const path = await desktop.askWhereToSave(`${fileName(id)}.eml`)
      if (path === null) return { outcome: 'cancelled' }
      return { outcome: 'answered', path, answer: await relay.call('saveMessage', { id, path }) }
    },
    async exportJournal({ filter }) {
      const day = new Date(nowMs()).toISOString().slice(0, 10)
      const path = await desktop.askWhereToSave(`journal-${day}.csv`)
      if (path === null) return { outcome: 'cancelled' }
      return { outcome: 'answered', path, answer: await relay.call('exportJournal', { filter, path }) }
    },
  }
}

// What the page calls an id becomes part of a path.
function fileName(id: string): string {
  return id.replaceAll(/[^a-z0-9]/g, '').slice(0, 40) || 'message'
}
