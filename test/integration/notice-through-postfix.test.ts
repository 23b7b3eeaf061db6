import { simpleParser } from 'mailparser'
import { afterAll, describe, expect, it } from 'vitest'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { openDialogue } from '../support/smtp-dialogue.ts'
import { waitUntil } from '../support/wait-until.ts'

const postfix = await startPostfix()
await postfix.answerRecipients({
  '^nobody@': '550 5.1.1 No such mailbox here',
  '^lost@firm': '550 5.1.1 Gone',
})
const office = await openOffice(postfix, { user: { failureNotices: 'always', unauthorizedSenders: 'alert' } })
afterAll(async () => {
  await office.close()
  await postfix.stop()
})

const refused = (mailFrom: string, from = mailFrom, other = 'nobody@customer.example') =>
  office.send({ mailFrom, recipients: [other], message: writeMail({ from }) })

describe('a message that Postfix refuses', () => {
  it('comes back to its sender as a report, through the same server', async () => {
    expect((await refused('info@firm.example')).code).toBe(0)
    const notice = await postfix.waitForMessage(({ recipient }) => recipient === 'info@firm.example')
    expect(notice.mailFrom).toBe('')
    expect(notice.received).toContain(`Authenticated sender: ${postfix.username}`)
    const parsed = await simpleParser(Buffer.from(notice.bytes, 'latin1'))
    expect(parsed.text).toMatch(
      /nobody@customer\.example\n\s+127\.0\.0\.1 answered: 550 5\.1\.1 .*No such mailbox here/,
    )
    expect(notice.bytes).toContain('Final-Recipient: rfc822; nobody@customer.example\r\n')
    expect(parsed.attachments.map(({ contentType }) => contentType)).toEqual(['text/rfc822-headers'])
  })

  it('comes back to nobody else, and a notice that is refused too brings forth no other', async () => {
    await refused('<>', 'info@firm.example')
    await refused('stranger@elsewhere.example')
    await refused('lost@firm.example')
    const relay = office.relay()
    const lost = await relay.waitFor('queued', ({ recipients }) => recipients[0] === 'lost@firm.example')
    await relay.waitFor('failed', ({ id }) => id === lost.id)
    // Whatever the failures bring forth is in the queue before a message that comes after them all.
    await office.send({ recipients: ['last@customer.example'] })
    await postfix.waitForMessage(({ recipient }) => recipient === 'last@customer.example')
    const written = relay
      .eventsNamed('queued')
      .filter(({ mailFrom, login }) => mailFrom === '' && login !== 'accounting')
    expect(written.map(({ recipients }) => recipients)).toEqual([
      ['info@firm.example'],
      ['lost@firm.example'],
    ])
  })
})

describe('a message whose sender asked to hear of success', () => {
  const send = async (recipient: string): Promise<void> => {
    const dialogue = await openDialogue(office.relay().port)
    await dialogue.send('EHLO website.test')
    await dialogue.signIn(office.login.name, office.login.password)
    await dialogue.send('MAIL FROM:<asks@firm.example>')
    await dialogue.send(`RCPT TO:<${recipient}> NOTIFY=SUCCESS`)
    await dialogue.send('DATA')
    expect((await dialogue.message(Buffer.from(writeMail({ from: 'asks@firm.example' })))).code).toBe(250)
    dialogue.close()
  }
  const toldBy = (action: string) => async () =>
    (await postfix.messages()).filter(
      ({ recipient, bytes }) => recipient === 'asks@firm.example' && bytes.includes(`Action: ${action}`),
    )

  it('is answered for by Postfix, and by the relay where Postfix offers no DSN', async () => {
    await send('first@customer.example')
    await waitUntil('Postfix to tell', async () => (await toldBy('delivered')()).length === 1)
    expect(await toldBy('relayed')()).toEqual([])
    await postfix.hideKeyword('dsn')
    await send('second@customer.example')
    const [notice] = await waitUntil('the relay to tell', async () => {
      const told = await toldBy('relayed')()
      return told.length > 0 && told
    })
    expect(notice?.mailFrom).toBe('')
    expect(notice?.bytes).toContain('Final-Recipient: rfc822; second@customer.example\r\n')
    expect(await toldBy('delivered')()).toHaveLength(1)
  })
})
