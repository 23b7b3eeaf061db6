import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Screen } from '../../parts/screen.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { userWords } from '../../words/sentences.ts'
import { RulesForm } from './rules-form.tsx'
import './senders.css'

/** Who may send through each SMTP+ user. */
export default function Senders({ user: startUser }: { readonly user?: string }): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const [chosen, setChosen] = useState(startUser)
  const user = users.find(({ id }) => id === chosen) ?? users.find(({ practice }) => !practice) ?? users[0]
  return (
    <Screen title={t('senders.title')} body={t('senders.body')}>
      {users.length > 1 && user ? (
        <NativeSelect
          className="senders-user"
          label={t('senders.choose')}
          value={user.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={users.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
        />
      ) : null}
      {user ? <RulesForm key={user.id} user={user} /> : null}
    </Screen>
  )
}
