import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { ActivityRow } from '../../state/activity-rows.ts'

/** New rows come in at the top. Whoever has scrolled down keeps the rows they read where they are. */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly ActivityRow[],
  rowHeightPx: number,
): void {
  const seen = useRef<readonly ActivityRow[]>(rows)
  useLayoutEffect(() => {
    const element = scroller.current
    const before = seen.current
    seen.current = rows
    if (!element || element.scrollTop < rowHeightPx || before === rows) return
    const place = Math.floor(element.scrollTop / rowHeightPx)
    const first = before[place]
    const now = first ? rows.findIndex(({ id }) => id === first.id) : -1
    if (now >= 0) element.scrollBy({ top: (now - place) * rowHeightPx, behavior: 'instant' })
  }, [scroller, rows, rowHeightPx])
}
