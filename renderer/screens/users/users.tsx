import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Screen } from '../../parts/screen.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import type { UserPanel } from '../../state/navigation.tsx'
import { healthOfUsers, type UserHealth } from '../../state/user-health.ts'
import './users.css'
import { AddUserPanel } from './add-user-panel.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { EditUserPanel } from './edit-user-panel.tsx'
import { KeychainNotice } from './keychain-notice.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { RemoveUserPanel } from './remove-user-panel.tsx'
import { UsersTable } from './users-table.tsx'

/** From so many users on there is a search. */
const manyUsers = 12

/** The SMTP+ users and how each of them is; each opens its panel, where it is changed. */
export default function Users({ panel: startPanel }: { readonly panel?: UserPanel }): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const messages = useSnapshot((snapshot) => snapshot.messages)
  const alerts = useSnapshot((snapshot) => snapshot.alerts)
  const app = useSnapshot((snapshot) => snapshot.app)
  const lastDeliveries = useSnapshot((snapshot) => snapshot.lastDeliveries)
  const health = useMemo(
    () => healthOfUsers(users, { messages, alerts, app }),
    [users, messages, alerts, app],
  )
  const [search, setSearch] = useState('')
  const [panel, setPanel] = useState<UserPanel | null>(startPanel ?? null)
  const close = useCallback(() => setPanel(null), [])
  const open = useCallback((user: string) => setPanel({ kind: 'edit', user }), [])
  const shown = useMemo(() => matching(users, search), [users, search])
  return (
    <Screen
      title={t('users.title')}
      body={t('users.body')}
      wide
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPanel({ kind: 'add' })}>
          {t('users.add')}
        </Button>
      }
    >
      <KeychainNotice />
      {users.every((user) => user.practice) ? <p className="dimmed">{t('users.empty')}</p> : null}
      {users.length >= manyUsers ? (
        <div className="users-tools">
          <TextInput
            aria-label={t('users.search')}
            placeholder={t('users.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <span className="dimmed">{t('users.shown', { count: shown.length })}</span>
        </div>
      ) : null}
      <UsersTable
        users={shown}
        health={health}
        lastDeliveries={lastDeliveries}
        open={panel && 'user' in panel ? panel.user : null}
        onOpen={open}
      />
      <OpenPanel panel={panel} users={users} health={health} onClose={close} onSwitch={setPanel} />
    </Screen>
  )
}

function OpenPanel({
  panel,
  users,
  health,
  ...ways
}: {
  readonly panel: UserPanel | null
  readonly users: readonly UserView[]
  readonly health: ReadonlyMap<string, UserHealth>
  readonly onClose: () => void
  readonly onSwitch: (panel: UserPanel) => void
}): ReactNode {
  if (panel === null) return null
  const { onClose } = ways
  if (panel.kind === 'add') return <AddUserPanel key="add" onClose={onClose} />
  const user = users.find(({ id }) => id === panel.user)
  if (!user) return null
  const key = `${panel.kind} ${user.id}`
  switch (panel.kind) {
    case 'edit':
      return <EditUserPanel key={key} user={user} health={health.get(user.id) ?? 'good'} {...ways} />
    case 'password':
      return <PasswordPanel key={key} user={user} onClose={onClose} />
    case 'compare':
      return <ComparePanel key={key} user={user} onClose={onClose} />
    case 'duplicate':
      return <AddUserPanel key={key} like={user} onClose={onClose} />
    case 'remove':
      return <RemoveUserPanel key={key} user={user} onClose={onClose} />
  }
}

function matching(users: readonly UserView[], search: string): readonly UserView[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return users
  return users.filter(({ id, username, server, note }) =>
    [id, username, server, note].some((text) => text.toLowerCase().includes(wanted)),
  )
}
