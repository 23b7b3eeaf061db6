import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './added-entries.css'

/** What becomes of entries that this save adds: to be verified here, or verified in MailUp already. */
export function AddedEntries({
  count,
  alreadyVerified,
  onChange,
}: {
  readonly count: number
  readonly alreadyVerified: boolean
  readonly onChange: (alreadyVerified: boolean) => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={t('verification.added.label', { count })}
      value={alreadyVerified ? 'confirmed' : 'later'}
      onChange={(value) => onChange(value === 'confirmed')}
    >
      <div className="added-entries">
        <Radio
          value="later"
          label={t('verification.added.later')}
          description={t('verification.added.laterHint', { count })}
        />
        <Radio
          value="confirmed"
          label={t('verification.added.confirmed')}
          description={t('verification.added.confirmedHint', { count })}
        />
      </div>
    </Radio.Group>
  )
}
