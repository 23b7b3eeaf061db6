import { afterAll, describe, expect, it } from 'vitest'
import { startAppWithoutWindow } from '../support/app-without-window.ts'
import { writeMail } from '../support/mail.ts'
import { startPostfix } from '../support/postfix.ts'
import { type SwaksAnswer, sendWithSwaks } from '../support/swaks.ts'

const minuteMs = 60_000
const postfix = await startPostfix()
const app = await startAppWithoutWindow({ caFile: postfix.caFile })
afterAll(async () => {
  await app.close()
  await postfix.stop()
})

const program = { name: 'accounting', password: '' }

async function addOffice(): Promise<void> {
  const { username, password } = postfix
  const connection = { server: 'localhost', port: postfix.port, encryption: 'starttls', username } as const
  await app.ask('addUser', { ...connection, id: 'office', note: '' })
  await app.ask('setPassword', { id: 'office', password, keep: 'until-quit' })
  const added = await app.ask('addLogin', { name: program.name, user: 'office' })
  if (added.ok) program.password = added.password
}

function send(from: string): Promise<SwaksAnswer> {
  return sendWithSwaks({
    port: app.port,
    username: program.name,
    password: program.password,
    mailFrom: from,
    recipients: ['ann@customer.example'],
    message: writeMail({ from }),
  })
}

async function authorize(authorizedSenders: string, authorizedDomains = ''): Promise<void> {
  await app.ask('setRules', {
    id: 'office',
    authorizedDomains,
    authorizedSenders,
    unauthorizedSenders: 'block',
    alreadyVerified: false,
  })
  await app.inForce()
}

async function entry(name: string) {
  const { entries } = await app.user('office')
  return entries.find((one) => one.entry === name)
}

async function mailedCode(address: string, messageId: string): Promise<string> {
  const mail = await postfix.waitForMessage(
    (message) => message.recipient === address && message.bytes.includes(`id ${messageId};`),
  )
  return /^ {4}(\S+)\r$/m.exec(mail.bytes)?.[1] ?? ''
}

async function askForCode(address: string): Promise<string> {
  const asked = await app.ask('askForCode', { id: 'office', address })
  if (!asked.ok) throw new Error(asked.reason)
  return mailedCode(address, asked.messageId)
}

const typeCode = (address: string, code: string) => app.ask('typeCode', { id: 'office', address, code })

describe('an address that was typed in', () => {
  it('authorizes nothing before it is verified, and the refusal says so', async () => {
    await addOffice()
    await authorize('info@firm.example')
    expect(await entry('info@firm.example')).toMatchObject({ state: 'not-verified', how: null, at: null })
    const refused = await send('info@firm.example')
    expect(refused.transcript).toMatch(/550 5\.7\.1 info@firm\.example is on the list .* not verified yet/)
  })

  it('is verified by the code that is mailed to it through the user’s own server', async () => {
    const asked = await app.ask('askForCode', { id: 'office', address: 'info@firm.example' })
    expect(asked.ok).toBe(true)
    if (!asked.ok) return
    const mail = await postfix.waitForMessage((message) => message.recipient === 'info@firm.example')
    expect(mail.mailFrom).toBe('info@firm.example')
    expect(mail.received).toContain(`Authenticated sender: ${postfix.username}`)
    expect(mail.bytes).toMatch(/^From: info@firm\.example\r$/m)
    expect(mail.bytes).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail.bytes).toContain('valid for 30 minutes')
    expect(await entry('info@firm.example')).toMatchObject({
      state: 'waiting',
      codeMail: { messageId: asked.messageId, triesLeft: 5 },
    })
    const code = await mailedCode('info@firm.example', asked.messageId)
    const typed = code.toLowerCase().replace('-', ' ')
    expect(await typeCode('info@firm.example', typed)).toMatchObject({ ok: true })
    await app.inForce()
    expect(await entry('info@firm.example')).toMatchObject({ state: 'verified', how: 'code', codeMail: null })
    expect((await send('info@firm.example')).code).toBe(0)
  })

  it('its code was only ever in the mail: not in the page, the settings or the message’s own row', async () => {
    const mail = await postfix.waitForMessage((message) => message.recipient === 'info@firm.example')
    const code = /^ {4}(\S+)\r$/m.exec(mail.bytes)?.[1] ?? ''
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    const messages = await app.ask('listMessages', { limit: 500 })
    const details = await Promise.all(messages.map(({ id }) => app.ask('showMessage', { id })))
    const everything = [app.told(), await app.settingsText(), JSON.stringify([await app.snapshot(), details])]
    for (const text of everything) expect(text).not.toContain(code)
    expect(app.told()).not.toContain('scrypt')
  })

  it('can be mailed another code: five tries each, and only the last one counts', async () => {
    const address = 'five@firm.example'
    await authorize(`info@firm.example;${address}`)
    const first = await askForCode(address)
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await typeCode(address, 'AAAA-AAAA')).toEqual({ ok: false, reason: 'wrong-code', triesLeft })
    }
    const spent = { ok: false, reason: 'too-many-tries', triesLeft: null }
    expect(await typeCode(address, 'AAAA-AAAA')).toEqual(spent)
    expect(await typeCode(address, first)).toEqual(spent)
    const second = await askForCode(address)
    expect(await typeCode(address, first)).toMatchObject({ reason: 'wrong-code', triesLeft: 4 })
    app.passMs(30 * minuteMs)
    expect(await typeCode(address, second)).toMatchObject({ reason: 'code-expired' })
    expect(await typeCode(address, await askForCode(address))).toMatchObject({ ok: true })
  })

  it('loses its state when it is removed, and starts anew when it is put back', async () => {
    await authorize('five@firm.example')
    await authorize('info@firm.example;five@firm.example')
    expect(await entry('info@firm.example')).toMatchObject({ state: 'not-verified' })
    expect(await entry('five@firm.example')).toMatchObject({ state: 'verified' })
    expect((await send('info@firm.example')).transcript).toContain('not verified yet')
  })

  it('holds back mail accepted earlier when it starts anew, and frees it once it is confirmed in MailUp', async () => {
    const address = 'five@firm.example'
    await postfix.halt()
    expect((await send(address)).code).toBe(0)
    const row = async () => (await app.ask('listMessages', { limit: 1 }))[0]
    await authorize('')
    await authorize('info@firm.example')
    expect(await row()).toMatchObject({
      mailFrom: address,
      state: 'held',
      holdReason: 'sender-not-authorized',
    })
    await authorize(address)
    expect(await row()).toMatchObject({ state: 'held' })
    await app.ask('confirmInMailUp', { id: 'office', entries: [address] })
    await app.inForce()
    expect((await row())?.state).not.toBe('held')
    expect(await entry(address)).toMatchObject({ state: 'verified', how: 'confirmed-in-mailup' })
    await postfix.start()
  })
})

