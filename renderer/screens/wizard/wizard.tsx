import { Button, CloseButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { readLater } from '../../parts/read-later.tsx'
import { useCompanion, useCompanionState, useSnapshot } from '../../state/companion-context.tsx'
import { NavigationProvider } from '../../state/navigation.tsx'
import { ChoiceStep } from './choice-step.tsx'
import './wizard.css'

// The first question is what opens; the steps behind it are read from disk when somebody gets there.
const CredentialsStep = readLater(() => import('./credentials-step.tsx'))
const SendersStep = readLater(() => import('./senders-step.tsx'))
const SignInStep = readLater(() => import('./sign-in-step.tsx'))
const MessageStep = readLater(() => import('./message-step.tsx'))
const WizardCheck = readLater(() => import('./wizard-check.tsx'))

/** How far the set-up is: what the steps before found out. */
type Stage =
  | { readonly step: 'choice' }
  | { readonly step: 'credentials' }
  | { readonly step: 'senders'; readonly user: string }
  | { readonly step: 'sign-in'; readonly user: string }
  | { readonly step: 'message'; readonly user: string; readonly login: string | null }

const ownSteps: readonly Stage['step'][] = ['choice', 'credentials', 'senders', 'sign-in', 'message']
const practiceSteps = ownSteps.filter((step) => step !== 'credentials')

/** First launch: from nothing to a first message, one question at a time. What is answered is saved step by step. */
export function Wizard(): ReactNode {
  return (
    <NavigationProvider canGo={false}>
      <WizardPage />
    </NavigationProvider>
  )
}

function WizardPage(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const failedCall = useCompanionState((state) => state.failedCall)
  const practiceUser = useSnapshot(({ users }) => users.find(({ practice }) => practice)?.id)
  const [stage, setStage] = useState<Stage>({ step: 'choice' })
  const [practising, setPractising] = useState(false)
  const steps = practising ? practiceSteps : ownSteps
  const finish = (): void => void companion.ask('finishSetUp', null)

  return (
    <div className="wizard">
      <header className="wizard-head">
        <span className="wizard-name">{t('shell.appName')}</span>
        <Button variant="subtle" size="compact-sm" onClick={finish}>
          {t('wizard.skip')}
        </Button>
      </header>
      <main className="wizard-main">
        <div className="wizard-column">
          <WizardProgress step={steps.indexOf(stage.step) + 1} of={steps.length} />
          {failedCall ? (
            <Notice
              tone="trouble"
              announce
              action={<CloseButton aria-label={t('common.close')} onClick={companion.dismissFailedCall} />}
            >
              {t('shell.callFailed')}
            </Notice>
          ) : null}
          <Step
            stage={stage}
            onStage={setStage}
            onFinish={finish}
            onPractice={(practice) => {
              setPractising(practice)
              setStage(
                practice && practiceUser !== undefined
                  ? { step: 'senders', user: practiceUser }
                  : { step: 'credentials' },
              )
            }}
          />
          {'user' in stage ? <WizardCheck key={stage.user} user={stage.user} /> : null}
        </div>
      </main>
    </div>
  )
}

function Step({
  stage,
  onStage,
  onPractice,
  onFinish,
}: {
  readonly stage: Stage
  readonly onStage: (stage: Stage) => void
  readonly onPractice: (practice: boolean) => void
  readonly onFinish: () => void
}): ReactNode {
  const restart = (): void => onStage({ step: 'choice' })
  switch (stage.step) {
    case 'choice':
      return <ChoiceStep onChoose={onPractice} />
    case 'credentials':
      return <CredentialsStep onBack={restart} onSaved={(user) => onStage({ step: 'senders', user })} />
    case 'senders':
      return (
        <SendersStep
          user={stage.user}
          onBack={restart}
          onSaved={() => onStage({ step: 'sign-in', user: stage.user })}
        />
      )
    case 'sign-in':
      return (
        <SignInStep
          user={stage.user}
          onBack={() => onStage({ step: 'senders', user: stage.user })}
          onCopied={(login) => onStage({ step: 'message', user: stage.user, login })}
        />
      )
    case 'message':
      return <MessageStep user={stage.user} login={stage.login} onFinish={onFinish} />
  }
}

function WizardProgress({ step, of }: { readonly step: number; readonly of: number }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="wizard-progress">
      <span className="dimmed">{t('wizard.step', { step, of })}</span>
      <span className="wizard-bar" aria-hidden>
        <span style={{ width: `${(100 * step) / of}%` }} />
      </span>
    </div>
  )
}
