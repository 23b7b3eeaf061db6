import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { doorLimits } from '../../relay/listener/limits.ts'
import { createPasswordHash } from '../../relay/secrets/sign-in.ts'
import { type Listening, programLogin, startListening } from '../support/listening.ts'
import type { SmtpDialogue } from '../support/smtp-dialogue.ts'
import { waitUntil } from '../support/wait-until.ts'

const mail = 'From: user@good.example\r\n\r\nbody\r\n'

let door: Listening
beforeEach(async () => {
  door = await startListening()
})
afterEach(() => door.close())

const submit = async (client: SmtpDialogue): Promise<string> => {
  await client.envelope('user@good.example', ['v@x.example'])
  return (await client.message(mail)).line
}

describe('a sign-in with a limit of messages an hour', () => {
  beforeEach(() => door.configure({ logins: [{ ...programLogin, messagesPerHour: 2 }] }))

  it('is told when to try again, and may then', async () => {
    const client = await door.signedIn()
    expect(await submit(client)).toMatch(/^250 /)
    expect(await submit(client)).toMatch(/^250 /)
    const later = await client.send('MAIL FROM:<user@good.example>')
    expect(later.line).toMatch(
      /^450 4\.7\.0 This sign-in may send 2 messages an hour and has done so\. Try again in 6[01] minutes\.$/,
    )
    expect(door.notices.at(-1)).toMatchObject({
      reason: 'too-many-messages',
      login: 'program',
      user: 'office',
    })
    door.passMs(61 * 60_000)
    expect(await submit(await door.signedIn())).toMatch(/^250 /)
  })

  it('cannot pass it with many connections that all begin at once', async () => {
    const clients = [
      await door.signedIn(),
      await door.signedIn(),
      await door.signedIn(),
      await door.signedIn(),
    ]
    for (const client of clients) await client.envelope('user@good.example', ['v@x.example'])
    const answers = await Promise.all(clients.map((client) => client.message(mail)))
    expect(answers.map(({ code }) => code).toSorted((one, other) => one - other)).toEqual([
      250, 250, 450, 450,
    ])
    expect(door.queue.kept).toHaveLength(2)
    expect(door.queue.open()).toBe(0)
  })

  it('is not slowed by messages that were refused', async () => {
    const client = await door.signedIn()
    for (let refused = 0; refused < 5; refused += 1) {
      await client.envelope('user@good.example', ['v@x.example'])
      await client.message('From: ceo@evil.example\r\n\r\nbody\r\n')
    }
    expect(await submit(client)).toMatch(/^250 /)
  })
})

it("a sign-in's own number of recipients counts, where it is lower than everybody's", async () => {
  door.configure({ logins: [{ ...programLogin, recipients: 1 }], limits: { recipients: 5 } })
  const client = await door.signedIn()
  await client.send('MAIL FROM:<user@good.example>')
  expect((await client.send('RCPT TO:<a@x.example>')).code).toBe(250)
  expect((await client.send('RCPT TO:<b@x.example>')).line).toMatch(
    /^452 4\.5\.3 Too many recipients: at most 1/,
  )
})

describe('a sign-in whose rules change while it is connected', () => {
  it('is cut off when it is removed, or has a new password; the message under way is finished first', async () => {
    const idle = await door.signedIn()
    const busy = await door.signedIn()
    await busy.envelope('user@good.example', ['v@x.example'])
    await busy.write('From: user@good.example\r\n\r\nfirst line\r\n')
    await waitUntil('the message began', () => door.queue.open() === 1)
    door.configure({ logins: [{ ...programLogin, passwordHash: createPasswordHash('another password') }] })
    expect((await idle.next()).line).toMatch(/^421 4\.7\.0 This sign-in was removed or has a new password/)
    await idle.ended
    await busy.write('body\r\n.\r\n')
    expect((await busy.next()).code).toBe(250)
    expect((await busy.next()).code).toBe(421)
  })

  it('gets 525 at its next message when it is paused, and goes on when it is not any more', async () => {
    const client = await door.signedIn()
    door.configure({ logins: [{ ...programLogin, status: 'inactive' }] })
    expect((await client.send('MAIL FROM:<user@good.example>')).line).toMatch(
      /^525 5\.7\.13 This sign-in is paused/,
    )
    door.configure({})
    expect(await submit(client)).toMatch(/^250 /)
  })

  it('stays when others change', async () => {
    const client = await door.signedIn()
    door.configure({ logins: [programLogin, { ...programLogin, name: 'other' }] })
    expect((await client.send('NOOP')).code).toBe(250)
  })
})

describe('a connection', () => {
  it('may write command lines of 2,048 bytes, and of 12,300 to sign in', async () => {
    const client = await door.greet()
    const line = (length: number): string => `NOOP ${'x'.repeat(length - 5)}`
    expect((await client.send(line(doorLimits.commandBytes))).code).toBe(250)
    const long = await client.send(line(doorLimits.commandBytes + 1))
    expect(long.line).toMatch(/^500 5\.5\.2 This command line is too long/)
    expect((await client.send('NOOP')).code).toBe(250)
    const signIn = `AUTH PLAIN ${'A'.repeat(12_288)}`
    expect((await client.send(signIn)).code).toBe(501)
    expect((await client.send(`AUTH PLAIN ${'A'.repeat(12_400)}`)).line).toMatch(
      /^421 4\.7\.0 This line is too long/,
    )
    await client.ended
  })

  it('that never ends its line is ended before it fills the memory', async () => {
    const client = await door.greet()
    const answer = client.next()
    await client.write('x'.repeat(200_000))
    expect((await answer).line).toMatch(/^421 4\.7\.0 /)
    await client.ended
  })

  it('that only idles busily is ended; messages in between keep it alive', async () => {
    const client = await door.signedIn()
    const few = 'NOOP\r\nRSET\r\nVRFY a\r\n'.repeat(300)
    for (let round = 0; round < 2; round += 1) {
      await client.write(few)
      for (let at = 0; at < 900; at += 1) expect((await client.next()).code).toBeLessThan(300)
      expect(await submit(client)).toMatch(/^250 /)
    }
    await client.write(few.repeat(2))
    for (let at = 0; at < doorLimits.idleCommands; at += 1) await client.next()
    expect((await client.next()).line).toMatch(/^421 4\.7\.0 /)
    await client.ended
  })

  it('of ten unknown commands ends', async () => {
    const client = await door.greet()
    for (let at = 0; at < 9; at += 1) expect((await client.send('FOO')).code).toBe(500)
    expect((await client.send('FOO')).line).toMatch(/^421 4\.7\.0 /)
    await client.ended
  })

  it('that has long done nothing leaves its place to a newcomer when all are taken', async () => {
    door.configure({ limits: { connections: 3 } })
    const signedIn = await door.signedIn()
    const idle = await door.greet()
    const younger = await door.greet()
    expect((await door.greet().catch(() => null)) === null).toBe(true)
    door.passMs(doorLimits.makesRoomAfterMs + 1_000)
    const newcomer = await door.signedIn()
    expect((await idle.next()).line).toMatch(/^421 4\.7\.0 Too many connections/)
    for (const client of [signedIn, younger, newcomer]) expect((await client.send('NOOP')).code).toBe(250)
  })
})
