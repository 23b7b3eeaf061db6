import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { MakeActiveButton } from '../../parts/make-active-button.tsx'
import { SenderCure } from '../../parts/sender-cure.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { heldSender } from '../../state/held-sender.ts'
import { identityWords, userWords } from '../../words/sentences.ts'

/** Why the rules of now hold a message, which sender of it they refuse, and what lets it go. `headers` null: not read yet. */
export function HeldByRules({
  message,
  headers,
}: {
  readonly message: MessageSummary
  readonly headers: string | null
}): ReactNode {
  const { t } = useTranslation()
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === message.user))
  if (user && message.holdReason === 'user-inactive') {
    return user.status === 'inactive' ? (
      <div className="buttons">
        <MakeActiveButton user={user} />
      </div>
    ) : null
  }
  if (!user || headers === null) return null
  const sender = heldSender(user, message.mailFrom, headers)
  return (
    <div className="held">
      {sender ? (
        <>
          <p>
            {t('activity.heldSender', {
              identity: identityWords(t, sender.identity),
              address: sender.address.text,
              user: userWords(t, user.id),
            })}
          </p>
          <SenderCure user={user} address={sender.address.text} held />
        </>
      ) : null}
      <GoButton label={t('activity.seeSenders')} to={{ screen: 'senders', user: user.id }} />
    </div>
  )
}
