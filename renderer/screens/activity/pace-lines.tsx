import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusLine } from '../../parts/status-line.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'

/** For each user whose mail waits for its turn: how many, how fast, and until about when. */
export function PaceLines(): ReactNode {
  const { t, i18n } = useTranslation()
  const paces = useSnapshot((snapshot) => snapshot.paces)
  const waiting = paces.flatMap((pace) => (pace.doneAt === null ? [] : [{ ...pace, doneAt: pace.doneAt }]))
  if (waiting.length === 0) return null
  return (
    <ul className="activity-paces">
      {waiting.map(({ user, waiting: count, ratePerHour, doneAt }) => (
        <li key={user}>
          <StatusLine
            tone="busy"
            text={t('activity.paced', {
              user: userWords(t, user),
              count,
              rate: Math.round(ratePerHour),
              time: formatTime(doneAt, i18n.language),
            })}
          />
        </li>
      ))}
    </ul>
  )
}
