import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { alertKind } from '../../../relay/domain/relay-event.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { SenderCure } from '../../parts/sender-cure.tsx'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'

type Alert = Snapshot['alerts'][number]

/** What to press for each kind of alert. */
export function AlertCure({
  alert,
  primary,
}: {
  readonly alert: Alert
  readonly primary: boolean
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const kind = alertKind.safeParse(alert.kind)
  if (!kind.success) return null
  const { user, about } = alert
  switch (kind.data) {
    case 'unauthorized-sender':
      if (user === null) return null
      return (
        <>
          {/^[^\s@]+@[^\s@]+$/.test(about) ? (
            <SenderCureOf user={user} address={about} primary={primary} />
          ) : null}
          <GoButton label={t('alerts.seeSenders')} to={{ screen: 'senders', user }} />
        </>
      )
    case 'sender-not-verified':
      return user === null ? null : (
        <GoButton label={t('alerts.seeSenders')} to={{ screen: 'senders', user }} />
      )
    case 'credentials-refused':
      if (user === null) return null
      return (
        <GoButton
          label={t('alerts.newPassword')}
          to={{ screen: 'users', panel: { kind: 'password', user } }}
        />
      )
    case 'account-blocked':
      return (
        <Button
          variant="default"
          onClick={() => void companion.ask('openLink', { link: 'smtp-plus-settings' })}
        >
          {t('home.actions.open-service')}
        </Button>
      )
    case 'upstream-unreachable':
    case 'certificate':
    case 'delivery-failing':
    case 'queue-growing':
      return <GoButton label={t('alerts.seeActivity')} to={{ screen: 'activity', filter: 'waiting' }} />
    case 'disk-low':
      return <GoButton label={t('home.actions.open-settings')} to={{ screen: 'settings' }} />
    case 'relay-stopped':
      return <GoButton label={t('alerts.seeHome')} to={{ screen: 'home' }} />
  }
}

function SenderCureOf({
  user: id,
  ...rest
}: {
  readonly user: string
  readonly address: string
  readonly primary: boolean
}): ReactNode {
  const user = useSnapshot(({ users }) => users.find((one) => one.id === id))
  return user ? <SenderCure user={user} {...rest} /> : null
}
