import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { MakeActiveButton } from '../../parts/make-active-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/screen.tsx'
import { useCompanion } from '../../state/companion-context.tsx'
import { filterEntries, unverifiedOf } from '../../state/entries.ts'
import { fieldWords } from '../../words/sentences.ts'
import './entries.css'
import { EntriesTable } from './entries-table.tsx'

/** From so many entries on there is something to search with. */
const many = 8

/** What a user's lists come to: which entries authorize, which don't yet, and what to do about those. */
export function EntryList({
  user,
  open,
  onOpen,
}: {
  readonly user: UserView
  readonly open: string | null
  readonly onOpen: (entry: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [onlyUnverified, setOnlyUnverified] = useState(false)
  const searched = useDeferredValue(search)
  const unverified = useMemo(() => unverifiedOf(user.entries), [user.entries])
  const narrowed = onlyUnverified && unverified.length > 0
  const shown = useMemo(
    () => filterEntries(user.entries, searched, narrowed),
    [user.entries, searched, narrowed],
  )
  return (
    <Section title={t('verification.title')}>
      {user.open ? <Notice tone="attention">{t('senders.open')}</Notice> : null}
      {user.suggestActive ? (
        <Notice tone="attention" action={<MakeActiveButton user={user} />}>
          {t('verification.notActive', { user: user.id })}
        </Notice>
      ) : null}
      {unverified.length > 0 ? (
        <Notice tone="attention">
          <p>{t('verification.unverified', { count: unverified.length })}</p>
          <ConfirmAll user={user} entries={unverified.map(({ entry }) => entry)} />
        </Notice>
      ) : null}
      {user.entries.length > many ? (
        <div className="entries-tools">
          <TextInput
            className="entries-search"
            aria-label={t('verification.find')}
            placeholder={t('verification.find')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {unverified.length > 0 ? (
            <SegmentedControl
              aria-label={t('verification.show')}
              value={narrowed ? 'unverified' : 'all'}
              onChange={(value) => setOnlyUnverified(value === 'unverified')}
              data={[
                { value: 'all', label: t('verification.showAll') },
                { value: 'unverified', label: t('verification.showUnverified') },
              ]}
            />
          ) : null}
          <output className="dimmed entries-count">{t('senders.entries', { count: shown.length })}</output>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <EntriesTable entries={shown} practice={user.practice} open={open} onOpen={onOpen} />
      ) : user.open ? null : (
        <p className="dimmed">{t('verification.noneFound')}</p>
      )}
    </Section>
  )
}

function ConfirmAll({
  user,
  entries,
}: {
  readonly user: UserView
  readonly entries: readonly string[]
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const confirm = async (): Promise<void> => {
    const asked = await companion.ask('confirmInMailUp', { id: user.id, entries: [...entries] })
    if (asked.ok) setProblems(asked.value.ok ? [] : asked.value.problems)
  }
  return (
    <div className="entries-confirm">
      <ConfirmButton
        size="xs"
        danger={false}
        label={t('verification.confirmAll', { count: entries.length })}
        question={t('verification.confirmAllSure', { count: entries.length })}
        confirm={t('verification.mailUp.confirm')}
        onConfirm={confirm}
      />
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </div>
  )
}
