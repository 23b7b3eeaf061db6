import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import type { UserHealth } from '../../state/user-health.ts'
import { healthTones } from '../../words/user-health-words.ts'

/** How a user is, with the reason and what to do where something is wrong; and where its password is. */
export function HealthNotice({
  user,
  health,
}: {
  readonly user: UserView
  readonly health: UserHealth
}): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      {health === 'good' ? null : (
        <Notice tone={healthTones[health]}>
          <p>
            <strong>{t(`users.health.${health}.word`)}.</strong> {t(`users.health.${health}.reason`)}
          </p>
        </Notice>
      )}
      <StatusLine
        tone={user.password === 'missing' || user.password === 'changed-outside' ? 'attention' : 'good'}
        text={t(`users.password.${user.password}`)}
      />
    </>
  )
}
