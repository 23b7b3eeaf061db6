import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../electron/ipc/window-contract.ts'
import { domainToOffer } from '../../relay/domain/alert-actions.ts'
import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import { entryFor } from '../state/entries.ts'
import { maySendNow } from '../state/may-send.ts'
import { nearestDomain } from '../state/nearest-domain.ts'
import { AuthorizeButtons } from './authorize-buttons.tsx'
import { GoButton } from './go-button.tsx'

/** What lets a refused sender send: its entry verified, or the address, or its domain, put on the list. */
export function SenderCure({
  user,
  address,
  primary = true,
  held = false,
}: {
  readonly user: UserView
  readonly address: string
  /** false where it is one of several on a screen */
  readonly primary?: boolean
  /** its mail waits here already, instead of in the program */
  readonly held?: boolean
}): ReactNode {
  const { t } = useTranslation()
  const entry = entryFor(user, address)
  if (entry && !maySendNow(user, address)) {
    return (
      <div className="buttons">
        <GoButton
          label={t('senders.verify', { entry: entry.entry })}
          to={{ screen: 'senders', user: user.id, entry: entry.entry }}
          primary={primary}
        />
      </div>
    )
  }
  const parsed = parseMailAddress(address)
  const nearest = nearestDomain(user, address)
  return (
    <>
      {nearest === null || maySendNow(user, address) ? null : (
        <p className="dimmed">{t('senders.subdomain', { entry: nearest })}</p>
      )}
      <AuthorizeButtons
        user={user}
        address={address}
        domain={parsed.ok ? domainToOffer(parsed.value, user) : null}
        primary={primary}
        held={held}
      />
    </>
  )
}
