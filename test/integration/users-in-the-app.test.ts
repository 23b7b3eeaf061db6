import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAppWithoutWindow } from '../support/app-without-window.ts'
import { writeMail } from '../support/mail.ts'
import { startPostfix } from '../support/postfix.ts'
import { sendWithSwaks } from '../support/swaks.ts'
import { waitUntil } from '../support/wait-until.ts'

const postfix = await startPostfix()
const app = await startAppWithoutWindow({ caFile: postfix.caFile })
afterAll(async () => {
  await app.close()
  await postfix.stop()
})

const from = 'info@firm.example'
const connection = {
  server: 'localhost',
  port: postfix.port,
  encryption: 'starttls',
  username: postfix.username,
} as const

/** A user who may send, with a sign-in of the same name; gives the sign-in's password. */
async function addUser(id: string, password: string): Promise<string> {
  await app.ask('addUser', { ...connection, id })
  await app.ask('setPassword', { id, password, keep: 'until-quit' })
  const rules = { authorizedDomains: 'firm.example', authorizedSenders: '', alreadyVerified: true }
  await app.ask('setRules', { ...rules, id, unauthorizedSenders: 'block' })
  const added = await app.ask('addLogin', { name: id, user: id })
  await app.inForce()
  return added.ok ? added.password : ''
}

async function send(login: string, password: string, recipient: string): Promise<void> {
  const message = writeMail({ from })
  await sendWithSwaks({
    port: app.port,
    username: login,
    password,
    mailFrom: from,
    recipients: [recipient],
    message,
  })
}

async function messageTo(recipient: string) {
  return (await app.snapshot()).messages.find(({ recipients }) => recipients.includes(recipient))
}

const arrival = (recipient: string) => postfix.waitForMessage((message) => message.recipient === recipient)
const waitsFor = (recipient: string, reason: string) =>
  waitUntil(
    async () => `${recipient} to wait: ${JSON.stringify(await messageTo(recipient))}`,
    async () => (await messageTo(recipient))?.holdReason === reason,
    20_000,
  )

describe('refused credentials', () => {
  it('pause their user, its mail waits, one alert tells of it, and a new password sends it', async () => {
    const login = await addUser('office', 'not the password')
    await send('office', login, 'one@customer.example')
    await send('office', login, 'two@customer.example')
    await waitsFor('one@customer.example', 'credentials-refused')
    await waitsFor('two@customer.example', 'credentials-refused')
    const alerts = (await app.snapshot()).alerts.filter(({ kind }) => kind === 'credentials-refused')
    expect(alerts).toHaveLength(1)
    expect(alerts[0]?.actions).toContainEqual({ action: 'replace-password', user: 'office' })
    await app.ask('setPassword', { id: 'office', password: postfix.password, keep: 'until-quit' })
    await arrival('one@customer.example')
    await arrival('two@customer.example')
    // the sign-in is the same as before
    await send('office', login, 'three@customer.example')
    await arrival('three@customer.example')
  })

  it('are told apart by a check that sends nothing', async () => {
    const check = (name: string) =>
      app.ask('checkConnection', {
        check: name,
        target: { kind: 'user', id: 'office' },
        ports: [postfix.port],
      })
    expect(await check('right')).toMatchObject({ ok: true, report: { ports: [{ verdict: 'ok' }] } })
    await app.ask('setPassword', { id: 'office', password: 'wrong', keep: 'until-quit' })
    const refused = { ok: true, report: { ports: [{ verdict: 'credentials-refused' }] } }
    expect(await check('wrong')).toMatchObject(refused)
    await app.ask('setPassword', { id: 'office', password: postfix.password, keep: 'until-quit' })
  })

  it('and when the server took a message last is known of each user', async () => {
    await waitUntil('the last delivery', async () =>
      (await app.snapshot()).lastDeliveries.some(({ user }) => user === 'office'),
    )
  })
})

