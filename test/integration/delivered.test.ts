import { afterAll, describe, expect, it } from 'vitest'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'

const postfix = await startPostfix()
const office = await openOffice(postfix)
afterAll(async () => {
  await office.close()
  await postfix.stop()
})

/** The relay's own Received field is all that may stand above the message (RFC 5321 4.4). */
function withoutTrace(text: string): string {
  return text.replace(/^Received: from [^\r]+\r\n\twith ESMTPS?A id [^\r]+\r\n/, '')
}

describe('a message that may go out', () => {
  it('reaches the server over verified STARTTLS and AUTH, byte for byte', async () => {
    const message = writeMail({
      subject: '=?utf-8?q?Gr=C3=BC=C3=9Fe?=',
      body: [
        '.a line that starts with a dot',
        '..',
        '.',
        'caf\u00e9 \u20ac',
        '\ttab  ',
        'x'.repeat(900),
      ].join('\r\n'),
    })
    const sent = await office.send({ message, recipients: ['bytes@customer.example'] })
    expect(sent.code, sent.transcript).toBe(0)
    const arrived = await postfix.waitForMessage((m) => m.recipient === 'bytes@customer.example')
    expect(withoutTrace(Buffer.from(arrived.bytes, 'latin1').toString('utf8'))).toBe(message)
    expect(arrived.received).toContain('TLSv1.3')
    expect(arrived.received).toContain(`Authenticated sender: ${postfix.username}`)
  })

  it('keeps the envelope word for word: sender, tags, case, every recipient', async () => {
    const mailFrom = 'Info+Invoice.2026@Firm.Example'
    const recipients = ['Bob+x@Customer.Example', "o'hara@customer.example", 'bob@customer.example']
    const message = writeMail({ from: 'info@firm.example' })
    expect((await office.send({ mailFrom, recipients, message })).code).toBe(0)
    for (const recipient of recipients) {
      expect((await postfix.waitForMessage((m) => m.recipient === recipient)).mailFrom).toBe(mailFrom)
    }
  })

  it('is told as queued, then as delivered with the answer of the server', async () => {
    await office.send({ recipients: ['told@customer.example'] })
    const queued = await office.relay().waitFor('queued', (e) => e.recipients[0] === 'told@customer.example')
    expect(queued).toMatchObject({ login: 'accounting', user: 'office', mailFrom: 'info@firm.example' })
    const delivered = await office.relay().waitFor('delivered', (e) => e.id === queued.id)
    expect(delivered.recipients).toEqual(['told@customer.example'])
    expect(delivered.reply).toMatch(/^250 2\.0\.0 Ok: queued as \w+/)
  })

  it('is taken from a program that signs in with LOGIN, and from an address of the senders list', async () => {
    const sent = await office.send({
      authType: 'LOGIN',
      mailFrom: 'info@partner.example',
      recipients: ['login@customer.example'],
      message: writeMail({ from: 'info@partner.example' }),
    })
    expect(sent.code, sent.transcript).toBe(0)
    await postfix.waitForMessage((m) => m.recipient === 'login@customer.example')
  })

  it('of 20 MB arrives whole', { timeout: 60_000 }, async () => {
    const line = `${'0123456789abcdef'.repeat(4)}\r\n`
    const message = writeMail({ body: line.repeat(300_000) })
    expect((await office.send({ message, recipients: ['big@customer.example'] })).code).toBe(0)
    const arrived = await postfix.waitForMessage((m) => m.recipient === 'big@customer.example', 30_000)
    expect(withoutTrace(arrived.bytes) === message).toBe(true)
  })
})

describe('a receipt', () => {
  it('goes out with an empty envelope sender when its From is authorized', async () => {
    const sent = await office.send({ mailFrom: '<>', recipients: ['receipt@customer.example'] })
    expect(sent.code, sent.transcript).toBe(0)
    const arrived = await postfix.waitForMessage((m) => m.recipient === 'receipt@customer.example')
    expect(arrived.mailFrom).toBe('')
  })
})
