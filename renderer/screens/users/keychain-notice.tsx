import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeychainState } from '../../../electron/ipc/window-users.ts'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import type { Words } from '../../words/sentences.ts'

/** What keeps the passwords from being read, what becomes of mail meanwhile, and the way out on this system. */
export function KeychainNotice(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const state = useSnapshot(({ app }) => app.keychain)
  const platform = useSnapshot(({ app }) => app.platform)
  const needed = useSnapshot(({ users }) => users.some(({ password }) => password !== 'not-needed'))
  const press = usePress(async () => {
    await companion.ask('checkKeychain', null)
  })
  if (state === 'available' || !needed) return null
  return (
    <Notice
      tone="attention"
      announce
      action={
        <Button size="sm" variant="default" loading={press.busy} onClick={press.start}>
          {t('common.tryAgain')}
        </Button>
      }
    >
      <p>
        <strong>{t(`users.keychain.${state}.title`)}</strong> {t('users.keychain.mailWaits')}
      </p>
      <p>{cure(t, state, platform)}</p>
    </Notice>
  )
}

function cure(t: Words, state: Exclude<KeychainState, 'available'>, platform: string): string {
  switch (platform) {
    case 'darwin':
      return t(`users.keychain.${state}.darwin`)
    case 'win32':
      return t(`users.keychain.${state}.win32`)
    default:
      return t(`users.keychain.${state}.linux`)
  }
}
