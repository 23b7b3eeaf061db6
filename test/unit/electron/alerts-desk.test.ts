import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AlertSummary, keptEndingId } from '../../../electron/desks/alert-view.ts'
import { keepState } from '../../../electron/desks/app-state.ts'
import type { Delta } from '../../../electron/ipc/window-contract.ts'
import { formSendersOf, relayConfigurationOf } from '../../../electron/settings/relay-configuration.ts'
import { openSettings } from '../../../electron/settings/settings-file.ts'
import { firstSettings } from '../../../electron/settings/settings-schema.ts'
import { parseConfiguration } from '../../../relay/config/loading.ts'
import { defaultAlertSettings } from '../../../relay/domain/alert-settings.ts'
import { alertLogin } from '../../../relay/domain/own-logins.ts'
import type { RelaySnapshot } from '../../../relay/ipc/relay-contract.ts'
import { createPasswordHash } from '../../../relay/secrets/sign-in.ts'
import { type FrontOfficeDouble, openFrontOfficeDouble } from '../../support/front-office-double.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { waitUntil } from '../../support/wait-until.ts'

const at = '2030-06-15T12:00:00.000Z'
const boss: AlertSummary = {
  id: '7',
  kind: 'unauthorized-sender',
  reason: null,
  login: 'website',
  user: 'office',
  about: 'boss@sub.firm.example',
  count: 3,
  firstAt: at,
  lastAt: at,
  state: 'new',
  note: null,
}
const fullDisk: AlertSummary = {
  ...boss,
  id: '8',
  kind: 'disk-low',
  reason: 'disk-nearly-full',
  login: null,
  user: null,
}
const user = {
  id: 'office',
  server: 'in.smtpok.com',
  port: 2525,
  encryption: 'starttls' as const,
  status: 'active' as const,
  priority: 3,
  note: '',
  authorizedDomains: 'firm.example',
  authorizedSenders: '',
  unauthorizedSenders: 'block' as const,
}
const login = {
  name: 'website',
  user: 'office',
  status: 'active' as const,
  auth: 'password' as const,
  passwordHash: createPasswordHash('a-generated-password-22'),
}
const mail = { user: 'office', from: 'info@firm.example', to: 'admin@else.example' }
const relaySnapshot: RelaySnapshot = {
  listen: [{ address: '127.0.0.1', port: 2525 }],
  revision: 1,
  problems: [],
  counts: { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 },
  paces: [],
  messages: [],
  refusals: [],
  alerts: [boss, fullDisk],
  loginsSeen: [],
  lastDeliveries: [],
  practice: { listen: null },
}
const saved = expect.objectContaining({ ok: true })
const refused = (field: string, reason: string) => ({
  ok: false,
  problems: [expect.objectContaining({ field, reason })],
})

let front: FrontOfficeDouble
beforeEach(async () => {
  const folder = await temporaryFolder()
  const settings = { ...firstSettings('it'), users: [user], logins: [login] }
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
  front = await openFrontOfficeDouble(folder, relaySnapshot)
})

const office = () => front.office.settings().users[0]
const actions = async () =>
  (await front.snapshot()).alerts.find(({ id }) => id === '7')?.actions.map(({ action }) => action)
const lastOf = (name: string): unknown => front.asked.findLast((one) => one.name === name)?.input

describe('an alert in the window', () => {
  it('comes with what can be done, which follows the settings', async () => {
    expect(await actions()).toEqual(['authorize-address', 'authorize-domain', 'pause-login', 'ignore'])
    await front.call('setLoginStatus', { name: 'website', status: 'inactive' })
    expect(await actions()).toEqual(['authorize-address', 'authorize-domain', 'ignore'])
    await waitUntil('the page is told', () => {
      const told = front.deltas.findLast((delta) => delta.part === 'alert' && delta.value.id === '7')
      return told?.part === 'alert' && told.value.actions.length === 3
    })
  })

  it('authorizes its address or its domain: one entry more, like every edit of the list', async () => {
    const entry = { user: 'office', alreadyVerified: true }
    expect(await front.call('authorizeAddress', { ...entry, address: 'Boss@sub.firm.example' })).toEqual(
      saved,
    )
    expect(await front.call('authorizeDomain', { ...entry, domain: 'sub.firm.example' })).toEqual(saved)
    expect(office()).toMatchObject({
      authorizedDomains: 'firm.example;sub.firm.example',
      authorizedSenders: 'boss@sub.firm.example',
    })
    expect(Object.values(office()?.verification ?? {}).map(({ state }) => state)).toHaveLength(3)
    expect(await front.call('authorizeAddress', { ...entry, address: 'a,b@x.example' })).toEqual(
      refused('authorizedSenders', 'comma'),
    )
    expect(await front.call('authorizeDomain', { ...entry, domain: 'com' })).toEqual(
      refused('authorizedDomains', 'public-suffix'),
    )
    const nobody = { ...entry, user: 'nobody', address: 'a@x.example' }
    expect(await front.call('authorizeAddress', nobody)).toEqual(refused('user', 'user-unknown'))
    expect(office()?.authorizedDomains).toBe('firm.example;sub.firm.example')
  })

  it('is ignored from now on: written down, told to the relay, settled, and heeded again on request', async () => {
    expect(await front.call('ignoreAlert', { id: '7' })).toEqual(saved)
    const ignored = [{ kind: 'unauthorized-sender', about: 'boss@sub.firm.example' }]
    expect((await front.snapshot()).alertSettings.ignored).toEqual(ignored)
    expect(lastOf('setAlertState')).toEqual({ id: '7', state: 'settled' })
    expect(await front.call('heedAgain', ignored[0])).toEqual(saved)
    expect((await front.snapshot()).alertSettings.ignored).toEqual([])
  })

  it('that must not be ignored, or is none, is refused', async () => {
    expect(await front.call('ignoreAlert', { id: '8' })).toEqual(refused('id', 'cannot-be-ignored'))
    expect(await front.call('ignoreAlert', { id: '99' })).toEqual(refused('id', 'alert-unknown'))
  })
})

