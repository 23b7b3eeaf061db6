import type { Snapshot, WindowContract } from '../../../electron/ipc/window-contract.ts'
import { ignoredFormOf } from '../../../relay/domain/alert-cause.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { type PageData, saved } from './page-data.ts'

type Frequency = Snapshot['alertSettings']['frequency'][number]

/** Alerts, and the wishes about them. */
export function alertsDouble({ snapshot, change, tell }: PageData) {
  const putAlertSettings = (part: Partial<Snapshot['alertSettings']>): typeof saved => {
    const alertSettings = { ...snapshot().alertSettings, ...part }
    change({ alertSettings })
    tell({ part: 'alert-settings', value: alertSettings })
    return saved
  }
  return {
    setAlertState({ id, state }) {
      const alert = snapshot().alerts.find((known) => known.id === id)
      if (alert) tell({ part: 'alert', value: { ...alert, state } })
      return null
    },
    ignoreAlert({ id }) {
      const alert = snapshot().alerts.find((known) => known.id === id)
      if (!alert) return saved
      tell({ part: 'alert', value: { ...alert, state: 'settled', actions: [] } })
      return putAlertSettings({ ignored: [...snapshot().alertSettings.ignored, ignoredFormOf(alert)] })
    },
    heedAgain: ({ kind, about }) =>
      putAlertSettings({
        ignored: snapshot().alertSettings.ignored.filter((one) => one.kind !== kind || one.about !== about),
      }),
    setAlertFrequency({ kind, channel, frequency }) {
      const changed = (one: Frequency): Frequency =>
        one.kind === kind ? { ...one, [channel]: frequency } : one
      return putAlertSettings({ frequency: snapshot().alertSettings.frequency.map(changed) })
    },
    setAlertMail: ({ mail }) => putAlertSettings({ mail }),
  } satisfies Partial<Handlers<WindowContract>>
}
