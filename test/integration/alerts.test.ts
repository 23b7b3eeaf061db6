import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { done, failed } from '../../relay/domain/result.ts'
import { openDatabase } from '../../relay/queue/database.ts'
import { beginRelayRun } from '../../relay/queue/relay-run.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { makeAuthority } from '../support/certificates.ts'
import { alertsTo, type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const boss = 'boss@bank.example'
const admin = 'admin@else.example'
const mail = (from = 'info@firm.example'): string =>
  `From: ${from}\r\nTo: x@else.example\r\nSubject: s\r\n\r\nbody\r\n`

/** A server's key and certificate for this machine, by an authority of its own, good for so many days. */
async function serverCertificate(days: number): Promise<{ key: string; cert: string; caFile: string }> {
  const authority = await makeAuthority(await temporaryFolder())
  const notAfterDate = new Date(Date.now() + days * 24 * 60 * 60_000)
  const { keyFile, certFile } = await authority.issue({ notAfterDate })
  const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certFile, 'utf8')])
  return { key, cert, caFile: authority.caFile }
}

let office: OwnRelay
afterEach(() => office.close())

const stateOf = (kind: string): string | undefined =>
  office.alerts().find((alert) => alert.kind === kind)?.state
const settled = (kind: string): Promise<boolean> =>
  waitUntil(`${kind} settled`, () => stateOf(kind) === 'settled')
const raised = (kind: string, reason: string | null = null) =>
  waitUntil(`${kind} raised`, () => office.alerts().find((one) => one.kind === kind && one.reason === reason))

describe('an alert is raised and settled by itself', () => {
  it.each([
    ['credentials-refused', { auth: '535 5.7.8 wrong' }],
    ['account-blocked', { auth: '525 5.7.13 disabled' }],
    ['upstream-unreachable', { greeting: 'drop' }],
  ] as const)('%s', async (kind, behaviour) => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder() })
    office.behave(behaviour)
    await office.send('info@firm.example', mail())
    expect(await raised(kind)).toMatchObject({ user: 'office', login: null, state: 'new' })
    office.behave({})
    office.relay.courier.resumeUser('office')
    await office.passMinutes(2)
    await settled(kind)
  })

  it('a password that can’t be had', async () => {
    let locked = true
    office = await startOwnRelay({
      dataDirectory: await temporaryFolder(),
      passwordOf: async () => (locked ? failed({ reason: 'keychain-locked' }) : done(new Secret('right'))),
    })
    await office.send('info@firm.example', mail())
    await raised('delivery-failing', 'password-unavailable')
    locked = false
    office.relay.courier.resumeUser('office')
    await settled('delivery-failing')
  })

  it('a message that has waited for an hour, until it is gone', async () => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder() })
    office.behave({ message: '451 4.3.0 later' })
    await office.send('info@firm.example', mail())
    await waitUntil('an attempt', () => office.events.some(({ event }) => event === 'deferred'))
    await office.passMinutes(59)
    expect(office.alerts()).toEqual([])
    await office.passMinutes(2)
    expect(await raised('delivery-failing', 'waiting-long')).toMatchObject({
      about: '451 4.3.0 later',
      count: 1,
    })
    await office.passMinutes(1)
    expect((await raised('delivery-failing', 'waiting-long')).count).toBe(1)
    office.behave({})
    await office.passMinutes(60)
    await waitUntil('delivered', () => office.events.some(({ event }) => event === 'delivered'))
    await office.passMinutes(1)
    expect(stateOf('delivery-failing')).toBe('settled')
  })

  it('a server that can’t be trusted, until it is', async () => {
    const { caFile, ...pair } = await serverCertificate(20)
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), tls: pair })
    await office.send('info@firm.example', mail())
    expect(await raised('certificate', 'certificate-not-trusted')).toMatchObject({ user: 'office' })
    await office.configure({
      users: office.relay.configuration().users.map((user) => Object.assign({}, user, { caFile })),
    })
    await office.passMinutes(2)
    await settled('certificate')
  })

  it('a server’s certificate that ends within 14 days', async () => {
    const tls = await serverCertificate(13)
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), tls })
    await office.send('info@firm.example', mail())
    await waitUntil('delivered', () => office.events.some(({ event }) => event === 'delivered'))
    await office.passMinutes(1)
    const alert = await raised('certificate', 'server-certificate-expiring')
    expect(alert.about).toMatch(/^127\.0\.0\.1:\d+ \(\d{4}-\d\d-\d\d\)$/)
  })

  it('nothing about one that has longer to go', async () => {
    const tls = await serverCertificate(18)
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), tls })
    await office.send('info@firm.example', mail())
    await waitUntil('delivered', () => office.events.some(({ event }) => event === 'delivered'))
    await office.passMinutes(1)
    expect(office.alerts()).toEqual([])
  })

  it('an address that isn’t authorized, once it is', async () => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder() })
    expect((await office.send(boss, mail(boss))).code).toBe(550)
    expect(await raised('unauthorized-sender')).toMatchObject({ login: 'website', about: boss })
    await office.configure({ users: office.usersWith(boss) })
    expect(stateOf('unauthorized-sender')).toBe('settled')
  })

  it('a relay that was ended suddenly says so at its next start', async () => {
    const dataDirectory = await temporaryFolder()
    office = await startOwnRelay({ dataDirectory })
    await office.close()
    office = await startOwnRelay({ dataDirectory })
    await office.passMinutes(1)
    expect(office.alerts()).toEqual([])
    // What a killed relay leaves behind: its mark.
    await office.close()
    const opened = await openDatabase(dataDirectory)
    if (!opened.ok) throw new Error(opened.problem.reason)
    const diedAtMs = new Date().setHours(11, 30, 0, 0)
    beginRelayRun(opened.value, diedAtMs)
    opened.value.close()
    office = await startOwnRelay({ dataDirectory, startMs: diedAtMs + 60_000 })
    expect(await raised('relay-stopped', 'ended-unexpectedly')).toMatchObject({
      about: new Date(diedAtMs).toISOString(),
    })
    await office.passMinutes(61)
    expect(stateOf('relay-stopped')).toBe('settled')
  })
})

describe('ignored from now on', () => {
  it('raises no alert and keeps the refusals', async () => {
    const beside = alertsTo(admin)
    const { settings } = beside.alerts ?? {}
    if (!settings) throw new Error('no settings')
    const ignored = [{ kind: 'unauthorized-sender' as const, about: boss }]
    office = await startOwnRelay({
      dataDirectory: await temporaryFolder(),
      beside: { alerts: { language: 'en', settings: { ...settings, ignored } } },
    })
    await office.send('Boss@BANK.example', mail(boss))
    await office.send('other@bank.example', mail(boss))
    expect(office.relay.journal.refusals(10)).toHaveLength(2)
    expect(office.alerts().map(({ about }) => about)).toEqual(['other@bank.example'])
  })
})
