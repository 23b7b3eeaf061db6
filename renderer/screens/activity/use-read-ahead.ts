import { useEffect } from 'react'
import type { Journal } from '../../state/use-journal.ts'

/** Rows are asked for when so few are left between those in sight and where rows are missing. */
const rowsAhead = 60

type InSight = { readonly startIndex: number; readonly endIndex: number } | null

/**
 * Has rows read before somebody scrolls to where they are missing: below the newest, or above those that were read
 * back from the oldest.
 */
export function useReadAhead(journal: Journal, inSight: InSight): void {
  const { rows, gapAt, phase, hasMore, readMore, readFromOldest } = journal
  const first = inSight?.startIndex ?? 0
  const last = inSight?.endIndex ?? 0
  const isAboveGap = first < (gapAt ?? rows.length)
  const isNear = isAboveGap
    ? last >= (gapAt ?? rows.length) - rowsAhead
    : gapAt !== null && first < gapAt + rowsAhead
  const canRead = phase === 'resting' && hasMore
  useEffect(() => {
    if (!canRead || !isNear) return
    if (isAboveGap) readMore()
    else readFromOldest()
  }, [canRead, isNear, isAboveGap, readMore, readFromOldest])
}
