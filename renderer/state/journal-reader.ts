import { type ActivityRow, rowOf } from './activity-rows.ts'
import type { RequestOutput } from './bridge.ts'
import type { CompanionStore } from './companion-store.ts'
import type { JournalFilter } from './journal-wish.ts'

export type JournalReading = {
  readonly filter: JournalFilter
  /** what was read so far, newest first */
  readonly rows: readonly ActivityRow[]
  /** `failed`: the last question had no answer; what was read before stays */
  readonly phase: 'reading' | 'resting' | 'failed'
  /** whether there is more to read */
  readonly hasMore: boolean
  /** everything from this moment on was looked through; null: from the beginning, or not yet anything */
  readonly readTo: string | null
  readonly count: RequestOutput<'countEntries'> | null
}

export type JournalReader = {
  getState(): JournalReading
  subscribe(listener: () => void): () => void
  /** Starts over with a filter. What is still on its way for an earlier one is forgotten. */
  read(filter: JournalFilter): Promise<void>
  /** The next page, or the failed one once more. Does nothing while one is on its way, or when all was read. */
  readMore(): Promise<void>
}

const firstPage = 200
const laterPage = 500
const screenful = 40

/** Reads the journal page by page, for one filter at a time. */
export function createJournalReader({ ask }: Pick<CompanionStore, 'ask'>): JournalReader {
  const fresh = (filter: JournalFilter): JournalReading => ({
    filter,
    rows: [],
    phase: 'reading',
    hasMore: true,
    readTo: null,
    count: null,
  })
  const listeners = new Set<() => void>()
  let state = fresh({})
  let next: string | null = null

  const change = (part: Partial<JournalReading>): void => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  /** Pages until there is a screenful: a search that takes long answers with short ones. */
  const readOn = async (limit: number): Promise<void> => {
    const { filter } = state
    const had = state.rows.length
    change({ phase: 'reading' })
    while (state.phase === 'reading') {
      const asked = await ask('listEntries', { filter, limit, ...(next === null ? {} : { before: next }) })
      if (state.filter !== filter) return
      if (!asked.ok) return change({ phase: 'failed' })
      next = asked.value.next
      const rows = [...state.rows, ...asked.value.entries.map(rowOf)]
      const isEnough = next === null || rows.length - had >= screenful
      change({
        rows,
        phase: isEnough ? 'resting' : 'reading',
        hasMore: next !== null,
        readTo: asked.value.searchedTo,
      })
    }
  }

  const count = async (): Promise<void> => {
    const { filter } = state
    const asked = await ask('countEntries', { filter })
    if (asked.ok && state.filter === filter) change({ count: asked.value })
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async read(filter) {
      next = null
      // A new object each time: it is also how an answer is told from one to an earlier question.
      change(fresh({ ...filter }))
      await Promise.all([readOn(firstPage), count()])
    },
    async readMore() {
      if (state.phase === 'reading' || !state.hasMore) return
      await readOn(state.rows.length === 0 ? firstPage : laterPage)
    },
  }
}
