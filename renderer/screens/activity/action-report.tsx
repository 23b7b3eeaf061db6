import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import type { ActionDone } from './selection-bar.tsx'

/** How many messages an action changed, and how many it found changed already. */
export function ActionReport({
  done: { action, asked, changed },
  onClose,
}: {
  readonly done: ActionDone
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const missed = changed === null ? 0 : Math.max(0, asked - changed)
  return (
    <Notice
      tone={changed === null ? 'trouble' : missed > 0 ? 'attention' : 'good'}
      announce
      action={<CloseButton aria-label={t('common.close')} onClick={onClose} />}
    >
      {changed === null ? t('activity.actionNotAnswered') : t(`activity.done.${action}`, { count: changed })}
      {missed > 0 ? ` ${t('activity.movedOn', { count: missed })}` : ''}
    </Notice>
  )
}
