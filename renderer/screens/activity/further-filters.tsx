import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/companion-context.tsx'
import { everything, furtherConditions, type JournalWish, periods } from '../../state/journal-wish.ts'
import type { ActivityFilter } from '../../state/navigation.tsx'
import { userWords } from '../../words/sentences.ts'

const shows: readonly ActivityFilter[] = [
  'all',
  'waiting',
  'attention',
  'held',
  'uncertain',
  'failed',
  'refused',
  'sent',
  'deleted',
]

/** By exact state, user, sign-in and time. What was removed since can't be chosen, but still be searched. */
export function FurtherFilters({
  wish,
  onWish,
}: {
  readonly wish: JournalWish
  readonly onWish: (wish: JournalWish) => void
}): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const logins = useSnapshot((snapshot) => snapshot.logins)
  const { search } = wish
  return (
    <fieldset className="activity-filters">
      <legend className="visually-hidden">{t('activity.moreFilters')}</legend>
      <NativeSelect
        label={t('activity.columns.state')}
        value={wish.show}
        onChange={({ currentTarget: { value } }) =>
          onWish({ ...wish, show: shows.find((known) => known === value) ?? 'all' })
        }
        data={shows.map((value) => ({ value, label: t(`activity.filters.${value}`) }))}
      />
      <NativeSelect
        label={t('activity.fields.user')}
        value={wish.user}
        onChange={(event) => onWish({ ...wish, user: event.currentTarget.value })}
        data={[
          { value: '', label: t('activity.anyUser') },
          ...users.map(({ id }) => ({ value: id, label: userWords(t, id) })),
        ]}
      />
      <NativeSelect
        label={t('activity.fields.program')}
        value={wish.login}
        onChange={(event) => onWish({ ...wish, login: event.currentTarget.value })}
        data={[
          { value: '', label: t('activity.anyProgram') },
          ...logins.map(({ name }) => ({ value: name, label: name })),
        ]}
      />
      <NativeSelect
        label={t('activity.period')}
        value={wish.period}
        onChange={({ currentTarget: { value } }) =>
          onWish({ ...wish, period: periods.find((known) => known === value) ?? 'any' })
        }
        data={periods.map((value) => ({ value, label: t(`activity.periods.${value}`) }))}
      />
      {wish.period === 'days' ? (
        <>
          <TextInput
            type="date"
            label={t('activity.firstDay')}
            value={wish.firstDay}
            max={wish.lastDay}
            onChange={(event) => onWish({ ...wish, firstDay: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('activity.lastDay')}
            value={wish.lastDay}
            min={wish.firstDay}
            onChange={(event) => onWish({ ...wish, lastDay: event.currentTarget.value })}
          />
        </>
      ) : null}
      {furtherConditions(wish) > 0 || wish.show !== 'all' ? (
        <Button variant="default" onClick={() => onWish({ ...everything, search })}>
          {t('activity.clearFilters')}
        </Button>
      ) : null}
    </fieldset>
  )
}
