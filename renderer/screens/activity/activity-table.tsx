import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsOfPage } from '../../parts/row-keys.ts'
import { isSelected, nothingSelected, type Selection } from '../../state/selection.ts'
import type { Journal } from '../../state/use-journal.ts'
import { ActivityLine } from './activity-line.tsx'
import { tableKey } from './table-keys.ts'
import { useReadAhead } from './use-read-ahead.ts'
import { useSteadyScroll } from './use-steady-scroll.ts'

const rowHeightPx = 44

const columns = ['time', 'state', 'from', 'to', 'subject', 'answer'] as const

type Props = {
  readonly journal: Journal
  readonly open: string | null
  readonly selection: Selection
  /** whether anything here can be selected */
  readonly selectable: boolean
  readonly onSelect: (selection: Selection) => void
  readonly onOpen: (id: string) => void
}

/**
 * Only the rows in sight are drawn, however many there are. One of them is in the tab order; from it arrow keys, Page
 * Up and Down, Home and End lead on, with Shift they select, Space selects one, Ctrl+A all that match, Enter opens.
 */
export function ActivityTable(props: Props): ReactNode {
  const { journal, open, selection, selectable, onSelect, onOpen } = props
  const { rows, gapAt, hasMore, findOldest } = journal
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [focusOn, setFocusOn] = useState<string | null>(null)
  const active = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The row with the focus stays drawn wherever one scrolls: a row that goes takes the focus with it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return drawn.includes(active) || active >= rows.length
        ? drawn
        : [...drawn, active].sort((one, other) => one - other)
    },
  })
  useSteadyScroll(scroller, rows, rowHeightPx)
  const goTo = (index: number): void => {
    const row = rows[index]
    if (!row) return
    setActiveId(row.id)
    setFocusOn(row.id)
    virtualizer.scrollToIndex(index)
  }
  useReadAhead(journal, virtualizer.range)
  const goToEnd = async (): Promise<void> => {
    const id = await findOldest()
    if (id === null) return
    setActiveId(id)
    setFocusOn(id)
  }
  const touch = (id: string): void => {
    setActiveId(id)
    setFocusOn(null)
  }
  const pageRows = rowsOfPage(scroller.current, rowHeightPx)

  return (
    <div className="activity-table card" ref={scroller}>
      <table aria-label={t('activity.table')} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <thead>
          <tr className="activity-row" aria-rowindex={1}>
            <th scope="col" className="activity-check">
              <input
                type="checkbox"
                aria-label={t('activity.selectAll')}
                disabled={!selectable}
                checked={selection.kind === 'all'}
                onChange={({ currentTarget: { checked } }) =>
                  onSelect(checked ? { kind: 'all' } : nothingSelected)
                }
              />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`activity.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            return row ? (
              <ActivityLine
                key={key}
                {...{ row, rows, index, selection, onSelect }}
                topPx={start}
                heightPx={rowHeightPx}
                isOpen={row.id === open}
                isAfterGap={index === gapAt}
                // Below the gap nobody knows how many rows there are above.
                ariaRowIndex={gapAt !== null && index >= gapAt ? undefined : index + 2}
                isActive={index === active}
                takesFocus={row.id === focusOn}
                isSelected={isSelected(selection, row)}
                onOpen={() => onOpen(row.id)}
                onKeyDown={(event) =>
                  tableKey(event, { rows, active, pageRows, selection, onSelect, goTo, goToEnd })
                }
                onTouched={touch}
              />
            ) : null
          })}
        </tbody>
      </table>
    </div>
  )
}
