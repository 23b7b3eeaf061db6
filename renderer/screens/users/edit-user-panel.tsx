import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { ConnectionFields } from '../../parts/connection-fields.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import { InForce } from '../../parts/in-force.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { UserForm } from '../../parts/user-form.tsx'
import { connectionPlace } from '../../state/connection-place.ts'
import { type UserPanel, useNavigation } from '../../state/navigation.tsx'
import type { UserHealth } from '../../state/user-health.ts'
import { CheckNow } from './check-now.tsx'
import { HealthNotice } from './health-notice.tsx'
import { WishesFields, wishFields } from './wishes-fields.tsx'

const fields = ['server', 'port', 'encryption', 'username', ...wishFields]

/** Everything about one SMTP+ user but its password, which has a panel of its own, and its senders. */
export function EditUserPanel({
  user,
  health,
  onClose,
  onSwitch,
}: {
  readonly user: UserView
  readonly health: UserHealth
  readonly onClose: () => void
  readonly onSwitch: (panel: UserPanel) => void
}): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const [saved, setSaved] = useState(false)
  const senders = (
    <Button variant="default" onClick={() => goTo({ screen: 'senders', user: user.id })}>
      {t('users.seeSenders')}
    </Button>
  )
  if (user.practice) {
    return (
      <SidePanel title={t('common.practiceUser')} onClose={onClose}>
        <p>{t('users.editPractice')}</p>
        <div className="buttons">{senders}</div>
      </SidePanel>
    )
  }
  const waysTo = (kind: 'password' | 'compare' | 'duplicate' | 'remove', label: string): ReactNode => (
    <Button variant="default" onClick={() => onSwitch({ kind, user: user.id })}>
      {label}
    </Button>
  )
  return (
    <SidePanel title={user.id} onClose={onClose}>
      <HealthNotice health={health} />
      <CheckNow user={user} />
      <div className="buttons">
        <GoButton label={t('probe.start')} to={connectionPlace(user.id)} />
        {waysTo('password', t('users.replacePassword'))}
        {senders}
      </div>
      <UserForm
        existing={user}
        passwordRequired={false}
        withoutPassword
        submit={t('common.save')}
        fields={fields}
        onSaved={() => setSaved(true)}
        buttons={saved ? <InForce /> : null}
      >
        {(errorOf) => (
          <>
            <ConnectionFields start={user} errorOf={errorOf} />
            <WishesFields start={user} errorOf={errorOf} />
          </>
        )}
      </UserForm>
      <div className="buttons">
        {waysTo('compare', t('users.comparison.open'))}
        {waysTo('duplicate', t('users.duplicate'))}
        {waysTo('remove', t('users.remove', { user: user.id }))}
      </div>
    </SidePanel>
  )
}
