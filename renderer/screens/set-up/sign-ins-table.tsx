import { Button } from '@mantine/core'
import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { KindIcon } from '../../parts/kind-icon.tsx'
import { RowTable } from '../../parts/row-table.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { useLoginState } from '../../parts/use-login-state.ts'
import { formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'

const columns = ['program', 'user', 'state', 'seen'] as const

type Props = {
  readonly logins: readonly LoginView[]
  readonly open: string | null
  readonly onOpen: (name: string) => void
  /** asks for a new password of a sign-in that has none */
  readonly onReset: (name: string) => void
}

/** The sign-ins, and how each of them is. */
export const SignInsTable = memo(function SignInsTable({ logins, open, onOpen, onReset }: Props): ReactNode {
  const { t } = useTranslation()
  const titles = useMemo(() => columns.map((column) => t(`signIns.columns.${column}`)), [t])
  return (
    <RowTable
      label={t('signIns.table')}
      className="sign-ins"
      titles={titles}
      rows={logins}
      rowHeightPx={46}
      keyOf={nameOf}
      nameOf={nameOf}
      renderCells={(login, opener) => <Cells login={login} opener={opener} onReset={onReset} />}
      open={open}
      onOpen={onOpen}
    />
  )
})

function nameOf({ name }: LoginView): string {
  return name
}

function Cells({
  login,
  opener,
  onReset,
}: {
  readonly login: LoginView
  readonly opener: ReactNode
  readonly onReset: (name: string) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const state = useLoginState(login)
  return (
    <>
      <td className="sign-ins-name">
        <KindIcon kind={login.kind} />
        {opener}
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
