import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { CodeNotAskedReason, EntryView } from '../../../electron/ipc/window-verification.ts'
import { MessageProgress } from '../../parts/message-progress.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useNow } from '../../parts/use-now.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { CodeForm } from './code-form.tsx'

/** A code mailed to the address: asked for, followed, typed, and asked for again. */
export function CodeWay({ user, entry }: { readonly user: UserView; readonly entry: EntryView }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [refused, setRefused] = useState<CodeNotAskedReason | null>(null)
  const now = useNow(5_000)
  const mail = entry.codeMail
  const ask = usePress(async () => {
    const asked = await companion.ask('askForCode', { id: user.id, address: entry.entry })
    if (asked.ok) setRefused(asked.value.ok ? null : asked.value.reason)
  })
  const expired = mail !== null && Date.parse(mail.expiresAt) <= now
  const usable = mail !== null && !expired && mail.triesLeft > 0
  return (
    <section className="way">
      <h3>{t('verification.code.title')}</h3>
      {mail === null ? <p>{t('verification.code.body', { user: user.id })}</p> : null}
      {mail === null ? null : (
        <>
          {usable ? (
            <>
              <p>{t('verification.code.look', { address: entry.entry })}</p>
              <CodeForm key={mail.messageId} user={user} address={entry.entry} mail={mail} />
            </>
          ) : (
            <Notice tone="attention" announce>
              {t(`verification.notTaken.${expired ? 'code-expired' : 'too-many-tries'}`)}
            </Notice>
          )}
          <details open={usable || undefined}>
            <summary>{t('verification.code.mail')}</summary>
            <CodeMail id={mail.messageId} />
          </details>
        </>
      )}
      {refused === null ? null : (
        <Notice tone="trouble" announce>
          {t(`verification.notAsked.${refused}`)}
        </Notice>
      )}
      <div className="buttons">
        <Button size="sm" variant={usable ? 'default' : 'filled'} loading={ask.busy} onClick={ask.start}>
          {t(mail === null ? 'verification.code.ask' : 'verification.code.askAgain')}
        </Button>
      </div>
    </section>
  )
}

/** What became of the mail, as of any message; long ago it is found in Activity only. */
function CodeMail({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const isKnown = useSnapshot(({ messages }) => messages.some((message) => message.id === id))
  return isKnown ? (
    <MessageProgress id={id} />
  ) : (
    <p className="dimmed">{t('verification.code.mailElsewhere')}</p>
  )
}
