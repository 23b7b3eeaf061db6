import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import { refusalReason } from '../../relay/domain/relay-event.ts'
import { useCompanion } from '../state/companion-context.tsx'
import { type Place, useNavigation } from '../state/navigation.tsx'
import { AuthorizeButton } from './authorize-button.tsx'
import { usePress } from './use-press.ts'

type Refusal = Snapshot['refusals'][number]

/** The button that makes the next message go; nothing where only the program can be put right. */
export function RefusalCure({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const { t } = useTranslation()
  const reason = refusalReason.safeParse(refusal.reason)
  if (!reason.success) return null
  const { user, login, address } = refusal
  switch (reason.data) {
    case 'sender-not-authorized':
      if (user === null) return null
      return (
        <div className="buttons">
          {address === null ? null : <AuthorizeButton user={user} address={address} />}
          <GoButton label={t('activity.seeSenders')} to={{ screen: 'senders', user }} />
        </div>
      )
    case 'sender-not-verified':
      return user === null ? null : (
        <GoButton label={t('activity.seeSenders')} to={{ screen: 'senders', user }} />
      )
    case 'user-inactive':
      if (user === null) return null
      return (
        <GoButton
          label={t('activity.makeActive', { user })}
          to={{ screen: 'users', panel: { kind: 'edit', user } }}
        />
      )
    case 'login-inactive':
      return login === null ? null : <LetSendButton login={login} />
    case 'sign-in-failed':
      return <SignInCure login={login} />
    case 'address-malformed':
    case 'headers-malformed':
    case 'too-large':
    case 'too-many-recipients':
    case 'too-many-connections':
    case 'storage':
      return null
  }
}

function GoButton({ label, to }: { readonly label: string; readonly to: Place }): ReactNode {
  const { goTo } = useNavigation()
  return (
    <Button variant="default" onClick={() => goTo(to)}>
      {label}
    </Button>
  )
}

function SignInCure({ login }: { readonly login: string | null }): ReactNode {
  const { t } = useTranslation()
  return login === null ? (
    <GoButton label={t('activity.seeProgram')} to={{ screen: 'set-up' }} />
  ) : (
    <GoButton
      label={t('activity.newPasswordFor', { login })}
      to={{ screen: 'set-up', panel: { kind: 'reset', login } }}
    />
  )
}

function LetSendButton({ login }: { readonly login: string }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const press = usePress(async () => {
    await companion.ask('setLoginStatus', { name: login, status: 'active' })
  })
  return (
    <Button loading={press.busy} onClick={press.start}>
      {t('activity.letSend', { login })}
    </Button>
  )
}
