import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { Decision } from '../../../relay/domain/decision.ts'
import { FormHint } from '../../parts/form-hint.tsx'
import { MakeActiveButton } from '../../parts/make-active-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SenderCure } from '../../parts/sender-cure.tsx'
import type { Tone } from '../../parts/tone.ts'
import { nearestDomain } from '../../state/nearest-domain.ts'
import { looksLikeForm, type TriedMessage, type Verdict } from '../../state/try-message.ts'
import { decisionWords, headerProblemWords } from '../../words/decision-words.ts'
import { authorizedSentence } from '../../words/policy-words.ts'
import { identityWords, userWords } from '../../words/sentences.ts'

const tones: Record<Decision['decision'], Tone> = { allow: 'good', alert: 'attention', block: 'trouble' }

/** The decision in words: what would happen, which sender decided it, the entry that matched or was missed, the cure. */
export function TryVerdict({
  user,
  verdict,
  mailFrom,
  message,
}: {
  readonly user: UserView
  readonly verdict: Verdict
  readonly mailFrom: string
  readonly message: TriedMessage | null
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { decision, problem } = verdict
  const form = looksLikeForm(verdict, message)
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section ref={section} className="verdict" aria-label={t('trySender.verdictOf')} aria-live="polite">
      <Notice tone={tones[decision.decision]}>
        <p>
          <strong>{t(`trySender.verdict.${decision.decision}`)}</strong> {reasonWords()}
        </p>
      </Notice>
      {form ? (
        <FormHint login={null} canRewrite={decision.identity === 'header-from'} />
      ) : (
        <Cure user={user} decision={decision} />
      )}
      <dl className="facts">
        {mailFrom ? (
          <>
            <dt>{t('trySender.facts.from')}</dt>
            <dd>{mailFrom}</dd>
          </>
        ) : null}
        {message ? (
          <>
            <dt>{t('trySender.facts.header')}</dt>
            <dd>{message.identities.from.text}</dd>
          </>
        ) : null}
        {decision.identity ? (
          <>
            <dt>{t('trySender.facts.identity')}</dt>
            <dd>{identityWords(t, decision.identity)}</dd>
          </>
        ) : null}
        {entryFact()}
      </dl>
    </section>
  )

  function reasonWords(): string {
    if (problem) return headerProblemWords(t, problem)
    return form
      ? t('trySender.form.refused', { address: decision.address ?? '', user: userWords(t, user.id) })
      : decisionWords(t, decision, user.id)
  }

  function entryFact(): ReactNode {
    const words = entryWords()
    if (words === null) return null
    return (
      <>
        <dt>{t(decision.decision === 'allow' ? 'trySender.facts.matched' : 'trySender.facts.missed')}</dt>
        <dd>{words}</dd>
      </>
    )
  }

  function entryWords(): string | null {
    if (decision.entry !== null) return decision.entry
    if (decision.reason === 'everyone-authorized') return t('trySender.everyone')
    if (decision.reason !== 'sender-not-authorized' || decision.address === null) return null
    const nearest = nearestDomain(user, decision.address)
    return nearest === null
      ? `${t('trySender.noEntry')}. ${authorizedSentence(t, user, i18n.language)}`
      : t('trySender.covers', { entry: nearest })
  }
}

function Cure({ user, decision }: { readonly user: UserView; readonly decision: Decision }): ReactNode {
  if (decision.reason === 'user-inactive') {
    return (
      <div className="buttons">
        <MakeActiveButton user={user} />
      </div>
    )
  }
  if (decision.address === null) return null
  if (decision.reason !== 'sender-not-authorized' && decision.reason !== 'sender-not-verified') return null
  return <SenderCure user={user} address={decision.address} />
}
