import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import { Notice } from '../../parts/notice.tsx'
import { useLoginState } from '../../parts/use-login-state.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'

/** Until when a sign-in was let in without a password, and the press that lets it in for good; nothing for all others. */
export function KeepSignIn({ login }: { readonly login: LoginView }): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const press = usePress(async () => {
    await companion.ask('keepLogin', { name: login.name })
  })
  const over = useLoginState(login) === 'over'
  if (login.until === null) return null
  return (
    <Notice
      tone="attention"
      action={
        <Button size="sm" variant="default" loading={press.busy} onClick={press.start}>
          {t('signIns.keep')}
        </Button>
      }
    >
      {t(over ? 'signIns.untilOver' : 'signIns.until', { time: formatTime(login.until, i18n.language) })}
    </Notice>
  )
}
