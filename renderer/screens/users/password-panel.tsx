import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { hasWaysOn, KeychainHelp } from '../../parts/keychain-help.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import type { Keep, PasswordProblem } from '../../state/use-save-user.ts'

type Outcome = 'empty' | 'stored' | 'until-quit' | PasswordProblem | null

/** A new password for an SMTP+ user; the one stored is never shown. */
export function PasswordPanel({
  user,
  onClose,
}: {
  readonly user: UserView
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const store = async (keep: Keep): Promise<void> => {
    const password = field.current?.value ?? ''
    if (password === '') {
      setOutcome('empty')
      return
    }
    const asked = await companion.ask('setPassword', { id: user.id, password, keep })
    if (!asked.ok) return
    if (asked.value.ok && field.current) field.current.value = ''
    setOutcome(asked.value.ok ? (keep === 'keychain' ? 'stored' : 'until-quit') : asked.value.reason)
  }
  const press = usePress(() => store('keychain'))
  const pressUntilQuit = usePress(() => store('until-quit'))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }
  return (
    <SidePanel title={t('users.newPassword', { user: user.id })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="dimmed">{t('users.passwordNote')}</p>
        <PasswordField
          field={field}
          hint={t('wizard.credentials.passwordHint')}
          error={outcome === 'empty' ? t('reasons.form.required') : undefined}
        />
        <PasswordOutcome
          outcome={outcome}
          busy={pressUntilQuit.busy}
          onTryAgain={press.start}
          onUntilQuit={pressUntilQuit.start}
        />
        <div className="buttons">
          <Button
            type="submit"
            variant={hasWaysOn(isProblem(outcome) ? outcome : null) ? 'default' : 'filled'}
            loading={press.busy}
          >
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function isProblem(outcome: Outcome): outcome is PasswordProblem {
  return outcome !== null && outcome !== 'empty' && outcome !== 'stored' && outcome !== 'until-quit'
}

function PasswordOutcome({
  outcome,
  ...ways
}: {
  readonly outcome: Outcome
  readonly busy: boolean
  readonly onTryAgain: () => void
  readonly onUntilQuit: () => void
}): ReactNode {
  const { t } = useTranslation()
  if (outcome === null || outcome === 'empty') return null
  if (outcome === 'stored' || outcome === 'until-quit') {
    return (
      <Notice tone="good" announce>
        {t(outcome === 'stored' ? 'users.passwordSaved' : 'users.untilQuitNote')}
      </Notice>
    )
  }
  return <KeychainHelp problem={outcome} isReplacing {...ways} />
}
