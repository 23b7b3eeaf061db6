import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompanion, useSnapshot } from '../state/companion-context.tsx'
import { fieldWords } from '../words/sentences.ts'
import { Notice } from './notice.tsx'
import { usePress } from './use-press.ts'

type Outcome = { readonly done: true } | { readonly done: false; readonly sentence: string }

/** One press adds the address to the user's authorized senders, and says what came of it. */
export function AuthorizeButton({
  user: userId,
  address,
  primary = true,
}: {
  readonly user: string
  readonly address: string
  /** false where it is one of several on a screen */
  readonly primary?: boolean
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === userId))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const press = usePress(async () => {
    if (!user) return
    const { id, authorizedDomains, unauthorizedSenders } = user
    const authorizedSenders = [user.authorizedSenders, address].filter(Boolean).join(';')
    const asked = await companion.ask('setRules', {
      id,
      authorizedDomains,
      authorizedSenders,
      unauthorizedSenders,
      alreadyVerified: true,
    })
    if (!asked.ok) return
    const problem = asked.value.ok ? undefined : asked.value.problems[0]
    setOutcome(problem ? { done: false, sentence: fieldWords(t, problem) } : { done: true })
  })
  if (!user) return null
  if (outcome?.done) {
    return (
      <Notice tone="good" announce>
        {t('senders.authorized', { address })}
      </Notice>
    )
  }
  return (
    <>
      <Button variant={primary ? 'filled' : 'default'} loading={press.busy} onClick={press.start}>
        {t('senders.authorize', { address })}
      </Button>
      {outcome ? (
        <Notice tone="trouble" announce>
          {t('senders.notAuthorized', { sentence: outcome.sentence })}
        </Notice>
      ) : null}
    </>
  )
}
