import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot, UserView } from '../../../electron/ipc/window-contract.ts'
import { RowTable } from '../../parts/row-table.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { authorizesMail } from '../../state/entries.ts'
import type { UserHealth } from '../../state/user-health.ts'
import { formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'
import { healthTones } from '../../words/user-health-words.ts'

const columns = ['user', 'server', 'status', 'entries', 'lastDelivery', 'health'] as const

type Props = {
  readonly users: readonly UserView[]
  readonly health: ReadonlyMap<string, UserHealth>
  readonly lastDeliveries: Snapshot['lastDeliveries']
  readonly open: string | null
  readonly onOpen: (user: string) => void
}

/** The SMTP+ users and how each of them is. */
export const UsersTable = memo(function UsersTable(props: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <RowTable
      label={t('users.title')}
      className="users"
      titles={columns.map((column) =>
        column === 'server' ? t('common.fields.server') : t(`users.columns.${column}`),
      )}
      rows={props.users}
      rowHeightPx={78}
      keyOf={({ id }) => id}
      nameOf={({ id }) => userWords(t, id)}
      renderCells={(user, opener) => (
        <Cells
          user={user}
          opener={opener}
          health={props.health.get(user.id) ?? 'good'}
          lastDelivery={props.lastDeliveries.find((one) => one.user === user.id)?.at ?? null}
        />
      )}
      open={props.open}
      onOpen={props.onOpen}
    />
  )
})

function Cells({
  user,
  opener,
  health,
  lastDelivery,
}: {
  readonly user: UserView
  readonly opener: ReactNode
  readonly health: UserHealth
  readonly lastDelivery: string | null
}): ReactNode {
  const { t, i18n } = useTranslation()
  const verified = user.entries.filter(authorizesMail).length
  const reason = t(`users.health.${health}.reason`)
  return (
    <>
      <td>
        {opener}
        <Second text={user.note} />
      </td>
      <td>
        <span className="users-line">{user.practice ? t('users.practiceWhere') : user.server}</span>
        <Second
          text={
            user.practice
              ? ''
              : [t('users.port', { port: user.port }), user.username].filter(Boolean).join(' · ')
          }
        />
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
