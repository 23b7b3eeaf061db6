import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { practiceVerification, verificationViewOf } from '../../../electron/desks/verification-view.ts'
import { dnsRecordFor } from '../../../electron/settings/dns-record.ts'
import { relayConfigurationOf, unverifiedOf } from '../../../electron/settings/relay-configuration.ts'
import { openSettings } from '../../../electron/settings/settings-file.ts'
import {
  firstSettings,
  type Settings,
  type UserSettings,
} from '../../../electron/settings/settings-schema.ts'
import { unverifiedEntries } from '../../../relay/config/configuration.ts'
import { buildPolicyBook } from '../../../relay/config/policy-book.ts'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import { asked, confirmedInMailUp, notVerified } from '../../../relay/domain/verification.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const now = Date.parse('2026-03-04T05:06:07.000Z')
const first = firstSettings('en')
const office = (more: Partial<UserSettings> = {}): UserSettings => ({
  id: 'office',
  server: 'in.smtpok.com',
  port: 2525,
  encryption: 'starttls',
  status: 'active',
  priority: 3,
  note: '',
  authorizedDomains: 'firm.example',
  authorizedSenders: 'info@partner.example',
  unauthorizedSenders: 'block',
  ...more,
})
const withUsers = (...users: UserSettings[]): Settings => ({ ...first, users })

function decide(settings: Settings, user: string, from: string) {
  const unverified = unverifiedEntries.parse(structuredClone(unverifiedOf(settings)))
  const book = buildPolicyBook(relayConfigurationOf(settings, true), undefined, unverified)
  const policy = book.policyOfUser(user)
  if (!policy) throw new Error(`there is no policy of ${user}`)
  return judgeMessage(policy, from, null)
}

describe('Settings from before entries had states', () => {
  it('load, and everything in the lists is carried over', async () => {
    const folder = await temporaryFolder()
    const { installation: _none, dnsServers: _nor, ...old } = withUsers(office())
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(old))
    const settings = openSettings(folder, first, () => now)
    expect(settings.setAside).toBeNull()
    expect(settings.current()).toMatchObject({ ...old, dnsServers: [] })
    expect(settings.current().installation).toMatch(/^[0-9a-f]{32}$/)
    expect(unverifiedOf(settings.current())).toEqual([{ user: 'office', domains: [], senders: [] }])
    expect(decide(settings.current(), 'office', 'x@firm.example').reason).toBe('domain-authorized')
  })

  it('keep the installation’s number once anything is saved', async () => {
    const folder = await temporaryFolder()
    const { installation: _none, ...old } = withUsers(office())
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(old))
    const settings = openSettings(folder, first, () => now)
    settings.change((before) => ({ ...before, setUpDone: true }))
    const { installation } = settings.current()
    expect(openSettings(folder, first, () => now).current().installation).toBe(installation)
  })

  it('are set aside when a state is none there is: nothing is verified by a slip of the pen', async () => {
    const folder = await temporaryFolder()
    const odd = { ...office(), verification: { 'firm.example': { state: 'verified' } } }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...first, users: [odd] }))
    expect(openSettings(folder, first, () => now).setAside).not.toBeNull()
  })
})

describe('What the relay gets', () => {
  const half = office({ verification: { 'firm.example': confirmedInMailUp(notVerified, now) } })

  it('are the rules without the states, and the entries that authorize nothing', () => {
    expect(relayConfigurationOf(withUsers(half), true).users[0]).not.toHaveProperty('verification')
    expect(unverifiedOf(withUsers(half))).toEqual([
      { user: 'office', domains: [], senders: ['info@partner.example'] },
    ])
  })

  it('decides: the verified domain may send, the address that isn’t verified may not', () => {
    const settings = withUsers(half)
    expect(decide(settings, 'office', 'x@firm.example')).toMatchObject({ decision: 'allow' })
    expect(decide(settings, 'office', 'INFO@partner.example')).toMatchObject({
      decision: 'block',
      reason: 'sender-not-verified',
    })
  })

  it.each(['__proto__', 'constructor', 'toString'])('is the same for a user named %s', (id) => {
    const settings = withUsers(office({ id, verification: {} }))
    expect(decide(settings, id, 'x@firm.example')).toMatchObject({ reason: 'sender-not-verified' })
    const verified = withUsers(office({ id }))
    expect(decide(verified, id, 'x@firm.example')).toMatchObject({ reason: 'domain-authorized' })
  })
})

describe('What the page sees', () => {
  const waiting = asked(notVerified, { codeHash: 'scrypt$x', messageId: 'm1' }, now)

  it('is each entry with its state, and the record that would prove a domain', () => {
    const user = office({ verification: { 'info@partner.example': waiting } })
    expect(verificationViewOf(user, first.installation)).toEqual({
      entries: [
        {
          list: 'domains',
          entry: 'firm.example',
          state: 'not-verified',
          how: null,
          at: null,
          codeMail: null,
          dnsRecord: dnsRecordFor(first.installation, 'firm.example'),
        },
        {
          list: 'senders',
          entry: 'info@partner.example',
          state: 'waiting',
          how: null,
          at: '2026-03-04T05:06:07.000Z',
          codeMail: { messageId: 'm1', expiresAt: '2026-03-04T05:36:07.000Z', triesLeft: 5 },
          dnsRecord: null,
        },
      ],
      open: false,
      suggestActive: false,
    })
  })

  it('is that both lists are empty, and that a user with something verified could be active', () => {
    const empty = office({ authorizedDomains: '', authorizedSenders: '', status: 'inactive' })
    expect(verificationViewOf(empty, first.installation)).toMatchObject({ open: true, suggestActive: false })
    const verification = { 'firm.example': confirmedInMailUp(notVerified, now) }
    const view = verificationViewOf(office({ verification, status: 'inactive' }), first.installation)
    expect(view).toMatchObject({ open: false, suggestActive: true })
    // carried over: whoever made it inactive had it so before
    expect(verificationViewOf(office({ status: 'inactive' }), '').suggestActive).toBe(false)
  })

  it('is a practice user whose entries need no proof', () => {
    const practice = { ...first.practice, authorizedDomains: 'firm.example' }
    expect(practiceVerification(practice)).toMatchObject({
      entries: [{ entry: 'firm.example', state: 'verified', how: null, at: null, dnsRecord: null }],
    })
  })
})

describe('The DNS record', () => {
  it('is the same for a domain each time, and another for each domain and each installation', () => {
    const record = dnsRecordFor('a', 'firm.example')
    expect(record).toMatch(/^smtp-plus-companion=[0-9a-f]{32}$/)
    expect(dnsRecordFor('a', 'firm.example')).toBe(record)
    expect(dnsRecordFor('a', 'other.example')).not.toBe(record)
    expect(dnsRecordFor('b', 'firm.example')).not.toBe(record)
  })
})
