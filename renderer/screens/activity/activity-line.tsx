import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RowState } from '../../parts/row-state.tsx'
import { type ActivityRow, stateOf } from '../../state/activity-rows.ts'
import { extendedTo, type Selection, toggled } from '../../state/selection.ts'
import { formatTime } from '../../words/format.ts'

type Props = {
  readonly row: ActivityRow
  readonly rows: readonly ActivityRow[]
  readonly index: number
  readonly topPx: number
  readonly heightPx: number
  readonly isOpen: boolean
  /** between it and the row before, some weren't read yet */
  readonly isAfterGap: boolean
  readonly ariaRowIndex: number | undefined
  /** the one row in the tab order */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onOpen: () => void
  readonly onTouched: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** it has yet to take the focus: a row may be drawn later than a key led to it */
  readonly takesFocus: boolean
}

/** One row: a press opens it, with Ctrl or Shift it selects. */
export function ActivityLine(props: Props): ReactNode {
  const { row, rows, isActive, isSelected, selection, onSelect, onOpen, onTouched, takesFocus } = props
  const { t, i18n } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    button.current?.focus({ preventScroll: true })
    button.current?.closest('tr')?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [takesFocus])
  const select = (isRange: boolean): void => {
    onTouched(row.id)
    onSelect(isRange ? extendedTo(selection, row.id, row.id, rows) : toggled(selection, row.id, rows))
  }
  const press = (event: MouseEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) select(event.shiftKey)
    else onOpen()
  }
  const { from, to, subject, answer } = textsOf(row)
  return (
    <tr
      className="activity-row"
      data-index={props.index}
      data-open={props.isOpen || undefined}
      data-after-gap={props.isAfterGap || undefined}
      aria-rowindex={props.ariaRowIndex}
      data-selected={isSelected || undefined}
      style={{ height: props.heightPx, transform: `translateY(${props.topPx}px)` }}
    >
      <td className="activity-check">
        {row.kind === 'message' ? (
          <input
            type="checkbox"
            // Space on the row does the same.
            tabIndex={-1}
            aria-label={t('activity.select', { subject: subject || t('activity.noSubject') })}
            checked={isSelected}
            onKeyDown={props.onKeyDown}
            onChange={(event) => select(isShifted(event.nativeEvent))}
          />
        ) : null}
      </td>
      <td className="dimmed">{formatTime(row.at, i18n.language)}</td>
      <td>
        <button
          ref={button}
          type="button"
          className="activity-open"
          tabIndex={isActive ? 0 : -1}
          onClick={press}
          onKeyDown={props.onKeyDown}
          onFocus={() => onTouched(row.id)}
        >
          <RowState state={stateOf(row)} />
          {isSelected ? <span className="visually-hidden">{t('activity.isSelected')}</span> : null}
        </button>
      </td>
      <td className="cut">{from || t('activity.nullSender')}</td>
      <td className="cut">{to}</td>
      <td className="cut">{subject}</td>
      <td className="cut dimmed">{answer}</td>
    </tr>
  )
}

function isShifted(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true
}

function textsOf(row: ActivityRow): Record<'from' | 'to' | 'subject' | 'answer', string> {
  if (row.kind === 'refusal') {
    const { address, login, reply } = row.refusal
    return { from: address ?? login ?? '?', to: '', subject: '', answer: reply }
  }
  const { mailFrom, recipients, subject, reply } = row.message
  return { from: mailFrom, to: recipients.join(', '), subject, answer: reply }
}
