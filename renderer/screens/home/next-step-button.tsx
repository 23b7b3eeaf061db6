import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../relay/domain/result.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import type { CompanionStore } from '../../state/companion-store.ts'
import { type Place, useNavigation } from '../../state/navigation.tsx'
import { type NextStep, nextStep } from './next-step.ts'
import type { Situation } from './situation.ts'

/** The one button beside the sentence of Home; nothing where the situation passes by itself. */
export function NextStepButton({ situation }: { readonly situation: Situation }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const { goTo } = useNavigation()
  const step = nextStep(situation)
  const press = usePress(async () => {
    if (step) await take(step, companion, goTo)
  })
  if (!step) return null
  const port = step.press === 'use-port' ? step.port : ''
  return (
    <Button loading={press.busy} onClick={press.start}>
      {t(`home.actions.${step.label}`, { port })}
    </Button>
  )
}

async function take(step: NextStep, companion: CompanionStore, goTo: (place: Place) => void): Promise<void> {
  switch (step.press) {
    case 'go':
      return goTo(step.to)
    case 'start-relay':
      await companion.ask('startRelayAgain', null)
      return
    case 'check-keychain':
      await companion.ask('checkKeychain', null)
      return
    case 'open-service':
      await companion.ask('openLink', { link: 'smtp-plus-settings' })
      return
    case 'use-port':
      await companion.ask('useRelayPort', { port: step.port })
      return
    default:
      return assertNever(step)
  }
}
