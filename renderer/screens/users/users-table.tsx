import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot, UserView } from '../../../electron/ipc/window-contract.ts'
import { StatusLine } from '../../parts/status-line.tsx'
import { authorizesMail } from '../../state/entries.ts'
import type { UserHealth } from '../../state/user-health.ts'
import { formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'
import { healthTones } from '../../words/user-health-words.ts'

const rowHeightPx = 68
const columns = ['user', 'server', 'status', 'entries', 'lastDelivery', 'health'] as const

type Props = {
  readonly users: readonly UserView[]
  readonly health: ReadonlyMap<string, UserHealth>
  readonly lastDeliveries: Snapshot['lastDeliveries']
  readonly open: string | null
  readonly onOpen: (user: string) => void
}

/** The SMTP+ users, only those in sight drawn. A press on one opens it; arrow keys go from row to row. */
export const UsersTable = memo(function UsersTable(props: Props): ReactNode {
  const { users, health, lastDeliveries, open, onOpen } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: users.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
    getItemKey: (index) => users[index]?.id ?? index,
  })
  const focusBeside = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    virtualizer.scrollToIndex(Math.min(Math.max(index + step, 0), users.length - 1))
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index + step}"] button`)?.focus()
  }
  return (
    <div className="users card" ref={scroller}>
      <table aria-label={t('users.title')} aria-rowcount={users.length + 1}>
        <thead>
          <tr className="users-row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column === 'server' ? t('common.fields.server') : t(`users.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const user = users[item.index]
            return user ? (
              <tr
                key={item.key}
                className="users-row"
                data-index={item.index}
                data-open={user.id === open || undefined}
                aria-rowindex={item.index + 2}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <Cells
                  user={user}
                  health={health.get(user.id) ?? 'good'}
                  lastDelivery={lastDeliveries.find((one) => one.user === user.id)?.at ?? null}
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
  user,
  health,
  lastDelivery,
  onOpen,
  onKeyDown,
}: {
  readonly user: UserView
  readonly health: UserHealth
  readonly lastDelivery: string | null
  readonly onOpen: (user: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const verified = user.entries.filter(authorizesMail).length
  const reason = t(`users.health.${health}.reason`)
  return (
    <>
      <td>
        <button type="button" className="users-open" onClick={() => onOpen(user.id)} onKeyDown={onKeyDown}>
          {userWords(t, user.id)}
        </button>
        <Second text={user.note} />
      </td>
      <td>
        <span className="users-line">
          {user.practice
            ? t('users.practiceWhere')
            : t('users.where', { server: user.server, port: user.port })}
        </span>
        <Second text={user.practice ? '' : user.username} />
      </td>
      <td>
        <span className="users-line">
          {t(user.status === 'active' ? 'common.active' : 'common.inactive')}
        </span>
        <Second text={t('users.priorityShort', { priority: user.priority })} />
      </td>
      <td>
        <span className="users-line">
          {user.open ? t('users.entriesAll') : t('users.entries', { count: user.entries.length })}
        </span>
        <Second text={user.open ? '' : t('users.entriesVerified', { count: verified })} />
      </td>
      <td className="dimmed">
        {lastDelivery === null ? t('users.never') : formatTime(lastDelivery, i18n.language)}
      </td>
      <td title={reason}>
        <StatusLine tone={healthTones[health]} text={t(`users.health.${health}.word`)} />
        {health === 'good' ? null : <span className="users-reason dimmed">{reason}</span>}
      </td>
    </>
  )
}

function Second({ text }: { readonly text: string }): ReactNode {
  return text === '' ? null : <span className="users-second dimmed">{text}</span>
}
