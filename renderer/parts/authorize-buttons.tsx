import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../electron/ipc/window-contract.ts'
import { useCompanion } from '../state/companion-context.tsx'
import type { Asked } from '../state/companion-store.ts'
import { fieldWords } from '../words/sentences.ts'
import { GoButton } from './go-button.tsx'
import { Notice } from './notice.tsx'
import { usePress } from './use-press.ts'

type Outcome =
  | { readonly kind: 'may-send' | 'listed-only'; readonly entry: string }
  | { readonly kind: 'refused'; readonly sentence: string }

/** One press puts an address, or its whole domain, on the user's list, and says what came of it. */
export function AuthorizeButtons({
  user,
  address,
  domain,
  primary,
  held,
  onAdded,
}: {
  readonly user: UserView
  readonly address: string
  /** the firm's own domain of that address, where that may be offered */
  readonly domain: string | null
  readonly primary: boolean
  readonly held: boolean
  /** it may send now; for who shows that elsewhere */
  readonly onAdded?: (entry: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [alreadyVerified, setAlreadyVerified] = useState(true)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const tell = (entry: string, asked: Asked<'authorizeAddress'>): void => {
    if (!asked.ok) return
    const problem = asked.value.ok ? undefined : asked.value.problems[0]
    if (problem) setOutcome({ kind: 'refused', sentence: fieldWords(t, problem) })
    else if (alreadyVerified || user.practice) {
      setOutcome({ kind: 'may-send', entry })
      onAdded?.(entry)
    } else setOutcome({ kind: 'listed-only', entry })
  }
  const pressAddress = usePress(async () => {
    tell(address, await companion.ask('authorizeAddress', { user: user.id, address, alreadyVerified }))
  })
  const pressDomain = usePress(async () => {
    if (domain === null) return
    tell(domain, await companion.ask('authorizeDomain', { user: user.id, domain, alreadyVerified }))
  })

  if (outcome?.kind === 'may-send') {
    return (
      <Notice tone="good" announce>
        {t(held ? 'senders.authorizedHeld' : 'senders.authorized', { address })}
      </Notice>
    )
  }
  if (outcome?.kind === 'listed-only') {
    const { entry } = outcome
    const to = { screen: 'senders', user: user.id, entry: entry.toLowerCase() } as const
    return (
      <Notice tone="attention" announce action={<GoButton label={t('senders.verify', { entry })} to={to} />}>
        {t('senders.listedOnly', { address: entry })}
      </Notice>
    )
  }
  return (
    <div className="authorize">
      <div className="buttons">
        <Button
          variant={primary ? 'filled' : 'default'}
          loading={pressAddress.busy}
          onClick={pressAddress.start}
        >
          {t('senders.authorize', { address })}
        </Button>
        {domain === null ? null : (
          <Button variant="default" loading={pressDomain.busy} onClick={pressDomain.start}>
            {t('senders.authorizeDomain', { domain })}
          </Button>
        )}
      </div>
      {user.practice ? null : (
        <Checkbox
          size="sm"
          checked={alreadyVerified}
          onChange={(event) => setAlreadyVerified(event.currentTarget.checked)}
          label={t('senders.verifiedAlready')}
          description={t('senders.verifiedAlreadyHint')}
        />
      )}
      {outcome?.kind === 'refused' ? (
        <Notice tone="trouble" announce>
          {t('senders.notAuthorized', { sentence: outcome.sentence })}
        </Notice>
      ) : null}
    </div>
  )
}
