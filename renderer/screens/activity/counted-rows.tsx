import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Journal } from '../../state/use-journal.ts'

/** How many lines there are, as far as it is known. */
export function CountedRows({ journal }: { readonly journal: Journal }): ReactNode {
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
