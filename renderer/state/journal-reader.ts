import { type ActivityRow, rowOf } from './activity-rows.ts'
import type { RequestOutput } from './bridge.ts'
import type { CompanionStore } from './companion-store.ts'
import type { JournalFilter } from './journal-wish.ts'

type Phase = 'reading' | 'resting' | 'failed'

export type JournalReading = {
  readonly filter: JournalFilter
  /** what was read so far, newest first: on from the newest and, with a gap between, back from the oldest */
  readonly rows: readonly ActivityRow[]
  /** how many of the rows at the end were read back from the oldest; 0: there is no gap */
  readonly fromOldest: number
  /** `failed`: the last question had no answer; what was read before stays */
  readonly phase: Phase
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
  /** The page before those that were read back from the oldest; the oldest page itself where there is none yet. */
  readFromOldest(): Promise<void>
  /** The id of the oldest row there is, read if it has to be; null: there is none, or no answer. */
  findOldest(): Promise<string | null>
}

type End = 'newest-first' | 'oldest-first'

const firstPage = 200
const laterPage = 500
const screenful = 40

/** Reads the journal page by page, from both ends, for one filter at a time. */
export function createJournalReader({ ask }: Pick<CompanionStore, 'ask'>): JournalReader {
  const fresh = (filter: JournalFilter): JournalReading => ({
    filter,
    rows: [],
    fromOldest: 0,
    phase: 'reading',
    hasMore: true,
    readTo: null,
    count: null,
  })
  const listeners = new Set<() => void>()
  let state = fresh({})
  let lastReading: Promise<void> = Promise.resolve()
  const next = new Map<End, string>()

  const change = (part: Partial<JournalReading>): void => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  /** Pages until there is a screenful: a search that takes long answers with short ones. */
  const readPages = async (end: End, limit: number): Promise<void> => {
    const { filter } = state
    const had = state.rows.length
    change({ phase: 'reading' })
    while (state.phase === 'reading') {
      const before = next.get(end)
      const order = end === 'newest-first' ? {} : { order: end }
      const wish = { filter, limit, ...order, ...(before ? { before } : {}) }
      const asked = await ask('listEntries', wish, { isToldThere: true })
      if (state.filter !== filter) return
      if (!asked.ok) return change({ phase: 'failed' })
      const { entries, searchedTo } = asked.value
      const { met, ...joined } = joinedAt(end, state, entries.map(rowOf))
      const isAll = met || asked.value.next === null
      if (asked.value.next !== null) next.set(end, asked.value.next)
      const isEnough = isAll || joined.rows.length - had >= screenful
      change({
        rows: joined.rows,
        fromOldest: isAll ? 0 : joined.fromOldest,
        phase: isEnough ? 'resting' : 'reading',
        hasMore: !isAll,
        readTo: isAll ? null : end === 'newest-first' ? searchedTo : state.readTo,
      })
    }
  }

  const readOn = (end: End, limit: number): Promise<void> => {
    lastReading = readPages(end, limit)
    return lastReading
  }

  const count = async (): Promise<void> => {
    const { filter } = state
    const asked = await ask('countEntries', { filter }, { isToldThere: true })
    if (asked.ok && state.filter === filter) change({ count: asked.value })
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async read(filter) {
      next.clear()
      // A new object each time: it is also how an answer is told from one to an earlier question.
      change(fresh({ ...filter }))
      await Promise.all([readOn('newest-first', firstPage), count()])
    },
    async readMore() {
      if (state.phase === 'reading' || !state.hasMore) return
      await readOn('newest-first', state.rows.length === 0 ? firstPage : laterPage)
    },
    async readFromOldest() {
      if (state.phase === 'reading' || !state.hasMore) return
      await readOn('oldest-first', state.fromOldest === 0 ? firstPage : laterPage)
    },
    async findOldest() {
      await lastReading
      if (state.hasMore && state.fromOldest === 0) await readOn('oldest-first', firstPage)
      const isFound = !state.hasMore || state.fromOldest > 0
      return isFound ? (state.rows.at(-1)?.id ?? null) : null
    },
  }
}

type Joined = Pick<JournalReading, 'rows' | 'fromOldest'> & { readonly met: boolean }

/** A page put to the rows of its end. `met`: it holds a row that had been read from the other end. */
function joinedAt(
  end: End,
  { rows, fromOldest }: Pick<JournalReading, 'rows' | 'fromOldest'>,
  page: readonly ActivityRow[],
): Joined {
  const split = rows.length - fromOldest
  const [newer, older] = [rows.slice(0, split), rows.slice(split)]
  const known = new Set((end === 'newest-first' ? older : newer).map(({ id }) => id))
  const fresh = page.filter(({ id }) => !known.has(id))
  const met = fresh.length < page.length
  return end === 'newest-first'
    ? { rows: [...newer, ...fresh, ...older], fromOldest, met }
    : { rows: [...newer, ...fresh.toReversed(), ...older], fromOldest: fromOldest + fresh.length, met }
}
