import { Button } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Screen } from '../../parts/screen.tsx'
import { everything, type JournalWish } from '../../state/journal-wish.ts'
import type { ActivityFilter } from '../../state/navigation.tsx'
import { type Journal, useJournal } from '../../state/use-journal.ts'
import './activity.css'
import { ActivityTable } from './activity-table.tsx'
import { ActivityTools } from './activity-tools.tsx'
import { MessagePanel } from './message-panel.tsx'
import { ReadingState } from './reading-state.tsx'
import { RefusalPanel } from './refusal-panel.tsx'

/** Messages and refusals as they happen; a press on one opens all there is to know about it. */
export default function Activity({
  filter: show = 'all',
  open: startOpen,
}: {
  readonly filter?: ActivityFilter
  readonly open?: string
}): ReactNode {
  const { t } = useTranslation()
  const [wish, setWish] = useState<JournalWish>({ ...everything, show })
  const [open, setOpen] = useState<string | null>(startOpen ?? null)
  const journal = useJournal(wish)
  const opened = journal.rows.find((row) => row.id === open)
  const close = (): void => setOpen(null)

  return (
    <Screen title={t('activity.title')} wide action={<Counted journal={journal} />}>
      <ActivityTools wish={wish} onWish={setWish} />
      {journal.rows.length > 0 ? (
        <>
          <ActivityTable
            rows={journal.rows}
            open={open}
            onOpen={setOpen}
            onNearEnd={journal.phase === 'resting' && journal.hasMore ? journal.readMore : null}
          />
          <ReadingState journal={journal} />
        </>
      ) : (
        <NoRows journal={journal} onShowAll={() => setWish(everything)} />
      )}
      {opened?.kind === 'message' ? (
        <MessagePanel key={opened.id} message={opened.message} onClose={close} />
      ) : null}
      {opened?.kind === 'refusal' ? (
        <RefusalPanel key={opened.id} refusal={opened.refusal} onClose={close} />
      ) : null}
    </Screen>
  )
}

/** How many lines there are, as far as it is known. */
function Counted({ journal }: { readonly journal: Journal }): ReactNode {
  const { t } = useTranslation()
  const { rows, hasMore, count } = journal
  if (hasMore && count === null) return null
  const isExact = !hasMore || count?.exact === true
  const known = hasMore ? Math.max(count?.count ?? 0, rows.length) : rows.length
  return (
    <output className="dimmed activity-counted">
      {t(isExact ? 'activity.counted' : 'activity.countedAtLeast', { count: known })}
    </output>
  )
}

/** Why there is no line: still being looked for, not readable, none that fits, or none at all. */
function NoRows({
  journal,
  onShowAll,
}: {
  readonly journal: Journal
  readonly onShowAll: () => void
}): ReactNode {
  const { t } = useTranslation()
  if (journal.phase === 'failed') {
    return (
      <EmptyState icon={IconActivity} text={t('activity.readFailed')}>
        <Button onClick={journal.readMore}>{t('common.tryAgain')}</Button>
      </EmptyState>
    )
  }
  if (journal.phase === 'reading') return <ReadingState journal={journal} />
  const isAll = Object.keys(journal.filter).length === 0
  return (
    <EmptyState icon={IconActivity} text={t(isAll ? 'activity.empty' : 'activity.noneFound')}>
      {isAll ? null : <Button onClick={onShowAll}>{t('activity.showAll')}</Button>}
    </EmptyState>
  )
}
