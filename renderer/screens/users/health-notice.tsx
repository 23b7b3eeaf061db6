import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import type { UserHealth } from '../../state/user-health.ts'
import { healthTones } from '../../words/user-health-words.ts'

/** How a user is, with the reason and what to do, where something is wrong. */
export function HealthNotice({ health }: { readonly health: UserHealth }): ReactNode {
  const { t } = useTranslation()
  if (health === 'good') return null
  return (
    <Notice tone={healthTones[health]}>
      <p>
        <strong>{t(`users.health.${health}.word`)}.</strong> {t(`users.health.${health}.reason`)}
      </p>
    </Notice>
  )
}
