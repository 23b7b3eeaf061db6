import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { formatBytes, formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'

/** The envelope, who sent it, and when. */
export function MessageFacts({ message }: { readonly message: MessageSummary }): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <dl className="facts">
      <dt>{t('activity.fields.from')}</dt>
      <dd>{message.mailFrom || t('activity.nullSender')}</dd>
      <dt>{t('activity.fields.to')}</dt>
      <dd>
        <Recipients recipients={message.recipients} />
      </dd>
      <dt>{t('activity.fields.program')}</dt>
      <dd>{message.login}</dd>
      <dt>{t('activity.fields.user')}</dt>
      <dd>{userWords(t, message.user)}</dd>
      <dt>{t('activity.fields.arrived')}</dt>
      <dd>{formatTime(message.queuedAt, i18n.language)}</dd>
      <dt>{t('activity.fields.size')}</dt>
      <dd>{formatBytes(message.bytes, i18n.language)}</dd>
      <dt>{t('activity.fields.id')}</dt>
      <dd className="mono">{message.id}</dd>
    </dl>
  )
}

/** So many stand there at once; of a mailing the rest unfolds. */
const shownAtOnce = 5

function Recipients({ recipients }: { readonly recipients: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const rest = recipients.slice(shownAtOnce)
  return (
    <>
      {recipients.slice(0, shownAtOnce).map((address) => (
        <div key={address}>{address}</div>
      ))}
      {rest.length === 0 ? null : (
        <details>
          <summary>{t('activity.moreRecipients', { count: rest.length })}</summary>
          {rest.map((address) => (
            <div key={address}>{address}</div>
          ))}
        </details>
      )}
    </>
  )
}
