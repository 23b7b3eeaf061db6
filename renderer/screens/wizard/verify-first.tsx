import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { EntryView } from '../../../electron/ipc/window-verification.ts'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/screen.tsx'
import { CodeWay } from '../senders/code-way.tsx'
import { DomainWays } from '../senders/domain-ways.tsx'
import { MailUpWay } from '../senders/mail-up-way.tsx'

/** Nothing that was listed may send yet: one entry is verified here, before there is a message to send. */
export function VerifyFirst({
  user,
  entry,
}: {
  readonly user: UserView
  readonly entry: EntryView
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Section title={t('wizard.message.verifyTitle', { entry: entry.entry })}>
      <Notice tone="attention">{t('wizard.message.verifyFirst', { entry: entry.entry })}</Notice>
      {entry.list === 'senders' ? (
        <CodeWay user={user} entry={entry} />
      ) : (
        <DomainWays user={user} entry={entry} />
      )}
      <MailUpWay user={user} entry={entry} />
    </Section>
  )
}
