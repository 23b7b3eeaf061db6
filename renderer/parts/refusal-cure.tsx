import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../electron/ipc/window-contract.ts'
import { isPublicMailDomain } from '../../relay/domain/public-mail-domains.ts'
import { refusalReason } from '../../relay/domain/relay-event.ts'
import { useCompanion, useSnapshot } from '../state/companion-context.tsx'
import { FormHint } from './form-hint.tsx'
import { GoButton } from './go-button.tsx'
import { MakeActiveButton } from './make-active-button.tsx'
import { SenderCure } from './sender-cure.tsx'
import { usePress } from './use-press.ts'

type Refusal = Snapshot['refusals'][number]

/** The button that makes the next message go; nothing where only the program can be put right. */
export function RefusalCure({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const { t } = useTranslation()
  const reason = refusalReason.safeParse(refusal.reason)
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === refusal.user))
  if (!reason.success) return null
  const { login, address } = refusal
  switch (reason.data) {
    case 'sender-not-authorized':
    case 'sender-not-verified':
      if (!user) return null
      return (
        <>
          {address === null ? null : isVisitor(refusal) ? (
            <FormHint login={login} />
          ) : (
            <SenderCure user={user} address={address} />
          )}
          <div className="buttons">
            <GoButton label={t('activity.seeSenders')} to={{ screen: 'senders', user: user.id }} />
          </div>
        </>
      )
    case 'user-inactive':
      return user?.status === 'inactive' ? <MakeActiveButton user={user} /> : null
    case 'login-inactive':
      return login === null ? null : <LetSendButton login={login} />
    case 'sign-in-failed':
      return <SignInCure login={login} />
    case 'address-malformed':
    case 'headers-malformed':
    case 'too-large':
    case 'too-many-recipients':
    case 'too-many-connections':
    case 'too-many-messages':
    case 'implicit-tls':
    case 'address-not-allowed':
    case 'storage':
      return null
  }
}

/** A From at a mail provider is hardly the firm's own: rather somebody who filled in a form. */
function isVisitor({ identity, address }: Refusal): boolean {
  const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase() ?? ''
  return identity === 'header-from' && isPublicMailDomain(domain)
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
