import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { furtherConditions, type JournalWish } from '../../state/journal-wish.ts'
import type { ActivityFilter } from '../../state/navigation.tsx'
import { FurtherFilters } from './further-filters.tsx'

const views: readonly ActivityFilter[] = ['all', 'waiting', 'attention', 'refused', 'sent']

/** What is shown: one press for the usual, a search as one types, and the rest folded. */
export function ActivityTools({
  wish,
  onWish,
}: {
  readonly wish: JournalWish
  readonly onWish: (wish: JournalWish) => void
}): ReactNode {
  const { t } = useTranslation()
  const conditions = furtherConditions(wish)
  const [unfolded, setUnfolded] = useState(false)
  return (
    <>
      <div className="activity-tools">
        <SegmentedControl
          aria-label={t('activity.filter')}
          value={wish.show}
          onChange={(value) => onWish({ ...wish, show: views.find((known) => known === value) ?? 'all' })}
          data={views.map((value) => ({ value, label: t(`activity.filters.${value}`) }))}
        />
        <Button
          variant={conditions > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {conditions > 0 ? t('activity.filtersOn', { count: conditions }) : t('activity.moreFilters')}
        </Button>
        <TextInput
          className="activity-search"
          type="search"
          aria-label={t('activity.search')}
          placeholder={t('activity.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wish.search}
          maxLength={200}
          onChange={(event) => onWish({ ...wish, search: event.currentTarget.value })}
        />
      </div>
      {unfolded ? <FurtherFilters wish={wish} onWish={onWish} /> : null}
    </>
  )
}
