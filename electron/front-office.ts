import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { answerRequest } from '../relay/ipc/answer-request.ts'
import type { RequestInput } from '../relay/ipc/contract.ts'
import type { RelayContract } from '../relay/ipc/relay-contract.ts'
import type { Keyring } from '../relay/secrets/keyring-client.ts'
import { Secret } from '../relay/secrets/secret.ts'
import { generatePassword } from '../relay/secrets/sign-in.ts'
import { allDesks } from './desks/all-desks.ts'
import { keepState } from './desks/app-state.ts'
import { batchDeltas } from './desks/delta-batch.ts'
import type { Desktop } from './desks/preferences-desk.ts'
import { readRecords, withComplete } from './desks/records-desk.ts'
import { watchRecords } from './desks/records-watch.ts'
import type { Answer } from './ipc/serve-window.ts'
import { type AppView, type Language, type RelayView, windowContract } from './ipc/window-contract.ts'
import { keepPasswords } from './keychain/password-keeper.ts'
import type { RelayConnection, RelayProgram } from './relay-process/relay-connection.ts'
import type { RelayNews } from './relay-process/relay-news.ts'
import { superviseRelay } from './relay-process/relay-supervisor.ts'
import { openHistory, withHistory } from './settings/history-file.ts'
import { formSendersOf, relayConfigurationOf, unverifiedOf } from './settings/relay-configuration.ts'
import { openSettings } from './settings/settings-file.ts'
import { firstSettings, type Settings } from './settings/settings-schema.ts'

/** What the front office needs of Electron, so that it can be put together without it in tests. */
export type Surroundings = {
  readonly userData: string
  readonly version: string
  readonly platform: string
  /** of a first launch */
  readonly language: Language
  readonly desktop: Desktop
  readonly keyring: Keyring
  readonly connectRelay: (keychain: RelayProgram['keychain']) => RelayConnection
  readonly tellPage: (deltas: unknown) => void
  readonly onRelayView: (view: Omit<RelayView, 'saved'>) => void
  readonly onNews: (news: RelayNews) => void
  readonly log: (line: string) => void
  readonly nowMs: () => number
}

export type FrontOffice = {
  readonly answer: Answer
  settings(): Settings
  /** For what the app itself notes down: false when it could not be saved. */
  note(edit: (settings: Settings) => Settings): boolean
  startRelay(): void
  /** Somebody may have changed or removed passwords in the keychain: at a start, and when the window is looked at. */
  lookAtPasswords(): void
  /** The computer woke up, or has a network again. */
  networkIsBack(): void
  stop(): Promise<void>
}

const stopLimitMs = 10_000

