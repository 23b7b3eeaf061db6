import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { movedTo, rowsOfPage } from './row-keys.ts'
import './row-table.css'

type Props<Row> = {
  /** what the table is called */
  readonly label: string
  /** its CSS gives the columns' widths as --row-columns */
  readonly className: string
  readonly titles: readonly string[]
  readonly rows: readonly Row[]
  readonly rowHeightPx: number
  readonly keyOf: (row: Row) => string
  /** what the button that opens the row says */
  readonly nameOf: (row: Row) => string
  /** the row's td elements; `opener`, the button that opens it, belongs into the first */
  readonly renderCells: (row: Row, opener: ReactNode) => ReactNode
  /** key of the row whose panel is open */
  readonly open: string | null
  readonly onOpen: (key: string) => void
}

/**
 * A table of any length: only the rows in sight are drawn. A press anywhere on a row opens it. One row is in the tab
 * order; from it arrow keys, Page Up and Down, Home and End lead on.
 */
export function RowTable<Row>(props: Props<Row>): ReactNode {
  const { rows, rowHeightPx, keyOf, open, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const active = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === activeKey),
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
    getItemKey: (index) => keyAt(props, index),
    // The row with the focus stays drawn wherever one scrolls: a row that goes takes the focus with it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return drawn.includes(active) || active >= rows.length
        ? drawn
        : [...drawn, active].sort((one, other) => one - other)
    },
  })
  const moveFocus = (event: KeyboardEvent): void => {
    const pageRows = rowsOfPage(scroller.current, rowHeightPx)
    const target = movedTo(event.key, { count: rows.length, active, pageRows })
    if (target === null) return
    event.preventDefault()
    // At once, because only a row that is drawn can take the focus.
    flushSync(() => setActiveKey(keyAt(props, target)))
    const row = scroller.current?.querySelector(`[data-index="${target}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector('button')?.focus({ preventScroll: true })
  }
  return (
    <div className={`row-table card ${props.className}`} ref={scroller}>
      <table aria-label={props.label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {props.titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            const key = keyOf(row)
            return (
              <tr
                key={key}
                data-index={index}
                data-open={key === open || undefined}
                aria-rowindex={index + 2}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                {props.renderCells(
                  row,
                  <button
                    type="button"
                    className="row-table-open"
                    tabIndex={index === active ? 0 : -1}
                    onClick={() => onOpen(key)}
                    onFocus={() => setActiveKey(key)}
                    onKeyDown={moveFocus}
                  >
                    {props.nameOf(row)}
                  </button>,
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function keyAt<Row>({ rows, keyOf }: Props<Row>, index: number): string {
  const row = rows[index]
  return row === undefined ? '' : keyOf(row)
}