describe('a user with waiting mail', () => {
  let login = ''
  beforeAll(async () => {
    login = await addUser('branch', 'not the password')
    await send('branch', login, 'moved@customer.example')
    await waitsFor('moved@customer.example', 'credentials-refused')
  })

  it('isn’t removed before it is said what becomes of its sign-ins and of its mail', async () => {
    expect(await app.ask('removeUser', { id: 'branch' })).toMatchObject({
      problems: [{ reason: 'user-has-sign-ins' }],
    })
    const undecided = { id: 'branch', signIns: { become: 'moved', user: 'office' } } as const
    expect(await app.ask('removeUser', undecided)).toMatchObject({
      problems: [{ reason: 'user-has-messages' }],
    })
    const toNobody = { id: 'branch', mail: { become: 'moved', user: 'nobody' } } as const
    expect(await app.ask('removeUser', toNobody)).toMatchObject({
      problems: [{ field: 'mail', reason: 'user-unknown' }],
    })
    expect((await app.snapshot()).logins.find(({ name }) => name === 'branch')?.user).toBe('branch')
  })

  it('leaves its mail and its sign-ins to another, and both go on', async () => {
    const removed = await app.ask('removeUser', {
      id: 'branch',
      mail: { become: 'moved', user: 'office' },
      signIns: { become: 'moved', user: 'office' },
    })
    expect(removed).toMatchObject({ ok: true })
    await arrival('moved@customer.example')
    expect((await messageTo('moved@customer.example'))?.user).toBe('office')
    await app.inForce()
    await send('branch', login, 'after@customer.example')
    await arrival('after@customer.example')
  })

  it('keeps it on hold until a user of that name is here again', async () => {
    const password = await addUser('shop', 'not the password')
    await send('shop', password, 'kept@customer.example')
    await waitsFor('kept@customer.example', 'credentials-refused')
    const mail = { become: 'kept' } as const
    const signIns = { become: 'removed' } as const
    expect(await app.ask('removeUser', { id: 'shop', mail, signIns })).toMatchObject({ ok: true })
    await waitUntil('mail on hold', async () => (await messageTo('kept@customer.example'))?.state === 'held')
    expect((await app.snapshot()).logins.map(({ name }) => name)).not.toContain('shop')
    await addUser('shop', postfix.password)
    await arrival('kept@customer.example')
  })

  it('takes it along when that is what was said', async () => {
    const password = await addUser('kiosk', 'not the password')
    await send('kiosk', password, 'deleted@customer.example')
    await waitsFor('deleted@customer.example', 'credentials-refused')
    const mail = { become: 'deleted' } as const
    const signIns = { become: 'removed' } as const
    expect(await app.ask('removeUser', { id: 'kiosk', mail, signIns })).toMatchObject({ ok: true })
    await waitUntil('no mail of it', async () => {
      const state = (await messageTo('deleted@customer.example'))?.state
      return state === undefined || state === 'deleted'
    })
  })
})

describe('what can’t be saved', () => {
  const problems = async (given: object): Promise<unknown> => {
    const answer = await app.ask('addUser', { ...connection, id: 'new', ...given })
    return answer.ok ? 'saved' : answer.problems.map(({ field, reason }) => `${field}: ${reason}`)
  }

  it('is refused as a whole, by field, with its reason', async () => {
    const before = await app.settingsText()
    expect(await problems({ id: 'OFFICE' })).toEqual(['id: name-taken'])
    expect(await problems({ server: 'http://in.smtpok.com' })).toEqual(['server: server-scheme'])
    expect(await problems({ server: 'in.smtpok com' })).toEqual(['server: server-space'])
    expect(await problems({ server: 'in.smtpok.com', port: 5001 })).toEqual(['port: port-not-served'])
    const keep = 'keychain'
    const tooLong = await app.ask('setPassword', { id: 'office', password: 'x'.repeat(3_000), keep })
    expect(tooLong).toEqual({ ok: false, reason: 'too-long' })
    const twoLines = await app.ask('setPassword', { id: 'office', password: 'one\n', keep })
    expect(twoLines).toEqual({ ok: false, reason: 'line-break' })
    expect(await app.settingsText()).toBe(before)
  })

  it('and a duplicate takes over lists and what is verified of them', async () => {
    expect(await problems({ id: 'second', like: 'office', messagesPerHour: 600 })).toBe('saved')
    const { entries, messagesPerHour } = await app.user('second')
    expect(entries.map(({ entry, state }) => `${entry}: ${state}`)).toEqual(['firm.example: verified'])
    expect(messagesPerHour).toBe(600)
    await app.ask('updateUser', { id: 'second', status: 'inactive' })
    expect(await app.user('second')).toMatchObject({
      status: 'inactive',
      messagesPerHour: 600,
      ...connection,
    })
  })
})
