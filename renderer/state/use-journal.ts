import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type ActivityRow, activityRows } from './activity-rows.ts'
import { useCompanion, useSnapshot } from './companion-context.tsx'
import { createJournalReader, type JournalReading } from './journal-reader.ts'
import { rowsOfNow } from './journal-rows.ts'
import { filterOf, type JournalWish } from './journal-wish.ts'

export type Journal = Pick<JournalReading, 'filter' | 'phase' | 'hasMore' | 'readTo' | 'count'> & {
  readonly rows: readonly ActivityRow[]
  /** index of the first row that was read back from the oldest: between it and the row before, some are missing */
  readonly gapAt: number | null
  /** what the app hears of by itself, whatever was wished for */
  readonly live: readonly ActivityRow[]
  readonly readMore: () => void
  readonly readFromOldest: () => void
  readonly findOldest: () => Promise<string | null>
  readonly startOver: () => void
}

/** Typing is over when no key was pressed for so long. */
const typingMs = 200

/** The rows somebody wishes to see: read page by page, and kept up to date by what the app hears of by itself. */
export function useJournal(wish: JournalWish): Journal {
  const companion = useCompanion()
  const [reader] = useState(() => createJournalReader(companion))
  const reading = useSyncExternalStore(reader.subscribe, reader.getState)
  const settled = useSettledSearch(wish)
  const messages = useSnapshot((snapshot) => snapshot.messages)
  const refusals = useSnapshot((snapshot) => snapshot.refusals)
  const live = useMemo(() => activityRows(messages, refusals), [messages, refusals])
  const { filter, rows, readTo, fromOldest } = reading
  const rowsNow = useMemo(() => rowsOfNow(rows, live, filter, readTo), [rows, live, filter, readTo])
  const readMore = useCallback(() => void reader.readMore(), [reader])
  const readFromOldest = useCallback(() => void reader.readFromOldest(), [reader])
  const { findOldest } = reader
  const startOver = useCallback(() => void reader.read(filterOf(settled, Date.now())), [reader, settled])
  useEffect(startOver, [startOver])
  // A relay that starts has no answer yet: what was asked then is asked once more when it runs.
  const relayStatus = useSnapshot(({ relay }) => relay.status)
  useEffect(() => {
    if (relayStatus === 'running' && reader.getState().phase === 'failed') startOver()
  }, [relayStatus, reader, startOver])
  const gapAt = useMemo(
    () => gapBefore(rowsNow, rows.slice(rows.length - fromOldest)),
    [rowsNow, rows, fromOldest],
  )
  return { ...reading, rows: rowsNow, gapAt, live, readMore, readFromOldest, findOldest, startOver }
}

/** The wish with its search as it was when typing paused; everything else counts at once. */
function useSettledSearch(wish: JournalWish): JournalWish {
  const [search, setSearch] = useState(wish.search)
  useEffect(() => {
    const pause = setTimeout(() => setSearch(wish.search), wish.search === '' ? 0 : typingMs)
    return () => clearTimeout(pause)
  }, [wish.search])
  const { show, user, login, period, firstDay, lastDay } = wish
  return useMemo(
    () => ({ show, user, login, period, firstDay, lastDay, search }),
    [show, user, login, period, firstDay, lastDay, search],
  )
}

function gapBefore(rowsNow: readonly ActivityRow[], fromOldest: readonly ActivityRow[]): number | null {
  if (fromOldest.length === 0) return null
  const ids = new Set(fromOldest.map(({ id }) => id))
  const at = rowsNow.findIndex(({ id }) => ids.has(id))
  return at < 0 ? null : at
}
