import type { ListenAddress } from '../../relay/domain/relay-event.ts'
import { assertNever } from '../../relay/domain/result.ts'
import type { RelaySnapshot } from '../../relay/ipc/relay-contract.ts'
import type { AlertView } from '../ipc/window-alerts.ts'
import type { AppView, Delta, RelayView, Snapshot, UserView } from '../ipc/window-contract.ts'
import { type CheckView, withProgress } from '../ipc/window-probe.ts'
import type { RelayNews } from '../relay-process/relay-news.ts'
import type { Settings } from '../settings/settings-schema.ts'
import {
  type AlertSummary,
  alertSettingsView,
  alertViewOf,
  keptEndingAlert,
  keptEndingId,
} from './alert-view.ts'
import { dropRow, mostRows, putRow } from './rows.ts'
import { loginViews, practiceUserView, userViewOf } from './views.ts'

type PracticeMessage = Snapshot['practice']['messages'][number]

/** Where the state looks things up whenever it is told that they changed. */
export type StateSources = {
  readonly settings: () => Settings
  readonly relay: () => Omit<RelayView, 'saved'>
  readonly app: () => AppView
  readonly passwordPlace: (userId: string) => UserView['password']
  readonly onDelta: (delta: Delta) => void
}

/** What main knows, as the page shows it: the one snapshot, kept current; every change also goes out as a delta. */
export type AppState = {
  snapshot(): Snapshot
  /** The settings, a password's place or the keychain's state changed. */
  settingsChanged(): void
  relayChanged(): void
  /** A relay came up: its rows replace ours. */
  takeRelaySnapshot(relay: RelaySnapshot, practiceMessages: readonly PracticeMessage[]): void
  takeNews(news: RelayNews): void
  /** The relay keeps ending and isn't started again: an alert that only main can raise. */
  relayStopped(nowMs: number): void
  alert(id: string): AlertView | null
  /** False when the alert is the relay's. */
  setOwnAlert(id: string, state: 'seen' | 'settled'): boolean
}

const noCounts = { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 }

