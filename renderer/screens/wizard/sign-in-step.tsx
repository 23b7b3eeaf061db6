import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { type NewSignIn, SignInForm } from '../../parts/sign-in-form.tsx'
import { StepFrame } from './step-frame.tsx'

/** The first program's sign-in: its name, then its values, shown once. */
export default function SignInStep({
  user,
  onBack,
  onCopied,
}: {
  readonly user: string
  readonly onBack: () => void
  readonly onCopied: (login: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const [made, setMade] = useState<NewSignIn | null>(null)
  if (made) {
    return (
      <StepFrame key="made" title={t('wizard.signIn.ready')} body={t('setUp.ready', { login: made.name })}>
        <ShownOnce login={made.name} password={made.password} onCopied={() => onCopied(made.name)} />
      </StepFrame>
    )
  }
  return (
    <StepFrame key="make" title={t('wizard.signIn.title')} body={t('wizard.signIn.body')}>
      <SignInForm
        user={user}
        onMade={setMade}
        buttons={
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
        }
      />
    </StepFrame>
  )
}
