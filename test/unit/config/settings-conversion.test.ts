import { describe, expect, it } from 'vitest'
import { firstSettings, type Settings, settingsSchema } from '../../../electron/settings/settings-schema.ts'
import { relayConfiguration } from '../../../relay/config/configuration.ts'
import {
  configurationOfSettings,
  settingsOfConfiguration,
} from '../../../relay/config/settings-conversion.ts'
import { createPasswordHash } from '../../../relay/secrets/sign-in.ts'

const passwordHash = createPasswordHash('generated')
const at = '2026-11-01T10:00:00.000Z'
const office: Settings['users'][number] = {
  id: 'office',
  server: 'in.smtpok.com',
  port: 2525,
  encryption: 'starttls',
  username: 's12345_6',
  password: { keychain: true },
  status: 'active',
  priority: 2,
  note: 'front desk',
  authorizedDomains: 'firm.example',
  authorizedSenders: 'ann@partner.example',
  unauthorizedSenders: 'alert',
  messagesPerHour: 100,
  smtpApi: { campaignName: 'Invoices' },
  verification: {
    'firm.example': { state: 'verified', how: 'code', at },
    'ann@partner.example': { state: 'carried-over', at: null },
  },
}
const settings: Settings = {
  ...firstSettings('it'),
  users: [office],
  logins: [
    {
      name: 'accounting',
      user: 'office',
      status: 'active',
      auth: 'password',
      passwordHash,
      kind: 'accounting',
      rewritesFormSender: true,
    },
    { name: 'scanner', user: 'office', status: 'active', auth: 'none', addresses: ['192.168.1.20/32'] },
  ],
  delivery: { giveUpAfterHours: 24, warnAfterMinutes: 30 },
  journalDays: 30,
}

function configurationFrom(from: Settings) {
  const converted = configurationOfSettings(from)
  if (!converted.ok) throw new Error(JSON.stringify(converted.problem))
  return converted.value
}

describe('settings and configuration file', () => {
  it('become each other without losing anything that both know', () => {
    const { file } = configurationFrom(settings)
    const back = settingsOfConfiguration(relayConfiguration.parse(JSON.parse(JSON.stringify(file))), settings)
    if (!back.ok) throw new Error(JSON.stringify(back.problem))
    expect(back.value.leftOut).toEqual([])
    expect(settingsSchema.parse(back.value.file)).toEqual({ ...settings, revision: settings.revision + 1 })
  })

  it('a configuration makes settings where there are none; what is missing there is said', () => {
    const { file } = configurationFrom(settings)
    const users = file.users.map((user) => Object.assign({}, user, { password: { env: 'P' } }))
    const elsewhere = { ...file, users }
    const made = settingsOfConfiguration(elsewhere, null)
    if (!made.ok) throw new Error(JSON.stringify(made.problem))
    expect(made.value.leftOut).toEqual([
      'User office: enter the password in the app, which keeps it in the keychain.',
    ])
    const parsed = settingsSchema.parse(made.value.file)
    expect(parsed.users[0]?.password).toBeUndefined()
    expect(parsed.setUpDone).toBe(true)
  })

  it('an entry that is not verified never becomes one that authorizes', () => {
    const { file, leftOut } = configurationFrom({
      ...settings,
      users: [{ ...office, verification: { 'firm.example': { state: 'verified', how: 'code', at } } }],
    })
    expect(file.users[0]).toMatchObject({ authorizedDomains: 'firm.example', authorizedSenders: '' })
    expect(leftOut).toContain('User office: not verified, therefore left out: ann@partner.example.')
  })

  it('a user of whom nothing is verified is not opened to everybody', () => {
    const { file } = configurationFrom({ ...settings, users: [{ ...office, verification: {} }] })
    expect(file.users[0]).toMatchObject({ status: 'inactive', authorizedDomains: '', authorizedSenders: '' })
  })

  it('a sign-in of the practice user, or without a password yet, stays behind and is named', () => {
    const { file, leftOut } = configurationFrom({
      ...settings,
      logins: [
        { name: 'trial', user: 'practice', status: 'active', auth: 'password', passwordHash },
        { name: 'moved', user: 'office', status: 'active', auth: 'password' },
      ],
    })
    expect(file.logins).toEqual([])
    expect(leftOut).toContain('Login moved is left out: it has no password yet.')
  })

  it('half a settings file is a problem with its place', () => {
    expect(configurationOfSettings({ version: 1, revision: 1, listen: [] })).toMatchObject({
      ok: false,
      problem: { path: 'listen' },
    })
  })
})