export function keepState(sources: StateSources): AppState {
  const lastSeen = new Map<string, string>()
  const lastDeliveries = new Map<string, string>()
  let practiceListen: ListenAddress | null = null
  let checks: CheckView[] = []
  let rows: Pick<Snapshot, 'counts' | 'paces' | 'messages' | 'refusals'> & {
    alerts: AlertSummary[]
    practice: PracticeMessage[]
  } = {
    counts: noCounts,
    paces: [],
    messages: [],
    refusals: [],
    alerts: [],
    practice: [],
  }

  const users = (): UserView[] => {
    const settings = sources.settings()
    return [
      ...settings.users.map((user) =>
        userViewOf(user, sources.passwordPlace(user.id), settings.installation),
      ),
      practiceUserView(settings, practiceListen),
    ]
  }
  const alertView = (alert: AlertSummary): AlertView => alertViewOf(alert, sources.settings())
  const putAlert = (alert: AlertSummary): void => {
    rows.alerts = putRow(rows.alerts, alert, (row) => row.lastAt)
    sources.onDelta({ part: 'alert', value: alertView(alert) })
  }
  const logins = () => loginViews(sources.settings(), lastSeen)
  const relay = (): RelayView => ({ ...sources.relay(), saved: sources.settings().revision })

  const seen = (login: string | null, at: string): void => {
    if (login === null || (lastSeen.get(login) ?? '') >= at) return
    lastSeen.set(login, at)
    if (sources.settings().logins.some(({ name }) => name === login)) {
      sources.onDelta({ part: 'logins', value: logins() })
    }
  }

  const settingsChanged = (): void => {
    sources.onDelta({ part: 'app', value: sources.app() })
    sources.onDelta({ part: 'users', value: users() })
    sources.onDelta({ part: 'logins', value: logins() })
    sources.onDelta({ part: 'relay', value: relay() })
    sources.onDelta({ part: 'alert-settings', value: alertSettingsView(sources.settings()) })
    // What can be done about them may be another thing now.
    for (const alert of rows.alerts.toReversed()) {
      if (alert.state !== 'settled') sources.onDelta({ part: 'alert', value: alertView(alert) })
    }
  }

  const takeNews = (news: RelayNews): void => {
    switch (news.name) {
      case 'message':
        rows.messages = putRow(rows.messages, news.value, (row) => row.queuedAt)
        sources.onDelta({ part: 'message', value: news.value })
        seen(news.value.login, news.value.queuedAt)
        return
      case 'messageGone':
        rows.messages = dropRow(rows.messages, news.value.id)
        sources.onDelta({ part: 'message-gone', value: news.value })
        return
      case 'refusal':
        rows.refusals = putRow(rows.refusals, news.value, (row) => row.at)
        sources.onDelta({ part: 'refusal', value: news.value })
        seen(news.value.login, news.value.at)
        return
      case 'alert':
        putAlert(news.value)
        return
      case 'lastDelivery':
        lastDeliveries.set(news.value.user, news.value.at)
        sources.onDelta({ part: 'last-delivery', value: news.value })
        return
      case 'counts':
        rows.counts = news.value
        sources.onDelta({ part: 'counts', value: news.value })
        return
      case 'paces':
        rows.paces = news.value
        sources.onDelta({ part: 'paces', value: news.value })
        return
      case 'loginSeen':
        seen(news.value.login, news.value.at)
        return
      case 'practice':
        rows.practice = putRow(rows.practice, news.value, (row) => row.at)
        sources.onDelta({ part: 'practice-message', value: news.value })
        return
      case 'checkProgress':
        checks = withProgress(checks, news.value)
        sources.onDelta({ part: 'check-progress', value: news.value })
        return
      // the supervisor shows problems as part of the relay; the journal lines above carry what the rest tells
      case 'problems':
      case 'tellAlerts':
      case 'relayEvent':
        return
      default:
        assertNever(news)
    }
  }

  return {
    snapshot: () => ({
      app: sources.app(),
      relay: relay(),
      users: users(),
      logins: logins(),
      counts: rows.counts,
      paces: rows.paces,
      lastDeliveries: [...lastDeliveries].map(([user, at]) => ({ user, at })),
      messages: [...rows.messages],
      refusals: [...rows.refusals],
      alerts: rows.alerts.map(alertView),
      alertSettings: alertSettingsView(sources.settings()),
      checks,
      practice: { listen: practiceListen, messages: [...rows.practice] },
    }),
    settingsChanged,
    relayChanged: () => sources.onDelta({ part: 'relay', value: relay() }),
    takeRelaySnapshot(from, practiceMessages) {
      practiceListen = from.practice.listen
      for (const gone of rows.messages.filter(({ id }) => from.messages.every((row) => row.id !== id))) {
        sources.onDelta({ part: 'message-gone', value: { id: gone.id } })
      }
      const own = rows.alerts.find(({ id }) => id === keptEndingId)
      if (own) putAlert({ ...own, state: 'settled' })
      rows = {
        counts: from.counts,
        paces: from.paces,
        messages: from.messages.slice(0, mostRows),
        refusals: from.refusals.slice(0, mostRows),
        alerts: from.alerts.slice(0, mostRows),
        // the mailbox is asked for first: what arrived since then is already here
        practice: practiceMessages.reduce(
          (kept: PracticeMessage[], message) => putRow(kept, message, (row) => row.at),
          rows.practice,
        ),
      }
      for (const message of rows.messages) seen(message.login, message.queuedAt)
      for (const refusal of rows.refusals) seen(refusal.login, refusal.at)
      for (const { login, at } of from.loginsSeen) seen(login, at)
      for (const { user, at } of from.lastDeliveries) {
        lastDeliveries.set(user, at)
        sources.onDelta({ part: 'last-delivery', value: { user, at } })
      }
      settingsChanged()
      sources.onDelta({ part: 'practice-listen', value: practiceListen })
      sources.onDelta({ part: 'counts', value: rows.counts })
      sources.onDelta({ part: 'paces', value: rows.paces })
      // oldest first, so that rows put in one by one end up newest first
      for (const value of rows.messages.toReversed()) sources.onDelta({ part: 'message', value })
      for (const value of rows.refusals.toReversed()) sources.onDelta({ part: 'refusal', value })
      for (const alert of rows.alerts.toReversed())
        sources.onDelta({ part: 'alert', value: alertView(alert) })
      for (const value of rows.practice.toReversed()) sources.onDelta({ part: 'practice-message', value })
    },
    takeNews,
    relayStopped: (nowMs) => putAlert(keptEndingAlert(nowMs)),
    alert(id) {
      const alert = rows.alerts.find((row) => row.id === id)
      return alert ? alertView(alert) : null
    },
    setOwnAlert(id, alertState) {
      const own = id === keptEndingId ? rows.alerts.find((row) => row.id === id) : undefined
      if (own) putAlert({ ...own, state: alertState })
      return own !== undefined
    },
  }
}
