import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { RowState } from '../../parts/row-state.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { connectionPlace } from '../../state/connection-place.ts'
import { formerFrom, type MessageDetail } from '../../state/message-life.ts'
import { messageSentence } from '../../words/message-words.ts'
import { isAboutConnection } from '../../words/reply-words.ts'
import { HeldByRules } from './held-by-rules.tsx'
import { MessageActions } from './message-actions.tsx'
import { MessageFacts } from './message-facts.tsx'
import { MessageLife } from './message-life.tsx'
import { SaveMessage } from './save-message.tsx'

/** All there is to know about a message: state, envelope, its life with the server's exact answers, headers. */
export function MessagePanel({
  message,
  onClose,
}: {
  readonly message: MessageSummary
  readonly onClose: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { detail, askAgain } = useDetail(message)
  const pace = useSnapshot(({ paces }) => paces.find(({ user }) => user === message.user)) ?? null
  const unreachable = useSnapshot(({ alerts }) =>
    alerts.some(
      ({ kind, user, state: alertState }) =>
        kind === 'upstream-unreachable' && user === message.user && alertState !== 'settled',
    ),
  )
  const now = useNow(20_000)
  const known = typeof detail === 'object' ? detail : null
  const former = known && formerFrom(known)
  const { state, holdReason, reply } = message
  return (
    <SidePanel title={message.subject || t('activity.noSubject')} onClose={onClose}>
      <div>
        <RowState state={state} />
        <p aria-live="polite">{messageSentence(t, message, { pace, unreachable }, i18n.language, now)}</p>
      </div>
      {holdReason === 'sender-not-authorized' || holdReason === 'user-inactive' ? (
        <HeldByRules message={message} headers={known?.headers ?? null} />
      ) : null}
      <MessageActions message={message} />
      {(state === 'waiting' || state === 'failed') && isAboutConnection(reply) ? (
        <div className="buttons">
          <GoButton label={t('alerts.actions.check-connection')} to={connectionPlace(message.user)} />
        </div>
      ) : null}
      {former ? <Notice tone="attention">{t('activity.fromRewritten', { address: former })}</Notice> : null}
      <MessageFacts message={message} />
      <section>
        <h3>{t('activity.attempts')}</h3>
        {detail === 'loading' ? <p className="dimmed">{t('common.loading')}</p> : null}
        {detail === 'gone' ? <p>{t('activity.detailGone')}</p> : null}
        {detail === 'failed' ? (
          <Notice
            tone="trouble"
            action={
              <Button variant="default" onClick={askAgain}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {t('activity.detailFailed')}
          </Notice>
        ) : null}
        {known ? <MessageLife detail={known} /> : null}
      </section>
      {known?.headers ? (
        <>
          <details>
            <summary>{t('activity.headers')}</summary>
            <pre className="word-for-word">{known.headers}</pre>
          </details>
          <SaveMessage id={message.id} />
        </>
      ) : null}
    </SidePanel>
  )
}

type Detail = MessageDetail | 'loading' | 'gone' | 'failed'

/** The details, asked for again each time the message changes; the earlier ones stay until then. */
function useDetail(message: MessageSummary): { readonly detail: Detail; readonly askAgain: () => void } {
  const companion = useCompanion()
  const [detail, setDetail] = useState<Detail>('loading')
  const askFor = useCallback(async (): Promise<Detail> => {
    const asked = await companion.ask('showMessage', { id: message.id }, { isToldThere: true })
    return asked.ok ? (asked.value ?? 'gone') : 'failed'
  }, [companion, message])
  useEffect(() => {
    let wanted = true
    const take = async (): Promise<void> => {
      const found = await askFor()
      if (wanted) setDetail(found)
    }
    void take()
    return () => {
      wanted = false
    }
  }, [askFor])
  return { detail, askAgain: () => void askFor().then(setDetail) }
}
