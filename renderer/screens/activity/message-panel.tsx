import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { RowState } from '../../parts/row-state.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatBytes, formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'
import { Attempts } from './attempts.tsx'
import { HeldByRules } from './held-by-rules.tsx'
import { MessageActions } from './message-actions.tsx'

type Detail = RequestOutput<'showMessage'>

/** All there is to know about a message: envelope, state, every attempt with the server's exact answer. */
export function MessagePanel({
  message,
  onClose,
}: {
  readonly message: MessageSummary
  readonly onClose: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const detail = useDetail(message)
  return (
    <SidePanel title={message.subject || t('activity.noSubject')} onClose={onClose}>
      <div>
        <RowState state={message.state} />
        <p aria-live="polite">{stateSentence(message)}</p>
      </div>
      {message.holdReason === 'sender-not-authorized' || message.holdReason === 'user-inactive' ? (
        <HeldByRules message={message} headers={detail?.headers ?? null} />
      ) : null}
      <MessageActions message={message} />
      <dl className="facts">
        <dt>{t('activity.fields.from')}</dt>
        <dd>{message.mailFrom || t('activity.nullSender')}</dd>
        <dt>{t('activity.fields.to')}</dt>
        <dd>{message.recipients.join(', ')}</dd>
        <dt>{t('activity.fields.program')}</dt>
        <dd>{message.login}</dd>
        <dt>{t('activity.fields.user')}</dt>
        <dd>{userWords(t, message.user)}</dd>
        <dt>{t('activity.fields.arrived')}</dt>
        <dd>{formatTime(message.queuedAt, i18n.language)}</dd>
        <dt>{t('activity.fields.size')}</dt>
        <dd>{formatBytes(message.bytes, i18n.language)}</dd>
      </dl>
      <section>
        <h3>{t('activity.attempts')}</h3>
        {detail ? <Attempts attempts={detail.attempts} /> : <p className="dimmed">{t('common.loading')}</p>}
      </section>
      {detail?.headers ? (
        <details>
          <summary>{t('activity.headers')}</summary>
          <pre className="word-for-word">{detail.headers}</pre>
        </details>
      ) : null}
    </SidePanel>
  )

  function stateSentence({ state, holdReason, nextAttemptAt }: MessageSummary): string {
    const why = holdReason === null ? '' : t(`reasons.hold.${holdReason}`)
    if (state === 'held') return t('activity.stateSentence.held', { why })
    if (state !== 'waiting') return t(`activity.stateSentence.${state}`)
    if (why) return why
    return nextAttemptAt === null || Date.parse(nextAttemptAt) <= Date.now()
      ? t('activity.stateSentence.waiting')
      : t('activity.stateSentence.waitingUntil', { time: formatTime(nextAttemptAt, i18n.language) })
  }
}

/** The details, asked for again each time the message changes. */
function useDetail(message: MessageSummary): Detail {
  const companion = useCompanion()
  const [detail, setDetail] = useState<Detail>(null)
  useEffect(() => {
    let wanted = true
    const take = async (): Promise<void> => {
      const asked = await companion.ask('showMessage', { id: message.id })
      if (wanted && asked.ok) setDetail(asked.value)
    }
    void take()
    return () => {
      wanted = false
    }
  }, [companion, message])
  return detail
}
