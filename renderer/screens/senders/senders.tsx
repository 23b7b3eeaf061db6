import { NativeSelect, SegmentedControl } from '@mantine/core'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Screen, Section } from '../../parts/screen.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import type { SendersView } from '../../state/navigation.tsx'
import { userWords } from '../../words/sentences.ts'
import { EntryList } from './entry-list.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { RulesForm } from './rules-form.tsx'
import './senders.css'
import { TrySender } from './try-sender.tsx'

const views: readonly SendersView[] = ['lists', 'try']

/** Who may send through each SMTP+ user, how far that is verified, and a try of any sender. */
export default function Senders({
  user: startUser,
  entry: startEntry,
  view: startView = 'lists',
}: {
  readonly user?: string
  readonly entry?: string
  readonly view?: SendersView
}): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const [chosen, setChosen] = useState(startUser)
  const [view, setView] = useState(startView)
  const user = users.find(({ id }) => id === chosen) ?? users.find(({ practice }) => !practice) ?? users[0]
  return (
    <Screen title={t('senders.title')} body={t('senders.body')}>
      <div className="senders-tools">
        {users.length > 1 && user ? (
          <NativeSelect
            className="senders-user"
            label={t('senders.choose')}
            value={user.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={users.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
          />
        ) : null}
        <SegmentedControl
          aria-label={t('senders.view')}
          value={view}
          onChange={(value) => setView(value === 'try' ? 'try' : 'lists')}
          data={views.map((value) => ({ value, label: t(`senders.views.${value}`) }))}
        />
      </div>
      {user && view === 'lists' ? <Lists key={user.id} user={user} startEntry={startEntry ?? null} /> : null}
      {user && view === 'try' ? <TrySender key={user.id} user={user} /> : null}
    </Screen>
  )
}

function Lists({
  user,
  startEntry,
}: {
  readonly user: UserView
  readonly startEntry: string | null
}): ReactNode {
  const { t } = useTranslation()
  const [open, setOpen] = useState(startEntry)
  const close = useCallback(() => setOpen(null), [])
  const opened = user.entries.find(({ entry }) => entry === open)
  return (
    <>
      <EntryList user={user} open={opened ? open : null} onOpen={setOpen} />
      <Section title={t('senders.change')}>
        <RulesForm user={user} />
      </Section>
      {opened ? <EntryPanel key={opened.entry} user={user} entry={opened} onClose={close} /> : null}
    </>
  )
}
