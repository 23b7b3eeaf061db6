import { Button } from '@mantine/core'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { KindIcon } from '../../parts/kind-icon.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { SignInValues } from '../../parts/sign-in-values.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { useLoginState } from '../../parts/use-login-state.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'
import { KeepSignIn } from './keep-sign-in.tsx'
import { SignInSettings } from './sign-in-settings.tsx'
import { SignInTraffic } from './sign-in-traffic.tsx'

/** One program's sign-in: how it is, what it sent, what it may do, and everything that can be done with it. */
export function SignInPanel({
  login,
  onClose,
  onReset,
  onForm,
}: {
  readonly login: LoginView
  readonly onClose: () => void
  readonly onReset: () => void
  readonly onForm: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const state = useLoginState(login)
  const paused = login.status === 'inactive'
  const toggle = usePress(async () => {
    await companion.ask('setLoginStatus', { name: login.name, status: paused ? 'active' : 'inactive' })
  })
  const { name } = login
  return (
    <SidePanel title={name} onClose={onClose}>
      <div>
        <StatusLine tone={state === 'active' ? 'good' : 'attention'} text={t(`signIns.${state}`)} />
        {state === 'paused' ? <p className="dimmed">{t('signIns.pausedNote')}</p> : null}
        {state === 'noPassword' ? <p className="dimmed">{t('signIns.noPasswordNote')}</p> : null}
        <p className="sign-in-kind dimmed">
          <KindIcon kind={login.kind} />
          {login.lastSeenAt === null
            ? t('signIns.neverSeen')
            : t('setUp.lastSeen', { time: formatTime(login.lastSeenAt, i18n.language) })}
        </p>
        <KeepSignIn login={login} />
        {login.rewritesFormSender ? <StatusLine tone="attention" text={t('setUp.form.on')} /> : null}
      </div>
      <div className="buttons">
        <Button size="sm" variant="default" loading={toggle.busy} onClick={toggle.start}>
          {t(paused ? 'setUp.resume' : 'setUp.pause')}
        </Button>
        {login.auth === 'password' ? (
          <Button
            size="sm"
            variant={login.needsPassword ? 'filled' : 'default'}
            onClick={onReset}
            aria-label={t('setUp.resetFor', { login: name })}
          >
            {t('setUp.reset')}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="default"
          onClick={onForm}
          aria-label={t('setUp.form.title', { login: name })}
        >
          {t('setUp.form.short')}
        </Button>
      </div>
      <section>
        <h3>{t('setUp.values')}</h3>
        <SignInValues login={name} password={null} />
      </section>
      <SignInTraffic login={name} />
      <SignInSettings key={name} login={login} />
      <ConfirmButton
        label={t('common.remove')}
        about={t('setUp.remove', { login: name })}
        question={t('setUp.removeSure', { login: name })}
        confirm={t('common.remove')}
        onConfirm={async () => {
          const asked = await companion.ask('removeLogin', { name })
          if (asked.ok) onClose()
        }}
      />
    </SidePanel>
  )
}
