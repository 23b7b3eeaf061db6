import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { Notice } from '../../parts/notice.tsx'
import { useLoginState } from '../../parts/use-login-state.ts'

/** A sign-in's own lists, narrower than its user's, and what of them has no effect. `user`: as people know it. */
export function OwnSenders({
  login,
  user,
  errorOf,
}: {
  readonly login: LoginView
  readonly user: string
  readonly errorOf: (field: string) => string | undefined
}): ReactNode {
  const { t, i18n } = useTranslation()
  const state = useLoginState(login)
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    login.ineffective.slice(0, 5),
  )
  return (
    <>
      <p className="dimmed">{t('signIns.ownHint', { user })}</p>
      <Textarea
        name="authorizedDomains"
        label={t('signIns.ownDomains')}
        defaultValue={login.authorizedDomains}
        error={errorOf('authorizedDomains')}
        rows={2}
        spellCheck={false}
        classNames={{ input: 'mono' }}
      />
      <Textarea
        name="authorizedSenders"
        label={t('signIns.ownSenders')}
        defaultValue={login.authorizedSenders}
        error={errorOf('authorizedSenders')}
        rows={2}
        spellCheck={false}
        classNames={{ input: 'mono' }}
      />
      {login.ineffective.length > 0 ? (
        <Notice tone="attention">
          {t('signIns.ineffective', { count: login.ineffective.length, list, user: login.user })}{' '}
          {state === 'nobody' ? t('signIns.nobodyNote', { user: login.user }) : null}
        </Notice>
      ) : null}
    </>
  )
}
