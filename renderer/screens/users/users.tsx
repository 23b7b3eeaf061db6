import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Screen } from '../../parts/screen.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import type { UserPanel } from '../../state/navigation.tsx'
import { userWords } from '../../words/sentences.ts'
import './users.css'
import { AddUserPanel } from './add-user-panel.tsx'
import { EditUserPanel } from './edit-user-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'

/** The SMTP+ users; each opens its panel, where it is changed. */
export default function Users({ panel: startPanel }: { readonly panel?: UserPanel }): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const [panel, setPanel] = useState<UserPanel | null>(startPanel ?? null)
  const close = useCallback(() => setPanel(null), [])
  return (
    <Screen
      title={t('users.title')}
      body={t('users.body')}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPanel({ kind: 'add' })}>
          {t('users.add')}
        </Button>
      }
    >
      {users.every((user) => user.practice) ? <p className="dimmed">{t('users.empty')}</p> : null}
      <ul className="users card">
        {users.map((user) => (
          <li key={user.id}>
            <UserRow user={user} onOpen={() => setPanel({ kind: 'edit', user: user.id })} />
          </li>
        ))}
      </ul>
      <OpenPanel panel={panel} users={users} onClose={close} onSwitch={setPanel} />
    </Screen>
  )
}

function OpenPanel({
  panel,
  users,
  onClose,
  onSwitch,
}: {
  readonly panel: UserPanel | null
  readonly users: readonly UserView[]
  readonly onClose: () => void
  readonly onSwitch: (panel: UserPanel) => void
}): ReactNode {
  if (panel === null) return null
  if (panel.kind === 'add') return <AddUserPanel onClose={onClose} />
  const user = users.find(({ id }) => id === panel.user)
  if (!user) return null
  return panel.kind === 'password' ? (
    <PasswordPanel key={`password ${user.id}`} user={user} onClose={onClose} />
  ) : (
    <EditUserPanel
      key={`edit ${user.id}`}
      user={user}
      onClose={onClose}
      onReplacePassword={() => onSwitch({ kind: 'password', user: user.id })}
    />
  )
}

function UserRow({ user, onOpen }: { readonly user: UserView; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation()
  const missing = user.password === 'missing'
  return (
    <UnstyledButton className="users-row" onClick={onOpen}>
      <span className="users-name">
        <strong>{userWords(t, user.id)}</strong>
        {user.note ? <span className="dimmed">{user.note}</span> : null}
      </span>
      <span className="dimmed users-where">
        {user.practice
          ? t('users.practiceWhere')
          : t('users.where', { server: user.server, port: user.port })}
        {user.username && !user.practice ? <span>{user.username}</span> : null}
      </span>
      <StatusLine tone={missing ? 'attention' : 'good'} text={t(`users.password.${user.password}`)} />
      <StatusLine
        tone={user.status === 'active' ? 'good' : 'attention'}
        text={t(user.status === 'active' ? 'common.active' : 'common.inactive')}
      />
    </UnstyledButton>
  )
}
