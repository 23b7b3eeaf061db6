import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasswordProblem } from '../state/use-save-user.ts'
import { Notice } from './notice.tsx'

/** Why the keychain did not take the password, with both ways on: try again, or keep it only until quitting. */
export function KeychainHelp({
  problem,
  busy,
  onTryAgain,
  onUntilQuit,
}: {
  readonly problem: PasswordProblem
  readonly busy: boolean
  readonly onTryAgain: () => void
  readonly onUntilQuit: () => void
}): ReactNode {
  const { t } = useTranslation()
  if (problem === 'no-such-user' || problem === 'line-break' || problem === 'too-long') {
    return (
      <Notice tone="trouble" announce>
        {t(problem === 'no-such-user' ? 'users.userGone' : `reasons.passwordForm.${problem}`)}
      </Notice>
    )
  }
  return (
    <Notice
      tone="attention"
      announce
      action={
        <>
          <Button size="sm" loading={busy} onClick={onUntilQuit}>
            {t('users.keepUntilQuit')}
          </Button>
          <Button size="sm" variant="default" disabled={busy} onClick={onTryAgain}>
            {t('common.tryAgain')}
          </Button>
        </>
      }
    >
      <p>{t('users.userSavedPasswordNot')}</p>
      <p>{t(`reasons.keychain.${problem}`)}</p>
    </Notice>
  )
}
