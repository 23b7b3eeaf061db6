import { afterAll, describe, expect, it } from 'vitest'
import { startPostfix } from '../../support/postfix.ts'
import { sendWithSwaks } from '../../support/swaks.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

const send = (more: { to?: string; password?: string } = {}) =>
  sendWithSwaks({
    server: postfix.host,
    port: postfix.port,
    caFile: postfix.caFile,
    username: postfix.username,
    password: more.password ?? postfix.password,
    mailFrom: 'info@firm.example',
    recipients: [more.to ?? 'ann@customer.example'],
    message: 'From: info@firm.example\r\nSubject: Hello\r\n\r\nHello\r\n.\r\n..\r\n',
  })

describe('a Postfix of a test', () => {
  it('takes mail with STARTTLS and AUTH and shows it byte for byte', async () => {
    const sent = await send()
    expect(sent.code, sent.transcript).toBe(0)
    const message = await postfix.waitForMessage((m) => m.recipient === 'ann@customer.example')
    expect(message.mailFrom).toBe('info@firm.example')
    expect(message.bytes).toBe('From: info@firm.example\r\nSubject: Hello\r\n\r\nHello\r\n.\r\n..\r\n')
    expect(message.received).toContain('TLSv1.3')
    expect(message.received).toContain('Authenticated sender: s12345_6')
  })

  it('refuses a wrong password, and recipients as told', async () => {
    expect((await send({ password: 'wrong' })).transcript).toContain('535 5.7.8')
    await postfix.answerRecipients({ '^nobody@': '550 5.1.1 No such mailbox', '^later@': '451 4.7.1 Later' })
    expect((await send({ to: 'nobody@x.example' })).transcript).toContain('550 5.1.1')
    expect((await send({ to: 'later@x.example' })).transcript).toContain('451 4.7.1')
    expect((await send({ to: 'other@x.example' })).code).toBe(0)
  })

  it('takes a new password at once, and comes back on the same port', async () => {
    await postfix.setPassword('a new one')
    expect((await send()).transcript).toContain('535 5.7.8')
    await postfix.halt()
    expect((await send({ password: 'a new one' })).code).not.toBe(0)
    await postfix.start()
    expect((await send({ password: 'a new one' })).code).toBe(0)
  })
})
