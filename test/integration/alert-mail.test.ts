import { afterEach, describe, expect, it } from 'vitest'
import { alertLogin } from '../../relay/domain/own-logins.ts'
import { alertsTo, type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const boss = 'boss@bank.example'
const admin = 'admin@else.example'
const mail = (from: string): string => `From: ${from}\r\nTo: x@else.example\r\nSubject: s\r\n\r\nbody\r\n`

let office: OwnRelay
afterEach(() => office.close())

/** What arrived upstream of the relay's own mail about alerts. */
const alertMails = (): string[] =>
  office.upstream.messages
    .map(({ bytes }) => bytes.toString('utf8'))
    .filter((text) => text.includes('Auto-Submitted'))

describe('alerts are mailed', () => {
  it('from an authorized address, in words for people, and shown on the desktop', async () => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), beside: alertsTo(admin) })
    await office.send(boss, mail(boss))
    const text = await waitUntil('the mail', () => alertMails()[0])
    expect(text).toContain('From: info@firm.example\r\n')
    expect(text).toContain(`To: ${admin}\r\n`)
    expect(text).toContain('Subject: SMTP+ Companion: A sender that is not authorized\r\n')
    const body = text.slice(text.indexOf('\r\n\r\n'))
    expect(body).toContain(boss)
    expect(body).toContain('The message was refused.')
    expect(body).toContain('authorize it in SMTP+ Companion, Alerts')
    expect(office.shown.map((alerts) => alerts.map(({ about }) => about))).toEqual([[boss]])
  })

  it('once for what repeats within a minute, then with the count, and not again after a restart', async () => {
    const dataDirectory = await temporaryFolder()
    office = await startOwnRelay({ dataDirectory, beside: alertsTo(admin) })
    await office.send(boss, mail(boss))
    await waitUntil('the mail', () => alertMails().length === 1)
    await office.send(boss, mail(boss))
    await office.send(boss, mail(boss))
    await office.passMinutes(0)
    expect(office.shown).toHaveLength(1)
    await office.passMinutes(1)
    await waitUntil('the second mail', () => alertMails().length === 2)
    expect(alertMails()[1]).toContain('Seen 3 times')
    await office.close()
    office = await startOwnRelay({
      dataDirectory,
      beside: alertsTo(admin),
      startMs: new Date().setHours(13, 0, 0, 0),
    })
    await office.passMinutes(5)
    expect([office.shown, alertMails()]).toEqual([[], []])
  })

  it('never to the address that was refused, which is noted', async () => {
    office = await startOwnRelay({
      dataDirectory: await temporaryFolder(),
      beside: alertsTo('Boss@bank.example'),
    })
    await office.send(boss, mail(boss))
    await waitUntil('the note', () => office.alerts()[0]?.note === 'not-mailed-to-its-sender')
    await office.send('second@bank.example', mail(boss))
    const text = await waitUntil('the mail about the other', () => alertMails()[0])
    expect(text).toContain('second@bank.example')
    expect(text).not.toContain(boss)
  })

  it('never from an address that isn’t authorized, also not where the rule is to alert', async () => {
    office = await startOwnRelay({
      dataDirectory: await temporaryFolder(),
      beside: alertsTo(admin, 'info@other.example'),
    })
    await office.configure({ users: office.usersWith('', 'alert') })
    expect((await office.send(boss, mail(boss))).code).toBe(250)
    await waitUntil('the note', () => office.alerts()[0]?.note === 'mail-not-possible')
    expect(alertMails()).toEqual([])
    await office.configure({ users: office.usersWith('info@other.example', 'alert') })
    await office.passMinutes(1)
    await waitUntil('the mail', () => alertMails()[0])
    expect(office.alerts()[0]?.note).toBeNull()
  })

  it.each([
    ['refused for good', { message: '550 5.7.1 no' }],
    ['put off for ever', { message: '451 4.3.0 later' }],
    ['lost in the middle', { message: 'drop' }],
    ['refused with the account', { mail: '525 5.7.13 disabled' }],
    ['refused with the credentials', { mail: '530 5.7.0 sign in' }],
    ['refused at sign-in', { auth: '535 5.7.8 wrong' }],
    ['never connected', { greeting: 'drop' }],
  ] as const)('and raise no alert when they are %s', async (_what, behaviour) => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), beside: alertsTo(admin) })
    office.behave(behaviour)
    await office.send(boss, mail(boss))
    const attempted = (): boolean =>
      office.relay.queue
        .list({ limit: 10 })
        .some(({ login, attempts }) => login === alertLogin && attempts > 0)
    await waitUntil('an attempt', attempted)
    // Two days, an hour at a time: long enough for every alert about time, and for giving up.
    for (let hour = 0; hour < 50; hour += 1) await office.passMinutes(60)
    expect(office.alerts().map(({ kind, count }) => [kind, count])).toEqual([['unauthorized-sender', 1]])
    expect(office.relay.queue.list({ limit: 10, login: alertLogin })).toHaveLength(1)
  })

  it('fold instead of filling the queue while mail doesn’t go out', async () => {
    office = await startOwnRelay({ dataDirectory: await temporaryFolder(), beside: alertsTo(admin) })
    office.behave({ message: '451 4.3.0 later' })
    for (let minute = 0; minute < 15; minute += 1) {
      await office.send(boss, mail(boss))
      await office.passMinutes(1)
    }
    expect(office.relay.queue.list({ limit: 100, login: alertLogin })).toHaveLength(10)
    expect(office.alerts()[0]?.count).toBe(15)
  })
})
