import { Button } from '@mantine/core'
import { IconArrowLeft, IconHistory } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry, HistoryPage } from '../../../electron/ipc/window-history.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Screen } from '../../parts/screen.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { changeWords } from '../../words/change-words.ts'
import { formatTime } from '../../words/format.ts'
import './history.css'
import { UndoLists } from './undo-lists.tsx'

const pageSize = 50

/** Who or what changed which setting and when, newest first, and the way back from the last change of lists. */
export default function History(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const { goTo } = useNavigation()
  const revision = useSnapshot(({ relay }) => relay.saved)
  const [page, setPage] = useState<HistoryPage | null | 'asking'>('asking')

  // Whatever is saved while this is open is part of it.
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const asked = await companion.ask('listHistory', { before: null, limit: pageSize })
      if (!gone) setPage(asked.ok ? asked.value : null)
    }
    if (revision >= 0) void read()
    return () => {
      gone = true
    }
  }, [companion, revision])

  const older = usePress(async () => {
    if (page === null || page === 'asking') return
    const before = page.entries.at(-1)?.id ?? null
    const asked = await companion.ask('listHistory', { before, limit: pageSize })
    if (asked.ok) setPage({ ...asked.value, entries: [...page.entries, ...asked.value.entries] })
  })

  return (
    <Screen
      title={t('history.title')}
      body={t('history.hint')}
      action={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => goTo({ screen: 'settings' })}
        >
          {t('history.back')}
        </Button>
      }
    >
      {page === null ? <Notice tone="trouble">{t('history.failed')}</Notice> : null}
      {page === null || page === 'asking' ? null : (
        <>
          <UndoLists entry={page.undo?.entry ?? null} />
          {page.entries.length === 0 ? (
            <EmptyState icon={IconHistory} text={t('history.empty')} />
          ) : (
            <ol className="history card" aria-label={t('history.title')}>
              {page.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ol>
          )}
          {page.hasOlder ? (
            <div className="buttons">
              <Button variant="default" loading={older.busy} onClick={older.start}>
                {t('history.older')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Screen>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <li>
      <span className="history-when dimmed">
        {formatTime(entry.at, i18n.language)} · {t(`history.by.${entry.by}`)}
      </span>
      {entry.changes.map((change) => (
        <span
          key={`${change.thing} ${change.name} ${change.what} ${change.field}`}
          className="history-change"
        >
          {changeWords(t, change)}
        </span>
      ))}
      {entry.more > 0 ? <span className="dimmed">{t('history.more', { count: entry.more })}</span> : null}
    </li>
  )
}
