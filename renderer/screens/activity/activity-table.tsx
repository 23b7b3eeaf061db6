import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RowState } from '../../parts/row-state.tsx'
import { type ActivityRow, stateOf } from '../../state/activity-rows.ts'
import { formatTime } from '../../words/format.ts'

const rowHeightPx = 44
/** Older rows are asked for when so many are left below those in sight. */
const rowsAhead = 60

const columns = ['time', 'state', 'from', 'to', 'subject', 'answer'] as const

type Props = {
  readonly rows: readonly ActivityRow[]
  readonly open: string | null
  readonly onOpen: (id: string) => void
  /** the last rows come into sight, and there are more to be had; null: there aren't, or they are on their way */
  readonly onNearEnd: (() => void) | null
}

/** Only the rows in sight are drawn, however many there are. Arrow keys go from row to row. */
export function ActivityTable({ rows, open, onOpen, onNearEnd }: Props): ReactNode {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const lastDrawn = virtualizer.getVirtualItems().at(-1)?.index ?? 0
  const isNearEnd = lastDrawn >= rows.length - rowsAhead
  useEffect(() => {
    if (isNearEnd) onNearEnd?.()
  }, [isNearEnd, onNearEnd])
  const focusBeside = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    virtualizer.scrollToIndex(Math.min(Math.max(index + step, 0), rows.length - 1))
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index + step}"] button`)?.focus()
  }

  return (
    <div className="activity-table card" ref={scroller}>
      <table aria-label={t('activity.table')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr className="activity-row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`activity.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return row ? (
              <tr
                key={item.key}
                className="activity-row"
                data-index={item.index}
                data-open={row.id === open || undefined}
                aria-rowindex={item.index + 2}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <Cells
                  row={row}
                  onOpen={onOpen}
                  onKeyDown={(event) => {
                    focusBeside(event, item.index)
                  }}
                />
              </tr>
            ) : null
          })}
        </tbody>
      </table>
    </div>
  )
}

type CellsProps = {
  readonly row: ActivityRow
  readonly onOpen: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Cells({ row, onOpen, onKeyDown }: CellsProps): ReactNode {
  const { t, i18n } = useTranslation()
  const { from, to, subject, answer } = textsOf(row)
  return (
    <>
      <td className="dimmed">{formatTime(row.at, i18n.language)}</td>
      <td>
        <button type="button" className="activity-open" onClick={() => onOpen(row.id)} onKeyDown={onKeyDown}>
          <RowState state={stateOf(row)} />
        </button>
      </td>
      <td className="cut">{from || t('activity.nullSender')}</td>
      <td className="cut">{to}</td>
      <td className="cut">{subject}</td>
      <td className="cut dimmed">{answer}</td>
    </>
  )
}

function textsOf(row: ActivityRow): Record<'from' | 'to' | 'subject' | 'answer', string> {
  if (row.kind === 'refusal') {
    const { address, login, reply } = row.refusal
    return { from: address ?? login ?? '?', to: '', subject: '', answer: reply }
  }
  const { mailFrom, recipients, subject, reply } = row.message
  return { from: mailFrom, to: recipients.join(', '), subject, answer: reply }
}