describe('a code mail', () => {
  it('is never held by the rules it goes past, while its address is in the list', async () => {
    await postfix.halt()
    await authorize('five@firm.example;later@firm.example')
    const asked = await app.ask('askForCode', { id: 'office', address: 'later@firm.example' })
    if (!asked.ok) throw new Error(asked.reason)
    const row = async () => (await app.ask('showMessage', { id: asked.messageId }))?.summary
    await app.inForce()
    expect((await row())?.state).not.toBe('held')
    await authorize('five@firm.example')
    expect(await row()).toMatchObject({ state: 'held', holdReason: 'sender-not-authorized' })
    await authorize('five@firm.example;later@firm.example')
    await postfix.start()
    await app.ask('queueAction', { action: 'retry', ids: [asked.messageId] })
    await mailedCode('later@firm.example', asked.messageId)
  })

  it('that the server refuses is a failed message with the server’s words, and the entry goes on waiting', async () => {
    await postfix.answerRecipients({ '^refused@': '550 5.1.1 No such mailbox here' })
    await authorize('five@firm.example;refused@firm.example')
    const asked = await app.ask('askForCode', { id: 'office', address: 'refused@firm.example' })
    if (!asked.ok) throw new Error(asked.reason)
    await expect
      .poll(async () => (await app.ask('showMessage', { id: asked.messageId }))?.summary, { timeout: 10_000 })
      .toMatchObject({
        state: 'failed',
        reply: expect.stringMatching(/^550 5\.1\.1 .*No such mailbox here$/),
      })
    expect(await entry('refused@firm.example')).toMatchObject({ state: 'waiting' })
  })

  it('goes to nobody but entries of the senders list', async () => {
    const ask = (address: string) => app.ask('askForCode', { id: 'office', address })
    expect(await ask('stranger@else.example')).toEqual({ ok: false, reason: 'entry-unknown' })
    await authorize('five@firm.example', 'firm.example')
    expect(await ask('firm.example')).toEqual({ ok: false, reason: 'entry-unknown' })
    expect(await ask('five@firm.example')).toEqual({ ok: false, reason: 'already-verified' })
    expect(await app.ask('askForCode', { id: 'nobody', address: 'a@b.example' })).toMatchObject({
      reason: 'user-unknown',
    })
  })

  it('is asked for in the same breath as the address is saved', async () => {
    const rules = { authorizedDomains: '', unauthorizedSenders: 'block', alreadyVerified: false } as const
    await app.ask('setRules', {
      ...rules,
      id: 'office',
      authorizedSenders: 'five@firm.example;quick@firm.example',
    })
    expect(await askForCode('quick@firm.example')).not.toBe('')
  })
})

describe('a user who is not active', () => {
  it('is mailed no code, and once something is verified the app suggests to set it active', async () => {
    const { server, port, encryption, username, priority, note } = await app.user('office')
    const update = { id: 'office', server, port, encryption, username, priority, note }
    await authorize('new@firm.example')
    await app.ask('updateUser', { ...update, status: 'inactive' })
    const refused = { ok: false, reason: 'user-inactive' }
    expect(await app.ask('askForCode', { id: 'office', address: 'new@firm.example' })).toEqual(refused)
    expect(await app.user('office')).toMatchObject({ suggestActive: false, open: false })
    await app.ask('confirmInMailUp', { id: 'office', entries: ['new@firm.example'] })
    expect(await app.user('office')).toMatchObject({ suggestActive: true })
    await app.ask('updateUser', { ...update, status: 'active' })
    expect(await app.user('office')).toMatchObject({ suggestActive: false })
  })
})

describe('the practice user', () => {
  it('needs no verification', async () => {
    await app.ask('setRules', {
      id: 'practice',
      authorizedDomains: 'firm.example',
      authorizedSenders: '',
      unauthorizedSenders: 'block',
      alreadyVerified: false,
    })
    await app.inForce()
    expect((await app.user('practice')).entries).toMatchObject([{ state: 'verified', how: null }])
    const decided = await app.ask('trySender', { user: 'practice', mailFrom: 'x@firm.example' })
    expect(decided.decision).toBe('allow')
    expect(await app.ask('askForCode', { id: 'practice', address: 'x@firm.example' })).toMatchObject({
      reason: 'already-verified',
    })
  })
})
