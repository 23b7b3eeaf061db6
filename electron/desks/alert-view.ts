import type { z } from 'zod'
import { type AlertSurroundings, alertActions } from '../../relay/domain/alert-actions.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import { alertKind } from '../../relay/domain/relay-event.ts'
import type { alertSummary } from '../../relay/ipc/relay-contract.ts'
import type { AlertSettingsView, AlertView } from '../ipc/window-alerts.ts'
import type { Settings } from '../settings/settings-schema.ts'

export type AlertSummary = z.infer<typeof alertSummary>

/** An alert as the page shows it: what can be done about it depends on the settings of this moment. */
export function alertViewOf(alert: AlertSummary, settings: Settings): AlertView {
  const actions = alert.state === 'settled' ? [] : alertActions(alert, surroundingsOf(alert, settings))
  return { ...alert, actions: [...actions] }
}

export function alertSettingsView({ alerts }: Settings): AlertSettingsView {
  const frequency = alertKind.options.map((kind) => {
    const { desktop, mail } = alerts.frequency[kind]
    return { kind, desktop, mail }
  })
  return { frequency, mail: alerts.mail, ignored: alerts.ignored }
}

/** What main itself has to say when the relay can't any more; replaced by the relay's own rows when it is back. */
export function keptEndingAlert(nowMs: number): AlertSummary {
  const at = new Date(nowMs).toISOString()
  return {
    id: keptEndingId,
    kind: 'relay-stopped',
    reason: 'kept-ending',
    login: null,
    user: null,
    about: '',
    count: 1,
    firstAt: at,
    lastAt: at,
    state: 'new',
    note: null,
  }
}

export const keptEndingId = 'kept-ending'

function surroundingsOf(alert: AlertSummary, settings: Settings): AlertSurroundings {
  const login = settings.logins.find(({ name }) => name === alert.login)
  const lists =
    alert.user === practiceUserId ? settings.practice : settings.users.find(({ id }) => id === alert.user)
  return {
    lists: lists ?? null,
    login: login
      ? { active: login.status === 'active', rewritesFormSender: login.rewritesFormSender === true }
      : null,
  }
}
