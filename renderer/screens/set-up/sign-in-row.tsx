import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'
import { userWords } from '../../words/sentences.ts'

/** One program's sign-in: whose rules it has, when it was last here, and what can be done with it. */
export function SignInRow({
  login,
  onReset,
  onForm,
}: {
  readonly login: LoginView
  readonly onReset: () => void
  readonly onForm: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const paused = login.status === 'inactive'
  const toggle = usePress(async () => {
    await companion.ask('setLoginStatus', { name: login.name, status: paused ? 'active' : 'inactive' })
  })
  const seen =
    login.lastSeenAt === null
      ? t('setUp.neverSeen')
      : t('setUp.lastSeen', { time: formatTime(login.lastSeenAt, i18n.language) })
  return (
    <div className="sign-in-row">
      <div className="sign-in-words">
        <strong>{login.name}</strong>
        <span className="dimmed">
          {t('setUp.sendsAs', { user: userWords(t, login.user) })} · {seen}
        </span>
        {login.rewritesFormSender ? <StatusLine tone="attention" text={t('setUp.form.on')} /> : null}
        {paused ? <StatusLine tone="attention" text={t('setUp.paused')} /> : null}
      </div>
      <Button size="xs" variant="default" loading={toggle.busy} onClick={toggle.start}>
        {t(paused ? 'setUp.resume' : 'setUp.pause')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={onReset}
        aria-label={t('setUp.resetFor', { login: login.name })}
      >
        {t('setUp.reset')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={onForm}
        aria-label={t('setUp.form.title', { login: login.name })}
      >
        {t('setUp.form.short')}
      </Button>
      <ConfirmButton
        size="xs"
        label={t('common.remove')}
        about={t('setUp.remove', { login: login.name })}
        question={t('setUp.removeSure', { login: login.name })}
        confirm={t('common.remove')}
        onConfirm={async () => {
          await companion.ask('removeLogin', { name: login.name })
        }}
      />
    </div>
  )
}
