import type { RelayView } from '../../../electron/ipc/window-contract.ts'
import { connectionPlace } from '../../state/connection-place.ts'
import type { Place } from '../../state/navigation.tsx'
import type { Situation } from './situation.ts'

export type StepLabel =
  | 'start-relay'
  | 'use-port'
  | 'try-again'
  | 'enter-password'
  | 'new-password'
  | 'open-service'
  | 'unlock-again'
  | 'see-messages'
  | 'see-alerts'
  | 'check-connection'
  | 'set-up-program'
  | 'send-first'
  | 'open-practice'
  | 'see-activity'
  | 'open-settings'

/** The one button beside the sentence: its label, and what a press does. */
export type NextStep = { readonly label: StepLabel } & (
  | { readonly press: 'start-relay' | 'check-keychain' | 'open-service' }
  | { readonly press: 'use-port'; readonly port: number }
  | { readonly press: 'go'; readonly to: Place }
)

/** Every situation has a next step, except those that pass by themselves. */
export function nextStep(situation: Situation): NextStep | null {
  switch (situation.kind) {
    case 'starting':
    case 'restarting':
      return null
    case 'stopped-for-good':
      return { label: 'start-relay', press: 'start-relay' }
    case 'relay-problem':
      return stepForProblem(situation.problem)
    case 'credentials-refused':
      return goTo('new-password', { screen: 'users', panel: { kind: 'password', user: situation.user } })
    case 'account-blocked':
      return { label: 'open-service', press: 'open-service' }
    case 'password-missing':
      return goTo('enter-password', { screen: 'users', panel: { kind: 'password', user: situation.user } })
    case 'keychain-closed':
      return situation.keychain === 'absent'
        ? goTo('enter-password', { screen: 'users', panel: { kind: 'password', user: situation.user } })
        : { label: 'unlock-again', press: 'check-keychain' }
    case 'uncertain':
    case 'held-by-rules':
    case 'held':
    case 'failed':
      return goTo('see-messages', { screen: 'activity', filter: 'attention' })
    case 'sender-refused':
    case 'sender-reported':
      return goTo('see-alerts', { screen: 'alerts' })
    case 'new-alert':
      return stepForAlert(situation.alert)
    case 'no-sign-in':
      return goTo('set-up-program', { screen: 'set-up', panel: { kind: 'add' } })
    case 'first-message':
      return goTo('send-first', { screen: 'set-up', panel: { kind: 'send' } })
    case 'practice':
      return goTo('open-practice', { screen: 'practice' })
    case 'waiting':
    case 'paced':
      return goTo('see-messages', { screen: 'activity', filter: 'waiting' })
    case 'fine':
      return goTo('see-activity', { screen: 'activity' })
  }
}

function stepForAlert({ kind, user }: Extract<Situation, { kind: 'new-alert' }>['alert']): NextStep {
  return kind === 'upstream-unreachable' && user !== null
    ? goTo('check-connection', connectionPlace(user))
    : goTo('see-alerts', { screen: 'alerts' })
}

function stepForProblem(problem: RelayView['problems'][number]): NextStep {
  switch (problem.reason) {
    case 'port-in-use':
    case 'permission-denied':
    case 'address-not-available':
      return problem.freePort === null
        ? goTo('open-settings', { screen: 'settings' })
        : { label: 'use-port', press: 'use-port', port: problem.freePort }
    case 'configuration-refused':
      return goTo('open-settings', { screen: 'settings' })
    case 'data-in-use':
    case 'folder-not-writable':
    case 'database-newer':
    case 'database-set-aside':
      return { label: 'try-again', press: 'start-relay' }
  }
}

const goTo = (label: StepLabel, to: Place): NextStep => ({ label, press: 'go', to })
