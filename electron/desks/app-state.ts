import type { ListenAddress } from '../../relay/domain/relay-event.ts'
import { assertNever } from '../../relay/domain/result.ts'
import type { RelaySnapshot } from '../../relay/ipc/relay-contract.ts'
import type { AppView, Delta, RelayView, Snapshot, UserView } from '../ipc/window-contract.ts'
import type { RelayNews } from '../relay-process/relay-news.ts'
import type { Settings } from '../settings/settings-schema.ts'
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
}

const noCounts = { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 }

export function keepState(sources: StateSources): AppState {
  const lastSeen = new Map<string, string>()
  let practiceListen: ListenAddress | null = null
  let rows: Pick<Snapshot, 'counts' | 'messages' | 'refusals' | 'alerts'> & { practice: PracticeMessage[] } =
    {
      counts: noCounts,
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
        rows.alerts = putRow(rows.alerts, news.value, (row) => row.lastAt)
        sources.onDelta({ part: 'alert', value: news.value })
        return
      case 'counts':
        rows.counts = news.value
        sources.onDelta({ part: 'counts', value: news.value })
        return
      case 'practice':
        rows.practice = putRow(rows.practice, news.value, (row) => row.at)
        sources.onDelta({ part: 'practice-message', value: news.value })
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
      messages: [...rows.messages],
      refusals: [...rows.refusals],
      alerts: [...rows.alerts],
      practice: { listen: practiceListen, messages: [...rows.practice] },
    }),
    settingsChanged,
    relayChanged: () => sources.onDelta({ part: 'relay', value: relay() }),
    takeRelaySnapshot(from, practiceMessages) {
      practiceListen = from.practice.listen
      for (const gone of rows.messages.filter(({ id }) => from.messages.every((row) => row.id !== id))) {
        sources.onDelta({ part: 'message-gone', value: { id: gone.id } })
      }
      rows = {
        counts: from.counts,
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
      settingsChanged()
      sources.onDelta({ part: 'practice-listen', value: practiceListen })
      sources.onDelta({ part: 'counts', value: rows.counts })
      // oldest first, so that rows put in one by one end up newest first
      for (const value of rows.messages.toReversed()) sources.onDelta({ part: 'message', value })
      for (const value of rows.refusals.toReversed()) sources.onDelta({ part: 'refusal', value })
      for (const value of rows.alerts.toReversed()) sources.onDelta({ part: 'alert', value })
      for (const value of rows.practice.toReversed()) sources.onDelta({ part: 'practice-message', value })
    },
    takeNews,
  }
}
