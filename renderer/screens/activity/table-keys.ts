import type { KeyboardEvent } from 'react'
import { movedTo, type RowKeys } from '../../parts/row-keys.ts'
import type { ActivityRow } from '../../state/activity-rows.ts'
import { extendedTo, isSelected, nothingSelected, type Selection, toggled } from '../../state/selection.ts'

type Table = Pick<RowKeys, 'active' | 'pageRows'> & {
  readonly rows: readonly ActivityRow[]
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly goTo: (index: number) => void
  /** to the oldest row, also when it has to be read first */
  readonly goToEnd: () => Promise<void>
}

/** What keys do in a list of rows (WAI-ARIA authoring practices, grid with several selectable rows). */
export function tableKey(event: KeyboardEvent, table: Table): void {
  const { rows, active, selection, onSelect, goTo, goToEnd } = table
  const row = rows[active]
  if (!row) return
  const target = movedTo(event.key, { ...table, count: rows.length })
  if (event.key === 'End' && !event.shiftKey) {
    event.preventDefault()
    void goToEnd()
  } else if (target !== null) {
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
