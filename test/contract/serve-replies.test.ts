import { afterAll, describe, expect, it } from 'vitest'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { type SmtpConversation, startConversation } from '../support/smtp-conversation.ts'
import { waitUntil } from '../support/wait-until.ts'

const postfix = await startPostfix()
const office = await openOffice(postfix, {
  more: { limits: { messageBytes: 20_000, recipients: 3, connections: 8, connectionsPerLogin: 2 } },
})
afterAll(async () => {
  await office.close()
  await postfix.stop()
})

/** A session in STARTTLS; closed by the caller. */
async function encrypted(): Promise<SmtpConversation> {
  const session = await startConversation(office.relay().port)
  await session.say('EHLO program.test')
  await session.startTls()
  await session.say('EHLO program.test')
  return session
}

async function signedIn(): Promise<SmtpConversation> {
  const session = await encrypted()
  expect(await session.signIn(office.login.name, office.login.password)).toMatch(/^235 2\.7\.0 /)
  return session
}

describe('the relay offers', () => {
  it('STARTTLS, AUTH PLAIN and LOGIN, 8BITMIME and its size limit', async () => {
    const session = await startConversation(office.relay().port)
    expect(await session.say('EHLO program.test')).toContain('STARTTLS')
    await session.startTls()
    const offer = await session.say('EHLO program.test')
    expect(offer).toMatch(/AUTH (?=.*PLAIN)(?=.*LOGIN)/)
    expect(offer).toContain('8BITMIME')
    expect(offer).toContain('SIZE 20000')
    session.close()
  })
})

describe('the relay answers', () => {
  it('530 5.7.0 to mail before signing in', async () => {
    const session = await encrypted()
    expect(await session.say('MAIL FROM:<info@firm.example>')).toMatch(/^530 5\.7\.0 /)
    session.close()
  })

  it('535 5.7.8 to a wrong name or password, the same words for both', async () => {
    const session = await encrypted()
    const wrongPassword = await session.signIn('accounting', 'wrong')
    const wrongName = await session.signIn('nobody', office.login.password)
    expect(wrongPassword).toMatch(/^535 5\.7\.8 /)
    expect(wrongName).toBe(wrongPassword)
    await office.relay().waitFor('refused', (event) => event.reason === 'sign-in-failed')
    session.close()
  })

  it('503 5.5.1 out of order', async () => {
    const session = await signedIn()
    expect(await session.say('RCPT TO:<ann@customer.example>')).toMatch(/^503 5\.5\.1 /)
    expect(await session.say('DATA')).toMatch(/^503 5\.5\.1 /)
    await session.say('MAIL FROM:<info@firm.example>')
    expect(await session.say('DATA')).toMatch(/^503 5\.5\.1 /)
    session.close()
  })

  it.each([
    'a,ceo@evil.example',
    'a;c@b.example',
    'a(c)@b.example',
    '@relay.example:info@firm.example',
    'info@firm.example>,<ceo@evil.example',
    'in fo@firm.example',
    'info\tx@firm.example',
    'info',
  ])('501 5.1.7 to the sender and 501 5.1.3 to the recipient <%s>', async (address) => {
    const session = await signedIn()
    expect(await session.say(`MAIL FROM:<${address}>`)).toMatch(/^501 5\.1\.7 /)
    await session.say('MAIL FROM:<info@firm.example>')
    expect(await session.say(`RCPT TO:<${address}>`)).toMatch(/^501 5\.1\.3 /)
    session.close()
  })

  it('452 4.5.3 to one recipient too many, and takes the message for the others', async () => {
    const session = await signedIn()
    await session.say('MAIL FROM:<info@firm.example>')
    for (const name of ['a', 'b', 'c']) {
      expect(await session.say(`RCPT TO:<${name}@limit.example>`)).toMatch(/^250/)
    }
    expect(await session.say('RCPT TO:<d@limit.example>')).toMatch(/^452 4\.5\.3 /)
    expect(await session.say('DATA')).toMatch(/^354/)
    expect(await session.sayBytes(`${writeMail()}.\r\n`)).toMatch(/^250 2\.0\.0 /)
    await office.relay().waitFor('refused', (event) => event.reason === 'too-many-recipients')
    const queued = await office.relay().waitFor('queued', (e) => e.recipients.includes('a@limit.example'))
    expect(queued.recipients).toEqual(['a@limit.example', 'b@limit.example', 'c@limit.example'])
    session.close()
  })

  it('552 5.3.4 to a message too large, declared or not', async () => {
    const session = await signedIn()
    expect(await session.say('MAIL FROM:<info@firm.example> SIZE=20001')).toMatch(/^552 5\.3\.4 /)
    await session.say('MAIL FROM:<info@firm.example>')
    await session.say('RCPT TO:<ann@customer.example>')
    await session.say('DATA')
    const large = writeMail({ body: 'a line\r\n'.repeat(3_000) })
    expect(await session.sayBytes(`${large}.\r\n`)).toMatch(/^552 5\.3\.4 /)
    await office.relay().waitFor('refused', (event) => event.reason === 'too-large')
    session.close()
  })

  it.each([
    ['a bare CR', writeMail({ subject: 'x\rFrom: ceo@evil.example' })],
    ['a NUL', writeMail({ body: 'x\0y' })],
    ['no From', writeMail().replace(/^From: .*\r\n/, '')],
  ])('554 5.6.0 to a message with %s', async (_, message) => {
    const session = await signedIn()
    await session.say('MAIL FROM:<info@firm.example>')
    await session.say('RCPT TO:<ann@customer.example>')
    await session.say('DATA')
    expect(await session.sayBytes(`${message}.\r\n`)).toMatch(/^554 5\.6\.0 /)
    await office.relay().waitFor('refused', (event) => event.reason === 'headers-malformed')
    session.close()
  })

  it('421 4.7.0 to one connection too many of a sign-in, and in all', async () => {
    const two = [await signedIn(), await signedIn()]
    const third = await encrypted()
    expect(await third.signIn(office.login.name, office.login.password)).toMatch(/^421 4\.7\.0 /)
    await office.relay().waitFor('refused', (event) => event.reason === 'too-many-connections')
    const more: SmtpConversation[] = []
    let greeting = ''
    for (let count = 0; count < 10 && !greeting.startsWith('421'); count += 1) {
      const session = await startConversation(office.relay().port)
      greeting = session.greeting
      more.push(session)
    }
    expect(greeting).toMatch(/^421 4\.7\.0 /)
    for (const session of [...two, third, ...more]) {
      session.close()
    }
    // The next test starts when the relay has seen them go.
    await waitUntil('a place to be free again', async () => {
      const session = await startConversation(office.relay().port)
      session.close()
      return session.greeting.startsWith('220')
    })
  })

  it('421 4.7.0 after many wrong passwords for one name, and other names go on', async () => {
    const session = await encrypted()
    let answer = ''
    for (let attempt = 0; attempt < 10 && !answer.startsWith('421'); attempt += 1) {
      answer = await session.signIn('scanner', 'wrong')
    }
    expect(answer).toMatch(/^421 4\.7\.0 /)
    session.close()
    const other = await signedIn()
    other.close()
  })
})
