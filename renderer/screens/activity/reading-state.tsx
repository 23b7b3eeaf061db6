import { Button, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import type { Journal } from '../../state/use-journal.ts'
import { formatTime } from '../../words/format.ts'

/** How the reading gets on, below the rows or in their place. */
export function ReadingState({ journal }: { readonly journal: Journal }): ReactNode {
  const { t, i18n } = useTranslation()
  const { rows, gapAt, phase, readTo, readMore } = journal
  if (phase === 'failed') {
    return (
      <Notice
        tone="trouble"
        announce
        action={
          <Button variant="default" onClick={readMore}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        {t('activity.moreFailed')}
      </Notice>
    )
  }
  const [newer, older] = gapAt === null ? [] : [rows[gapAt - 1], rows[gapAt]]
  if (newer && older) {
    const [from, to] = [formatTime(older.at, i18n.language), formatTime(newer.at, i18n.language)]
    return <output className="activity-reading dimmed">{t('activity.gap', { from, to })}</output>
  }
  if (phase === 'resting') return null
  return (
    <output className="activity-reading dimmed">
      <Loader size={16} aria-hidden />
      {readTo === null
        ? t('activity.reading')
        : t('activity.searchingBack', { time: formatTime(readTo, i18n.language) })}
    </output>
  )
}
