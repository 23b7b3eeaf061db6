import { dueAlerts } from '../domain/alert-schedule.ts'
import { type AlertChannel, type AlertSettings, alertChannel } from '../domain/alert-settings.ts'
import type { AlertNote } from '../domain/relay-event.ts'
import type { Alert } from './alert-rows.ts'
import type { AlertTold } from './alert-told.ts'

/**
 * How one channel tells alerts. `told`: those that count as told, with a note where one was left out on purpose.
 * `later`: nothing was told; they are offered again at the next look.
 */
export type TellOutcome =
  | { readonly outcome: 'told'; readonly leftOut: readonly Alert[] }
  | { readonly outcome: 'later'; readonly note: AlertNote | null }

export type Tell = (alerts: readonly Alert[]) => TellOutcome | Promise<TellOutcome>

export type AlertTelling = {
  /** Tells what is due now, on every channel; one look at a time. */
  look(): Promise<void>
}

/** Puts the schedule to work. A channel without a way to tell (`channels` gives null) isn't asked, and catches up later. */
export function createAlertTelling(options: {
  readonly told: AlertTold
  readonly open: () => readonly Alert[]
  readonly settings: () => AlertSettings
  readonly channels: Readonly<Record<AlertChannel, () => Tell | null>>
  readonly note: (id: number, note: AlertNote | null) => void
  readonly nowMs: () => number
}): AlertTelling {
  const { told, note } = options

  const lookAt = async (channel: AlertChannel): Promise<void> => {
    const tell = options.channels[channel]()
    if (tell === null) return
    const now = options.nowMs()
    const frequency = (kind: Alert['cause']['kind']) => options.settings().frequency[kind][channel]
    // A person who has seen an alert in the window needn't be disturbed with it; the mail may go to somebody else.
    const open = options.open().filter(({ state }) => channel === 'mail' || state === 'new')
    const history = told.history(channel)
    const due = dueAlerts(told.untold(channel, open), frequency, history, now)
    const alerts = open.filter(({ id }) => due.ids.includes(id))
    const result = alerts.length > 0 ? await tell(alerts) : null
    if (result?.outcome === 'later') {
      if (result.note !== null) for (const { id } of alerts) note(id, result.note)
      return
    }
    if (history.lastDigestMs === null || due.digest) told.noteDigest(channel, now)
    if (result === null) return
    told.note(channel, alerts, now)
    if (channel === 'desktop') return
    for (const alert of alerts) {
      note(alert.id, result.leftOut.includes(alert) ? 'not-mailed-to-its-sender' : null)
    }
  }

  let looking: Promise<void> | null = null
  let again = false
  const look = async (): Promise<void> => {
    do {
      again = false
      for (const channel of alertChannel.options) await lookAt(channel)
    } while (again)
  }
  return {
    look() {
      again = looking !== null
      looking ??= look().finally(() => {
        looking = null
      })
      return looking
    },
  }
}
