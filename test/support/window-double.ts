import {
  type Delta,
  type Snapshot,
  type WindowBridge,
  type WindowContract,
  windowContract,
} from '../../electron/ipc/window-contract.ts'
import type { NetworkDoor } from '../../electron/ipc/window-network.ts'
import type { EntryView } from '../../electron/ipc/window-verification.ts'
import { ignoredFormOf } from '../../relay/domain/alert-cause.ts'
import { judgeMessage } from '../../relay/domain/judge-message.ts'
import type { Handlers } from '../../relay/ipc/contract.ts'
import { rulesOf } from '../../renderer/state/saved-lists.ts'
import { entriesAfterEdit, verifiedBy, waitingForCode } from './entry-views.ts'
import { journalDouble } from './journal-double.ts'
import { loginView } from './login-views.ts'
import { probeDouble } from './probe-double.ts'
import { changedUser, userView } from './user-views.ts'

/**
 * The front office as the page sees it, written by hand: answers from a snapshot it keeps, and tells the page of
 * every change. What it is asked and what it answers goes through the contract, as the real one's does.
 */
export type WindowDouble = {
  readonly bridge: WindowBridge
  readonly snapshot: () => Snapshot
  /** changes the page is told of, as they are */
  emit(...deltas: unknown[]): void
  /** every request so far, in order */
  readonly asked: { readonly name: string; readonly input: unknown }[]
  /** requests of this name reject until it is called again with false */
  fail(name: keyof WindowContract['requests'], failing?: boolean): void
}

const saved = { ok: true, revision: 2 } as const
/** the code that verifies an address here */
export const rightCode = 'K7QF-2MXA'
const shownOnce = 'k7Rw4tYm9PxE3hNd6JqVb2Zc'

