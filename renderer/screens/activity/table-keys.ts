import type { KeyboardEvent } from 'react'
import type { ActivityRow } from '../../state/activity-rows.ts'
import { extendedTo, isSelected, nothingSelected, type Selection, toggled } from '../../state/selection.ts'

type Table = {
  readonly rows: readonly ActivityRow[]
  /** index of the row that has the focus */
  readonly active: number
  /** rows a page of the window holds */
  readonly pageRows: number
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly goTo: (index: number) => void
}

/** What keys do in a list of rows (WAI-ARIA authoring practices, grid with several selectable rows). */
export function tableKey(event: KeyboardEvent, table: Table): void {
  const { rows, active, selection, onSelect, goTo } = table
  const row = rows[active]
  if (!row) return
  const target = movedTo(event.key, table)
  if (target !== null) {
    event.preventDefault()
    const reached = rows[target]
    if (event.shiftKey && reached) onSelect(extendedTo(selection, reached.id, row.id, rows))
    goTo(target)
  } else if (event.key === ' ' && event.target instanceof HTMLButtonElement) {
    event.preventDefault()
    onSelect(toggled(selection, row.id, rows))
  } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    onSelect({ kind: 'all' })
  } else if (event.key === 'Escape' && rows.some((one) => isSelected(selection, one))) {
    // Not the open panel as well: that is what the next press is for.
    event.stopPropagation()
    onSelect(nothingSelected)
  }
}

function movedTo(key: string, { rows, active, pageRows }: Table): number | null {
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'PageDown':
      return Math.min(active + pageRows, last)
    case 'PageUp':
      return Math.max(active - pageRows, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
