import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconActivity, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Screen } from '../../parts/screen.tsx'
import { activityRows, filterRows } from '../../state/activity-rows.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import type { ActivityFilter } from '../../state/navigation.tsx'
import './activity.css'
import { ActivityTable } from './activity-table.tsx'
import { MessagePanel } from './message-panel.tsx'
import { OlderMessages, useOlderMessages } from './older-messages.tsx'
import { RefusalPanel } from './refusal-panel.tsx'

const filters: readonly ActivityFilter[] = ['all', 'waiting', 'attention', 'refused', 'sent']

/** Messages and refusals as they happen; a press on one opens all there is to know about it. */
export default function Activity({
  filter: startFilter = 'all',
  open: startOpen,
}: {
  readonly filter?: ActivityFilter
  readonly open?: string
}): ReactNode {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(startFilter)
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<string | null>(startOpen ?? null)
  const searched = useDeferredValue(search)
  const live = useSnapshot((snapshot) => snapshot.messages)
  const refusals = useSnapshot((snapshot) => snapshot.refusals)
  const older = useOlderMessages(live)
  const rows = useMemo(() => activityRows(older.messages, refusals), [older.messages, refusals])
  const shown = useMemo(() => filterRows(rows, filter, searched), [rows, filter, searched])
  const opened = rows.find((row) => row.id === open)
  const close = (): void => setOpen(null)
  const showAll = (): void => {
    setFilter('all')
    setSearch('')
  }

  return (
    <Screen
      title={t('activity.title')}
      wide
      action={
        <span className="activity-counted">
          <output className="dimmed">{t('activity.counted', { count: shown.length })}</output>
          <OlderMessages older={older} />
        </span>
      }
    >
      <div className="activity-tools">
        <SegmentedControl
          aria-label={t('activity.filter')}
          value={filter}
          onChange={(value) => setFilter(filters.find((known) => known === value) ?? 'all')}
          data={filters.map((value) => ({ value, label: t(`activity.filters.${value}`) }))}
        />
        <TextInput
          className="activity-search"
          aria-label={t('activity.search')}
          placeholder={t('activity.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {shown.length > 0 ? (
        <ActivityTable rows={shown} open={open} onOpen={setOpen} />
      ) : (
        <EmptyState icon={IconActivity} text={t(rows.length === 0 ? 'activity.empty' : 'activity.noneFound')}>
          {rows.length === 0 ? null : <Button onClick={showAll}>{t('activity.showAll')}</Button>}
        </EmptyState>
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
