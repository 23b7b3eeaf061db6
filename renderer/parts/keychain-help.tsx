import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasswordProblem } from '../state/use-save-user.ts'
import { Notice } from './notice.tsx'

/** What has to be typed anew, or is gone: there is one way on only, and it is the form's own. */
const ofTheForm = ['no-such-user', 'line-break', 'too-long'] as const
type OfTheForm = (typeof ofTheForm)[number]

function isOfTheForm(problem: PasswordProblem): problem is OfTheForm {
  return ofTheForm.some((one) => one === problem)
}

/** Are there buttons beside the words? The first of them is then the screen's primary one. */
export function hasWaysOn(problem: PasswordProblem | null): boolean {
  return problem !== null && !isOfTheForm(problem)
}

/** Why the keychain did not take the password, with both ways on: try again, or keep it only until quitting. */
export function KeychainHelp({
  problem,
  isReplacing = false,
  busy,
  onTryAgain,
  onUntilQuit,
}: {
  readonly problem: PasswordProblem
  /** a password was kept before, and still is */
  readonly isReplacing?: boolean
  readonly busy: boolean
  readonly onTryAgain: () => void
  readonly onUntilQuit: () => void
}): ReactNode {
  const { t } = useTranslation()
  if (isOfTheForm(problem)) {
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
      <p>{t(isReplacing ? 'users.passwordNotReplaced' : 'users.userSavedPasswordNot')}</p>
      <p>{t(`reasons.keychain.${problem}`)}</p>
    </Notice>
  )
}
