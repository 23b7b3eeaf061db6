import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { openAddresses } from '../../state/relay-address.ts'

/** By which addresses a program is recognised instead of a password, with what that risks. */
export function AddressFields({
  start,
  error,
}: {
  readonly start: string
  readonly error: string | undefined
}): ReactNode {
  const { t } = useTranslation()
  const onlyHere = useSnapshot(({ relay }) => openAddresses(relay.listen).length === 0)
  return (
    <>
      <Textarea
        name="addresses"
        label={t('signIns.addresses')}
        description={t('signIns.addressesHint')}
        defaultValue={start}
        error={error}
        rows={3}
        spellCheck={false}
        classNames={{ input: 'mono' }}
      />
      <Notice tone="attention">{t('signIns.addressRisk')}</Notice>
      {onlyHere ? (
        <Notice
          tone="attention"
          action={<GoButton label={t('signIns.toSettings')} to={{ screen: 'settings', at: 'network' }} />}
        >
          {t('signIns.addressDoor')}
        </Notice>
      ) : null}
    </>
  )
}
