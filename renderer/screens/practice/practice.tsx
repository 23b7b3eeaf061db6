import { UnstyledButton } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/empty-state.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { writeAddress } from '../../state/relay-address.ts'
import { formatTime } from '../../words/format.ts'
import './practice.css'
import { PracticePanel } from './practice-panel.tsx'

/** What the practice server took: it all ended here. */
export default function Practice(): ReactNode {
  const { t, i18n } = useTranslation()
  const { listen, messages } = useSnapshot((snapshot) => snapshot.practice)
  const [open, setOpen] = useState<string | null>(null)
  const close = useCallback(() => setOpen(null), [])
  return (
    <Screen title={t('practice.title')} body={t('practice.body')}>
      {messages.length === 0 ? (
        <EmptyState icon={IconInbox} text={t('practice.empty')}>
          <GoButton
            primary
            label={t('home.actions.send-first')}
            to={{ screen: 'set-up', panel: { kind: 'send' } }}
          />
        </EmptyState>
      ) : (
        <ul className="practice card" aria-label={t('practice.list')}>
          {messages.map((message) => (
            <li key={message.id}>
              <UnstyledButton onClick={() => setOpen(message.id)}>
                <span className="practice-line">
                  <strong>{message.from || message.mailFrom}</strong>
                  <span className="dimmed">{formatTime(message.at, i18n.language)}</span>
                </span>
                <span className="cut">{message.subject || t('activity.noSubject')}</span>
                <span className="cut dimmed">
                  {t('practice.toLine', { recipients: message.recipients.join(', ') })}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {listen ? <p className="dimmed">{t('practice.address', { address: writeAddress(listen) })}</p> : null}
      {open === null ? null : <PracticePanel key={open} id={open} onClose={close} />}
    </Screen>
  )
}