export function createWindowDouble(
  start: Snapshot,
  handlers: Partial<Handlers<WindowContract>> = {},
): WindowDouble {
  let snapshot = start
  let openDoor: NetworkDoor['open'] = null
  const listeners = new Set<(deltas: unknown) => void>()
  const asked: { name: string; input: unknown }[] = []
  const failing = new Set<string>()

  const tell = (...deltas: unknown[]): void => {
    for (const listener of listeners) listener(deltas)
  }
  const put = (delta: Delta & { part: 'app' | 'users' | 'logins' | 'relay' }): void => {
    snapshot = { ...snapshot, [delta.part]: delta.value }
    tell(delta)
  }
  const putUser = (id: string, part: object): typeof saved => {
    put({
      part: 'users',
      value: snapshot.users.map((user) => (user.id === id ? changedUser(user, part) : user)),
    })
    return saved
  }
  const putEntries = (id: string, names: readonly string[], part: Partial<EntryView>): typeof saved => {
    const entries = snapshot.users.find((user) => user.id === id)?.entries ?? []
    const changed = (entry: EntryView): EntryView =>
      names.includes(entry.entry) ? { ...entry, ...part } : entry
    return putUser(id, { entries: entries.map(changed) })
  }
  const addEntry = (
    id: string,
    list: 'authorizedDomains' | 'authorizedSenders',
    entry: string,
    alreadyVerified: boolean,
  ) => {
    const user = snapshot.users.find((known) => known.id === id) ?? userView(id)
    const lists = { ...user, [list]: user[list] === '' ? entry : `${user[list]};${entry}` }
    const fresh = alreadyVerified ? verifiedBy('confirmed-in-mailup') : {}
    return putUser(id, {
      [list]: lists[list],
      entries: entriesAfterEdit(user.entries, lists, fresh),
      open: false,
    })
  }
  const putAlertSettings = (part: Partial<Snapshot['alertSettings']>): typeof saved => {
    snapshot = { ...snapshot, alertSettings: { ...snapshot.alertSettings, ...part } }
    tell({ part: 'alert-settings', value: snapshot.alertSettings })
    return saved
  }
  const putApp = (part: Partial<Snapshot['app']>): null => {
    put({ part: 'app', value: { ...snapshot.app, ...part } })
    return null
  }

  const own: Handlers<WindowContract> = {
    snapshot: () => snapshot,
    addUser({ id, ...given }) {
      const user = changedUser(userView(id), given)
      put({ part: 'users', value: [...snapshot.users, user] })
      return saved
    },
    updateUser: ({ id, ...part }) => putUser(id, part),
    removeUser({ id }) {
      put({ part: 'users', value: snapshot.users.filter((user) => user.id !== id) })
      return saved
    },
    setRules({ id, alreadyVerified, ...part }) {
      const before = snapshot.users.find((user) => user.id === id)?.entries ?? []
      const fresh = alreadyVerified ? verifiedBy('confirmed-in-mailup') : {}
      const entries = entriesAfterEdit(before, part, fresh)
      return putUser(id, { ...part, entries, open: entries.length === 0 })
    },
    askForCode({ id, address }) {
      putEntries(id, [address], waitingForCode('code-1'))
      return { ok: true, messageId: 'code-1' }
    },
    typeCode({ id, address, code }) {
      if (code !== rightCode) return { ok: false, reason: 'wrong-code', triesLeft: 4 }
      return putEntries(id, [address], verifiedBy('code'))
    },
    confirmInMailUp: ({ id, entries }) => putEntries(id, entries, verifiedBy('confirmed-in-mailup')),
    lookAtDomain: () => null,
    checkDomain({ id, domain }) {
      putEntries(id, [domain], verifiedBy('dns-txt'))
      return { ok: true, check: { reason: 'verified', how: 'dns-txt' } }
    },
    setPassword({ id, keep }) {
      const { keychain } = snapshot.app
      if (keep === 'keychain' && keychain !== 'available') return { ok: false, reason: keychain }
      putUser(id, { password: keep })
      return { ok: true, place: keep }
    },
    checkKeychain: () => snapshot.app.keychain,
    addLogin({ name, user, kind = null }) {
      if (snapshot.logins.some((login) => login.name === name)) {
        return { ok: false, problems: [{ field: 'name', reason: 'name-taken' }] }
      }
      put({
        part: 'logins',
        value: [...snapshot.logins, loginView(name, { user, kind })],
      })
      return { ok: true, name, password: shownOnce }
    },
    addAddressLogin({ name, user, kind = null, addresses }) {
      if (addresses.trim() === '')
        return { ok: false, problems: [{ field: 'addresses', reason: 'required' }] }
      const login = loginView(name, { user, kind, auth: 'none', addresses: addresses.split(/\s+/) })
      put({ part: 'logins', value: [...snapshot.logins, login] })
      return saved
    },
    updateLogin({ name, addresses, ...part }) {
      const changed = { ...part, addresses: addresses.split(/\s+/).filter(Boolean) }
      const value = snapshot.logins.map((login) => (login.name === name ? { ...login, ...changed } : login))
      put({ part: 'logins', value })
      return saved
    },
    keepLogin({ name }) {
      const value = snapshot.logins.map((login) => (login.name === name ? { ...login, until: null } : login))
      put({ part: 'logins', value })
      return saved
    },
    printPage: () => ({ ok: false, detail: 'no printer' }),
    resetLogin: ({ name }) => ({ ok: true, name, password: shownOnce }),
    removeLogin({ name }) {
      put({ part: 'logins', value: snapshot.logins.filter((login) => login.name !== name) })
      return saved
    },
    setLoginStatus({ name, status }) {
      const value = snapshot.logins.map((login) => (login.name === name ? { ...login, status } : login))
      put({ part: 'logins', value })
      return saved
    },
    watchPrograms: () => ({ open: true, steps: [] }),
    listMessages: () => [],
    showMessage({ id }) {
      const summary = snapshot.messages.find((message) => message.id === id)
      return summary
        ? {
            summary,
            headers: `From: ${summary.mailFrom}\r\nSubject: ${summary.subject}`,
            attempts: [],
            actions: [],
          }
        : null
    },
    queueAction: ({ ids }) => ({ changed: ids.length }),
    ...journalDouble(() => snapshot),
    sendFirstMessage: () => ({ ok: true, id: snapshot.messages[0]?.id ?? 'none' }),
    trySender({ user: id, mailFrom, message }) {
      const user = snapshot.users.find((known) => known.id === id)
      const rules = user && rulesOf(user)
      if (!user || !rules) throw new Error('no such user here')
      const { unauthorizedSenders, status } = user
      const policy = { user: id, login: null, loginActive: true, unauthorizedSenders, rules: [rules] }
      const bytes = message === undefined ? null : new TextEncoder().encode(message)
      return judgeMessage({ ...policy, userActive: status === 'active' }, mailFrom, bytes)
    },
    readPracticeMessage({ id }) {
      const message = snapshot.practice.messages.find((known) => known.id === id)
      return message ? { message, text: 'Dear customer,\n\nyour invoice is attached.\n' } : null
    },
    setAlertState({ id, state }) {
      const alert = snapshot.alerts.find((known) => known.id === id)
      if (alert) tell({ part: 'alert', value: { ...alert, state } })
      return null
    },
    ignoreAlert({ id }) {
      const alert = snapshot.alerts.find((known) => known.id === id)
      if (!alert) return saved
      tell({ part: 'alert', value: { ...alert, state: 'settled', actions: [] } })
      return putAlertSettings({ ignored: [...snapshot.alertSettings.ignored, ignoredFormOf(alert)] })
    },
    heedAgain: ({ kind, about }) =>
      putAlertSettings({
        ignored: snapshot.alertSettings.ignored.filter((one) => one.kind !== kind || one.about !== about),
      }),
    authorizeAddress: ({ user, address, alreadyVerified }) =>
      addEntry(user, 'authorizedSenders', address, alreadyVerified),
    authorizeDomain: ({ user, domain, alreadyVerified }) =>
      addEntry(user, 'authorizedDomains', domain, alreadyVerified),
    setAlertFrequency: ({ kind, channel, frequency }) =>
      putAlertSettings({
        frequency: snapshot.alertSettings.frequency.map((one) =>
          one.kind === kind ? { ...one, [channel]: frequency } : one,
        ),
      }),
    setAlertMail: ({ mail }) => putAlertSettings({ mail }),
    setFormSender({ name, rewrite }) {
      const value = snapshot.logins.map((login) =>
        login.name === name ? { ...login, rewritesFormSender: rewrite } : login,
      )
      put({ part: 'logins', value })
      return saved
    },
    setPreferences: (preferences) => putApp({ preferences }),
    finishSetUp: () => putApp({ setUpDone: true }),
    skipStep({ step, skipped }) {
      const { checklist } = snapshot.app
      const others = checklist.skipped.filter((one) => one !== step)
      return putApp({ checklist: { ...checklist, skipped: skipped ? [...others, step] : others } })
    },
    useRelayPort({ port }) {
      const listen = snapshot.relay.listen.map(({ address }) => ({ address, port }))
      put({ part: 'relay', value: { ...snapshot.relay, status: 'running', problems: [], listen } })
      return saved
    },
    networkDoor: () => ({
      own: [{ address: '192.168.1.5', card: 'Ethernet' }],
      open: openDoor,
    }),
    openNetworkDoor({ address, devices }) {
      if (!/\d/.test(devices)) return { ok: false, problems: [{ field: 'devices', reason: 'required' }] }
      openDoor = { address, devices: devices.split(/\s+/) }
      return saved
    },
    closeNetworkDoor() {
      openDoor = null
      return saved
    },
    listHistory: () => ({ entries: [], hasOlder: false, undo: null }),
    undoLists: () => ({ ok: false, problems: [{ field: '', reason: 'nothing-to-undo' }] }),
    findOutgoing: () => [],
    saveProgramFile: ({ format }) => ({ outcome: 'written', files: [`/home/me/${format}`] }),
    findThunderbirdProfiles: () => [
      { folder: '/home/me/.thunderbird/abc.default', inUse: false, added: null },
    ],
    addToThunderbird: ({ folder }) => ({ outcome: 'written', files: [`${folder}/prefs.js`] }),
    removeFromThunderbird: ({ folder }) => ({ outcome: 'written', files: [`${folder}/prefs.js`] }),
    readOutgoingFile: () => null,
    takeOverPassword: ({ keep }) => ({ ok: true, place: keep }),
    compareWithService: () => ({ ok: false, reason: 'not-reached' }),
    saveSupportReport: () => ({ outcome: 'cancelled' }),
    exportSettings: () => ({ outcome: 'cancelled' }),
    readSettingsFile: () => ({ outcome: 'cancelled' }),
    importSettings: () => ({ ok: true, revision: 2 }),
    startRelayAgain: () => null,
    ...probeDouble(() => snapshot, tell),
    copyText: () => null,
    openLink: () => null,
    ...handlers,
  }

  return {
    snapshot: () => snapshot,
    asked,
    emit: tell,
    fail(name, on = true) {
      if (on) failing.add(name)
      else failing.delete(name)
    },
    bridge: {
      async call(name, input) {
        asked.push({ name, input })
        const known = name as keyof WindowContract['requests']
        if (failing.has(name)) throw new Error(`${name} fails in this test`)
        const schema = windowContract.requests[known]
        const handler = own[known] as (parsed: unknown) => unknown
        return schema.output.parse(await handler(schema.input.parse(input)))
      },
      onChanged(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
}
