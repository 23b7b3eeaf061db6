import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusLine } from '../../parts/status-line.tsx'
import type { Tone } from '../../parts/tone.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { formatTime } from '../../words/format.ts'

type Attempt = NonNullable<RequestOutput<'showMessage'>>['attempts'][number]
type Outcome = 'delivered' | 'deferred' | 'failed' | 'uncertain'

const tones: Record<Outcome, Tone> = {
  delivered: 'good',
  deferred: 'busy',
  failed: 'trouble',
  uncertain: 'attention',
}

/** Each attempt with the server's answer, word for word. */
export function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }): ReactNode {
  const { t, i18n } = useTranslation()
  if (attempts.length === 0) return <p className="dimmed">{t('activity.noAttempts')}</p>
  return (
    <ol className="attempts">
      {attempts.map((attempt) => (
        <li key={`${attempt.at} ${attempt.stage} ${attempt.reply}`}>
          <p>
            <AttemptOutcome outcome={attempt.outcome} />
            <span className="dimmed">
              {t('activity.attemptLine', {
                time: formatTime(attempt.at, i18n.language),
                stage: attempt.stage,
              })}
            </span>
          </p>
          <p className="word-for-word">{attempt.reply}</p>
        </li>
      ))}
    </ol>
  )
}

function AttemptOutcome({ outcome }: { readonly outcome: string }): ReactNode {
  const { t } = useTranslation()
  return isOutcome(outcome) ? (
    <StatusLine tone={tones[outcome]} text={t(`activity.outcomes.${outcome}`)} />
  ) : (
    <span>{outcome}</span>
  )
}

function isOutcome(outcome: string): outcome is Outcome {
  return Object.hasOwn(tones, outcome)
}