describe('how alerts are told', () => {
  it('is chosen for each kind and way', async () => {
    const change = { kind: 'disk-low', channel: 'mail', frequency: 'never' }
    expect(await front.call('setAlertFrequency', change)).toEqual(saved)
    const { alertSettings } = await front.snapshot()
    expect(alertSettings.frequency.find(({ kind }) => kind === 'disk-low')).toEqual({
      kind: 'disk-low',
      desktop: 'hourly',
      mail: 'never',
    })
  })

  it('may be by mail, from an address its user may use', async () => {
    expect(await front.call('setAlertMail', { mail })).toEqual(saved)
    expect((await front.snapshot()).alertSettings.mail).toEqual(mail)
    expect(await front.call('setAlertMail', { mail: null })).toEqual(saved)
    expect((await front.snapshot()).alertSettings.mail).toBeNull()
  })

  it.each([
    ['user', 'user-unknown', { ...mail, user: 'nobody' }],
    ['from', 'from-not-authorized', { ...mail, from: 'info@else.example' }],
    ['from', 'address-malformed', { ...mail, from: 'info' }],
    ['to', 'address-malformed', { ...mail, to: 'a@x.example, b@x.example' }],
  ])('is refused at %s with %s', async (field, reason, wanted) => {
    expect(await front.call('setAlertMail', { mail: wanted })).toEqual(refused(field, reason))
    expect(front.office.settings().alerts.mail).toBeNull()
  })

  it('is not by mail from an entry that isn’t verified, nor through an inactive user', async () => {
    const unverified = { user: 'office', address: 'a@else.example', alreadyVerified: false }
    await front.call('authorizeAddress', unverified)
    const from = { ...mail, from: 'a@else.example' }
    expect(await front.call('setAlertMail', { mail: from })).toEqual(refused('from', 'from-not-authorized'))
    front.office.note((settings) => ({
      ...settings,
      users: settings.users.map((one) => ({ ...one, status: 'inactive' })),
    }))
    expect(await front.call('setAlertMail', { mail })).toEqual(refused('user', 'user-inactive'))
  })
})

describe('an online form’s sign-in', () => {
  it('is cured on request, which the configuration has no word for', async () => {
    expect(await front.call('setFormSender', { name: 'website', rewrite: true })).toEqual(saved)
    const settings = front.office.settings()
    expect(formSendersOf(settings)).toEqual(['website'])
    expect((await front.snapshot()).logins[0]?.rewritesFormSender).toBe(true)
    const configuration = relayConfigurationOf(settings, true)
    expect(parseConfiguration(configuration).ok).toBe(true)
    expect(JSON.stringify(configuration)).not.toContain('rewrites')
    const logins = [{ ...login, rewritesFormSender: true }]
    expect(parseConfiguration({ ...configuration, logins }).ok).toBe(false)
    expect(await front.call('setFormSender', { name: 'nobody', rewrite: true })).toEqual(
      refused('name', 'sign-in-unknown'),
    )
  })

  it('can’t be called like the mail about alerts', () => {
    const configuration = relayConfigurationOf(front.office.settings(), true)
    const logins = [{ ...login, name: alertLogin.toUpperCase() }]
    const parsed = parseConfiguration({ ...configuration, logins })
    expect(parsed.ok || parsed.problem.path).toBe('logins[0].name')
  })
})

describe('settings of before there were alerts in them', () => {
  it('load, with every default', async () => {
    const folder = await temporaryFolder()
    const { alerts: _none, ...old } = firstSettings('en')
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(old))
    const settings = openSettings(folder, firstSettings('en'), Date.now)
    expect(settings.setAside).toBeNull()
    expect(settings.current().alerts).toEqual(defaultAlertSettings)
  })
})

describe('a relay that keeps ending', () => {
  it('is an alert that main raises itself, settled when the relay is back', async () => {
    const deltas: Delta[] = []
    const { app } = await front.snapshot()
    const state = keepState({
      settings: () => firstSettings('en'),
      relay: () => ({ status: 'stopped-for-good', listen: [], problems: [], inForce: 1, restarts: 4 }),
      app: () => app,
      passwordPlace: () => 'not-needed',
      onDelta: (delta) => deltas.push(delta),
    })
    const states = () =>
      deltas.flatMap((delta) =>
        delta.part === 'alert' && delta.value.id === keptEndingId ? [delta.value.state] : [],
      )
    state.relayStopped(Date.parse(at))
    expect(state.alert(keptEndingId)).toMatchObject({
      kind: 'relay-stopped',
      reason: 'kept-ending',
      actions: [],
    })
    expect(state.setOwnAlert(keptEndingId, 'seen')).toBe(true)
    expect(state.setOwnAlert('7', 'seen')).toBe(false)
    state.takeRelaySnapshot(relaySnapshot, [])
    expect(states()).toEqual(['new', 'seen', 'settled'])
    expect(state.snapshot().alerts.map(({ id }) => id)).toEqual(['7', '8'])
  })
})
