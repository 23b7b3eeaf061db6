import { Button } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/empty-state.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import type { Journal } from '../../state/use-journal.ts'
import { ReadingState } from './reading-state.tsx'

/** Why there is no line: still being looked for, not readable, none that fits, or none at all. */
export function NoRows({
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
      {isAll ? (
        <GoButton label={t('home.actions.set-up-program')} to={{ screen: 'set-up' }} />
      ) : (
        <Button onClick={onShowAll}>{t('activity.showAll')}</Button>
      )}
    </EmptyState>
  )
}
