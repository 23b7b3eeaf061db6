import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../electron/ipc/window-comparison.ts'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { formatTime } from '../../words/format.ts'

/** In one sentence whether both sides agree, then blocks as the reasons they are, and what differs beside the lists. */
export function ComparedFacts({
  user,
  comparison,
}: {
  readonly user: UserView
  readonly comparison: Comparison
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { status, priority, note, blockedUntil, adminBlock } = comparison
  const statusDiffers = status !== null && status !== user.status
  const priorityDiffers = priority !== null && priority !== user.priority
  const differs = statusDiffers || priorityDiffers || listsDiffer(comparison.lists)
  return (
    <>
      {blockedUntil !== null ? (
        <Notice tone="trouble" announce>
          {t('users.comparison.blockedUntil', { time: formatTime(blockedUntil, i18n.language) })}
        </Notice>
      ) : null}
      {adminBlock === true ? (
        <Notice tone="trouble" announce>
          {t('users.comparison.adminBlock')}
        </Notice>
      ) : null}
      <Notice tone={differs ? 'attention' : 'good'} announce>
        <p>{t(differs ? 'users.comparison.differs' : 'users.comparison.same')}</p>
        {statusDiffers ? (
          <p>
            {t('users.comparison.status', {
              there: t(`users.comparison.statusWord.${status}`),
              here: t(`users.comparison.statusWord.${user.status}`),
            })}
          </p>
        ) : null}
        {priorityDiffers ? (
          <p>{t('users.comparison.priority', { there: priority, here: user.priority })}</p>
        ) : null}
      </Notice>
      {note ? <p className="can-select">{t('users.comparison.note', { there: note })}</p> : null}
    </>
  )
}

function listsDiffer({ domains, senders, unreadable }: Comparison['lists']): boolean {
  const agrees = (list: Comparison['lists']['domains']): boolean =>
    list === null || list.onlyHere.length + list.onlyThere.length === 0
  return !agrees(domains) || !agrees(senders) || unreadable.length > 0
}