/** Puts settings, keychain, relay and desks together. Nothing is started yet but what reads the settings. */
export function openFrontOffice(around: Surroundings): FrontOffice {
  const { userData, log, nowMs } = around
  const file = openSettings(userData, firstSettings(around.language), nowMs)
  const history = openHistory(join(userData, 'history.json'), file.current(), nowMs, log)
  const settings = withHistory(file, history)
  if (settings.setAside !== null) log(`settings that could not be read are kept as ${settings.setAside}`)

  const app = (): AppView => ({
    version: around.version,
    platform: around.platform,
    preferences: settings.current().preferences,
    setUpDone: settings.current().setUpDone,
    settingsSetAside: settings.setAside,
    dataDirectory: userData,
    keychain: passwords.state(),
    checklist: settings.current().checklist,
    domainRecords: [...records.views()],
  })

  const passwords = keepPasswords(around.keyring, new Secret(generatePassword()), () => {
    state.settingsChanged()
    if (passwords.state() === 'available') askAgain()
  })

  const relay = superviseRelay({
    connect: () => around.connectRelay({ password: ({ user }) => passwordFor(user) }),
    revision: () => settings.current().revision,
    configure: (client) => client.call('configure', configurationFor(settings.current(), userData)),
    onView() {
      state.relayChanged()
      if (relay.view().status === 'stopped-for-good') state.relayStopped(nowMs())
      around.onRelayView(relay.view())
    },
    onSnapshot(snapshot, practiceMessages) {
      state.takeRelaySnapshot(snapshot, practiceMessages)
      records.follow()
    },
    onNews(news) {
      if (news.name === 'lastDelivery') passwords.trusted(news.value.user)
      state.takeNews(news)
      around.onNews(news)
    },
    log,
    nowMs,
  })

  const page = batchDeltas((deltas) => around.tellPage(windowContract.events.changed.parse(deltas)))
  const state = keepState({
    settings: () => settings.current(),
    relay: () => relay.view(),
    app,
    passwordPlace(userId) {
      const user = userOf(settings.current(), userId)
      if (user?.username === undefined) return 'not-needed'
      return passwords.place(userId, user.password !== undefined)
    },
    onDelta: (delta) => page.add(delta),
  })

  const passwordFor = async (userId: string) => {
    const inKeychain = userOf(settings.current(), userId)?.password !== undefined
    const found = await passwords.passwordOf(userId, inKeychain)
    return found.ok
      ? ({ ok: true, password: found.value.reveal() } as const)
      : ({ ok: false, reason: found.problem.reason } as const)
  }

  const passwordChanged = (user: string): void => {
    relay.call('passwordChanged', { user }).catch((fault: unknown) => log(String(fault)))
  }

  // The keychain can be read again: mail that waits for its passwords needn't wait for the next attempt.
  const askAgain = (): void => {
    for (const { id, password } of settings.current().users) if (password) passwordChanged(id)
  }

  // Before the first answer nothing is known of the keychain, and a second look would wait behind the first.
  let looking = false
  const lookAtPasswords = (): void => {
    const kept = settings.current().users.flatMap(({ id, password }) => (password ? [id] : []))
    if (looking || kept.length === 0) return
    looking = true
    void passwords
      .lookAtItems(kept)
      .then((changed) => changed.forEach(passwordChanged))
      .finally(() => {
        looking = false
      })
  }

  const announce = (): void => {
    state.settingsChanged()
    relay.apply()
    records.follow()
  }

  const note = (edit: (current: Settings) => Settings): boolean => {
    const saved = settings.change(edit, 'app')
    if (saved.ok) announce()
    return saved.ok
  }

  const records = watchRecords({
    settings: () => settings.current(),
    read: (domain) => readRecords({ settings, relay, log }, domain),
    onComplete(domain, complete) {
      if (withComplete(settings.current(), domain, complete))
        note((current) => withComplete(current, domain, complete) ?? current)
    },
    onChange: () => page.add({ part: 'app', value: app() }),
    nowMs,
  })
  const desks = allDesks(
    { settings, history, relay, passwords, announce, log, nowMs, alerts: state, records },
    around.desktop,
    () => state.snapshot(),
    userData,
  )

  return {
    answer: (name, input) => answerRequest(windowContract, desks, name, input),
    settings: () => settings.current(),
    note,
    startRelay() {
      relay.start()
      lookAtPasswords()
    },
    lookAtPasswords,
    networkIsBack() {
      if (relay.view().status !== 'running') return
      relay.call('networkIsBack', null).catch((fault: unknown) => log(String(fault)))
    },
    async stop() {
      records.stop()
      await relay.stop(stopLimitMs)
      passwords.close()
    },
  }
}

function userOf(settings: Settings, userId: string) {
  return settings.users.find((user) => user.id === userId)
}

function hasAddress(wanted: string): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address === wanted),
  )
}

function configurationFor(settings: Settings, userData: string): RequestInput<RelayContract, 'configure'> {
  return {
    revision: settings.revision,
    configuration: relayConfigurationOf(settings, hasAddress('::1'), hasAddress),
    practice: settings.practice,
    unverified: unverifiedOf(settings),
    formSenders: formSendersOf(settings),
    alerts: { settings: settings.alerts, language: settings.preferences.language },
    dataDirectory: join(userData, 'relay'),
  }
}
