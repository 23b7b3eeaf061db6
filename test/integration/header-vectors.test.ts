import { afterAll, describe, expect, it } from 'vitest'
import { readHeaderVectors } from '../support/header-vectors.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { startConversation } from '../support/smtp-conversation.ts'

const postfix = await startPostfix()
const office = await openOffice(postfix, {
  user: { authorizedDomains: '', authorizedSenders: 'user@good.example' },
})
afterAll(async () => {
  await office.close()
  await postfix.stop()
})

/** Submits the exact bytes and gives the reply to the end of DATA. */
async function submit(bytes: Buffer, recipient: string): Promise<string> {
  const conversation = await startConversation(office.relay().port)
  await conversation.say('EHLO program.test')
  await conversation.startTls()
  await conversation.say('EHLO program.test')
  expect(await conversation.signIn(office.login.name, office.login.password)).toMatch(/^235/)
  expect(await conversation.say('MAIL FROM:<user@good.example>')).toMatch(/^250/)
  expect(await conversation.say(`RCPT TO:<${recipient}>`)).toMatch(/^250/)
  expect(await conversation.say('DATA')).toMatch(/^354/)
  const stuffed = bytes.toString('latin1').replaceAll(/^\./gm, '..')
  conversation.write(Buffer.from(stuffed, 'latin1'))
  const reply = await conversation.sayBytes(stuffed.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n')
  conversation.close()
  return reply
}

describe('a message submitted to the running relay', () => {
  it.each(readHeaderVectors())('$id, $why: $expected', async ({ id, expected, bytes }) => {
    const recipient = `${id.toLowerCase()}@customer.example`
    const reply = await submit(bytes, recipient)
    const relay = office.relay()
    if (expected === 'accept') {
      expect(reply).toMatch(/^250 2\.0\.0 /)
      const arrived = await postfix.waitForMessage((message) => message.recipient === recipient)
      // What the program left out (Date, Message-ID) may be added; nothing it wrote may change.
      for (const line of bytes.toString('latin1').split('\r\n')) {
        expect(arrived.bytes).toContain(line)
      }
    } else {
      expect(reply).toMatch(/^5\d\d 5\.\d\.\d .{10,}$/)
      expect(reply.length).toBeLessThanOrEqual(200)
      expect(relay.eventsNamed('queued').some((event) => event.recipients.includes(recipient))).toBe(false)
    }
  })
})
