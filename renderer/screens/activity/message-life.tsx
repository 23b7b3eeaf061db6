import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ReplyMeaning } from '../../parts/reply-meaning.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import type { Tone } from '../../parts/tone.ts'
import {
  type Attempt,
  type Done,
  type LifeStep,
  lifeOf,
  type MessageDetail,
} from '../../state/message-life.ts'
import { formatTime } from '../../words/format.ts'

type Outcome = 'delivered' | 'deferred' | 'failed' | 'uncertain'

const tones: Record<Outcome, Tone> = {
  delivered: 'good',
  deferred: 'busy',
  failed: 'trouble',
  uncertain: 'attention',
}

/** Each attempt with the server's answer, word for word and in words, and what people and rules did in between. */
export function MessageLife({ detail }: { readonly detail: MessageDetail }): ReactNode {
  const { t } = useTranslation()
  const steps = lifeOf(detail)
  if (steps.length === 0) return <p className="dimmed">{t('activity.noAttempts')}</p>
  return (
    <ol className="attempts">
      {steps.map((step) => (
        <li key={keyOf(step)}>
          {step.kind === 'attempt' ? <AttemptStep attempt={step.attempt} /> : <DoneStep done={step.done} />}
        </li>
      ))}
    </ol>
  )
}

function keyOf(step: LifeStep): string {
  if (step.kind === 'done') return `${step.at} ${step.done.action}`
  return `${step.at} ${step.attempt.stage} ${step.attempt.reply}`
}

function AttemptStep({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { t, i18n } = useTranslation()
  const { at, stage, outcome, reply } = attempt
  return (
    <>
      <p>
        {isOutcome(outcome) ? (
          <StatusLine tone={tones[outcome]} text={t(`activity.outcomes.${outcome}`)} />
        ) : (
          <span>{outcome}</span>
        )}
        <span className="dimmed">
          {t('activity.attemptLine', { time: formatTime(at, i18n.language), stage })}
        </span>
      </p>
      {reply === '' ? null : <div className="word-for-word">{reply}</div>}
      {outcome === 'delivered' ? null : <ReplyMeaning reply={reply} />}
    </>
  )
}

function DoneStep({ done: { at, action, by } }: { readonly done: Done }): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <p>
      <span>
        {t(`activity.wasDone.${action}`)} {t(`activity.doneBy.${by}`)}
      </span>
      <span className="dimmed">{formatTime(at, i18n.language)}</span>
    </p>
  )
}

function isOutcome(outcome: string): outcome is Outcome {
  return Object.hasOwn(tones, outcome)
}
