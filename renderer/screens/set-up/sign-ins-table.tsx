import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { KindIcon } from '../../parts/kind-icon.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { useLoginState } from '../../parts/use-login-state.ts'
import { formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'

const rowHeightPx = 46
const columns = ['program', 'user', 'state', 'seen'] as const

type Props = {
  readonly logins: readonly LoginView[]
  readonly open: string | null
  readonly onOpen: (name: string) => void
  /** asks for a new password of a sign-in that has none */
  readonly onReset: (name: string) => void
}

/** The sign-ins, only those in sight drawn, however many there are. A press opens one; arrow keys go from row to row. */
export const SignInsTable = memo(function SignInsTable({ logins, open, onOpen, onReset }: Props): ReactNode {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: logins.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 6,
    getItemKey: (index) => logins[index]?.name ?? index,
  })
  const focusBeside = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    virtualizer.scrollToIndex(Math.min(Math.max(index + step, 0), logins.length - 1))
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index + step}"] button`)?.focus()
  }
  return (
    <div className="sign-ins card" ref={scroller}>
      <table aria-label={t('signIns.table')} aria-rowcount={logins.length + 1}>
        <thead>
          <tr className="sign-ins-row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`signIns.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const login = logins[item.index]
            return login ? (
              <tr
                key={item.key}
                className="sign-ins-row"
                data-index={item.index}
                data-open={login.name === open || undefined}
                aria-rowindex={item.index + 2}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <Cells
                  login={login}
                  onOpen={onOpen}
                  onReset={onReset}
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
  login,
  onOpen,
  onReset,
  onKeyDown,
}: {
  readonly login: LoginView
  readonly onOpen: (name: string) => void
  readonly onReset: (name: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const state = useLoginState(login)
  return (
    <>
      <td className="cut sign-ins-name">
        <KindIcon kind={login.kind} />
        <button
          type="button"
          className="sign-ins-open"
          onClick={() => onOpen(login.name)}
          onKeyDown={onKeyDown}
        >
          {login.name}
        </button>
      </td>
      <td className="cut dimmed">{userWords(t, login.user)}</td>
      {state === 'noPassword' ? (
        <td className="cut sign-ins-unready" colSpan={2}>
          <StatusLine tone="attention" text={t('signIns.noPassword')} />
          <Button
            className="sign-ins-step"
            size="compact-sm"
            variant="light"
            onClick={() => onReset(login.name)}
            aria-label={t('signIns.makePasswordFor', { login: login.name })}
          >
            {t('signIns.makePassword')}
          </Button>
        </td>
      ) : (
        <>
          <td className="cut">
            <StatusLine tone={state === 'active' ? 'good' : 'attention'} text={t(`signIns.${state}`)} />
          </td>
          <td className="cut dimmed">
            {login.lastSeenAt === null ? t('signIns.never') : formatTime(login.lastSeenAt, i18n.language)}
          </td>
        </>
      )}
    </>
  )
}
