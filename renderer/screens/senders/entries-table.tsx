import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../electron/ipc/window-verification.ts'
import { StatusLine } from '../../parts/status-line.tsx'
import { entryStateWords, entryTones } from '../../words/verification-words.ts'

const rowHeightPx = 46
const columns = ['entry', 'covers', 'state'] as const

type Props = {
  readonly entries: readonly EntryView[]
  readonly practice: boolean
  readonly open: string | null
  readonly onOpen: (entry: string) => void
}

/** The entries of both lists, only those in sight drawn. A press on one opens it; arrow keys go from row to row. */
export const EntriesTable = memo(function EntriesTable({
  entries,
  practice,
  open,
  onOpen,
}: Props): ReactNode {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
    getItemKey: (index) => keyOf(entries[index]) ?? index,
  })
  const focusBeside = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    virtualizer.scrollToIndex(Math.min(Math.max(index + step, 0), entries.length - 1))
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index + step}"] button`)?.focus()
  }
  return (
    <div className="entries card" ref={scroller}>
      <table aria-label={t('verification.table')} aria-rowcount={entries.length + 1}>
        <thead>
          <tr className="entries-row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`verification.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const entry = entries[item.index]
            return entry ? (
              <tr
                key={item.key}
                className="entries-row"
                data-index={item.index}
                data-open={entry.entry === open || undefined}
                aria-rowindex={item.index + 2}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <Cells
                  entry={entry}
                  practice={practice}
                  onOpen={onOpen}
                  onKeyDown={(event) => focusBeside(event, item.index)}
                />
              </tr>
            ) : null
          })}
        </tbody>
      </table>
    </div>
  )
})

function Cells({
  entry,
  practice,
  onOpen,
  onKeyDown,
}: {
  readonly entry: EntryView
  readonly practice: boolean
  readonly onOpen: (entry: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <>
      <td className="cut">
        <button
          type="button"
          className="entries-open"
          onClick={() => onOpen(entry.entry)}
          onKeyDown={onKeyDown}
        >
          {entry.entry}
        </button>
      </td>
      <td className="cut dimmed">{t(`verification.covers.${entry.list}`)}</td>
      <td className="cut">
        <StatusLine
          tone={entryTones[entry.state]}
          text={entryStateWords(t, entry, practice, i18n.language)}
        />
      </td>
    </>
  )
}

function keyOf(entry: EntryView | undefined): string | null {
  return entry ? `${entry.list} ${entry.entry}` : null
}
