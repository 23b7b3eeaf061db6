import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Listening,
  officeUser,
  programLogin,
  programPassword,
  startListening,
} from '../support/listening.ts'
import { waitUntil } from '../support/wait-until.ts'
import { writtenForPeople } from '../support/written-for-people.ts'

const mail = 'From: user@good.example\r\nTo: v@x.example\r\nSubject: s\r\n\r\nbody\r\n'

describe('the relay answers', () => {
  let door: Listening
  beforeEach(async () => {
    door = await startListening()
  })
  afterEach(() => door.close())

  const refused = (): unknown[] => door.notices.filter((notice) => notice.event === 'refused')
  const alerts = (): unknown[] => door.notices.filter((notice) => notice.event === 'alert')

  it('with its greeting at once, and says what it can do', async () => {
    const began = performance.now()
    const client = await door.greet()
    expect(performance.now() - began).toBeLessThan(90)
    const { lines } = await client.send('EHLO program.test')
    expect(lines.slice(1).map((line) => line.slice(4))).toEqual([
      'PIPELINING',
      '8BITMIME',
      'SMTPUTF8',
      'ENHANCEDSTATUSCODES',
      'DSN',
      'SIZE 26214400',
      'AUTH PLAIN LOGIN',
      'STARTTLS',
    ])
  })

  it('250 2.0.0 only once the message is on disk', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example', 'w@x.example'])
    door.queue.holdBack('commit')
    await client.write(`${mail}.\r\n`)
    let answered = false
    const answer = client.next().finally(() => {
      answered = true
    })
    await waitUntil('the queue was asked to keep it', () => door.queue.waiting())
    await door.greet()
    expect(answered).toBe(false)
    door.queue.letGo()
    expect((await answer).line).toBe('250 2.0.0 Accepted as m1: safe on disk, SMTP+ Companion sends it now.')
    const bytes = door.queue.kept[0]?.bytes.length
    expect(door.notices).toEqual([
      {
        event: 'queued',
        id: 'm1',
        login: 'program',
        user: 'office',
        mailFrom: 'user@good.example',
        recipients: ['v@x.example', 'w@x.example'],
        bytes,
      },
    ])
  })

  it('550 5.7.1 to a foreign envelope sender, naming it and who may', async () => {
    const client = await door.signedIn()
    const reply = await client.send('MAIL FROM:<boss@bank.example>')
    expect(reply.line).toBe(
      '550 5.7.1 boss@bank.example may not send through SMTP+ user office. ' +
        'Authorized: good.example, info@partner.example. To allow it, open SMTP+ Companion, Alerts.',
    )
    writtenForPeople(reply)
    const who = { login: 'program', user: 'office' }
    expect(door.notices).toEqual([
      {
        event: 'refused',
        ...who,
        reason: 'sender-not-authorized',
        identity: 'mail-from',
        address: 'boss@bank.example',
        reply: reply.line,
      },
      { event: 'alert', ...who, kind: 'unauthorized-sender', about: 'boss@bank.example' },
    ])
  })

  it('550 5.7.1 to a foreign From, Sender or Resent-From behind an authorized envelope', async () => {
    const client = await door.signedIn()
    const fields = {
      'header-from': 'From: ceo@evil.example\r\n',
      sender: 'From: user@good.example\r\nSender: ceo@evil.example\r\n',
      'resent-from': 'From: user@good.example\r\nResent-From: ceo@evil.example\r\n',
    }
    for (const [identity, header] of Object.entries(fields)) {
      await client.envelope('user@good.example', ['v@x.example'])
      const reply = await client.message(`${header}\r\nbody\r\n`)
      expect(reply.line).toMatch(/^550 5\.7\.1 ceo@evil\.example \(in [A-Z][A-Za-z-]+\) may not send/)
      writtenForPeople(reply)
      expect(refused().at(-1)).toMatchObject({ identity, address: 'ceo@evil.example' })
    }
    expect(door.queue.kept).toHaveLength(0)
  })

  it('250 to an unauthorized sender when the user says alert, and raises one alert', async () => {
    door.configure({ users: [{ ...officeUser, unauthorizedSenders: 'alert' }] })
    const client = await door.signedIn()
    await client.envelope('boss@bank.example', ['v@x.example'])
    expect((await client.message(mail)).code).toBe(250)
    expect(refused()).toEqual([])
    expect(alerts()).toMatchObject([{ kind: 'unauthorized-sender', about: 'boss@bank.example' }])
  })

  it('250 to a receipt with the null sender and an authorized From only', async () => {
    const client = await door.signedIn()
    await client.envelope('', ['v@x.example'])
    expect((await client.message(mail)).code).toBe(250)
    await client.envelope('', ['v@x.example'])
    const reply = await client.message('From: ceo@evil.example\r\n\r\nbody\r\n')
    expect(reply.line).toMatch(/^550 5\.7\.1 /)
    writtenForPeople(reply)
    expect(door.queue.kept).toHaveLength(1)
  })

  it('554 5.6.0 to headers that two programs could read differently, naming the field', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    const reply = await client.message(`From: user@good.example\r\n${mail}`)
    expect(reply.line).toBe('554 5.6.0 The message has more than one From header. Keep one.')
    expect(refused()).toMatchObject([{ reason: 'headers-malformed', login: 'program', user: 'office' }])
  })

  it('503 5.5.1 to commands out of order', async () => {
    const client = await door.signedIn()
    expect((await client.send('RCPT TO:<v@x.example>')).line).toMatch(/^503 5\.5\.1 .*MAIL FROM/)
    expect((await client.send('DATA')).line).toMatch(/^503 5\.5\.1 .*MAIL FROM/)
    await client.send('MAIL FROM:<user@good.example>')
    expect((await client.send('DATA')).line).toMatch(/^503 5\.5\.1 .*RCPT TO/)
    expect((await client.send('MAIL FROM:<user@good.example>')).line).toMatch(/^503 5\.5\.1 /)
    expect((await client.signIn('program', programPassword)).line).toMatch(/^503 5\.5\.1 /)
    await client.send('RSET')
    expect((await client.signIn('program', programPassword)).line).toMatch(/^503 5\.5\.1 /)
    const stranger = await door.greet()
    await stranger.send('HELO')
    expect((await stranger.send('STARTTLS now')).code).toBe(501)
  })

  it('552 5.3.4 to a message too large, whether it says so or not', async () => {
    door.configure({ limits: { messageBytes: 2_000 } })
    const client = await door.signedIn()
    const declared = await client.send('MAIL FROM:<user@good.example> SIZE=2001')
    expect(declared.line).toMatch(/^552 5\.3\.4 The message is larger than 2000 bytes/)
    await client.envelope('user@good.example', ['v@x.example'])
    const sent = await client.message(`${mail}${'x'.repeat(78)}\r\n`.padEnd(2_100, 'y'))
    expect(sent.line).toBe(declared.line)
    await client.envelope('user@good.example', ['v@x.example'])
    expect((await client.message(mail)).code).toBe(250)
    expect(door.queue.kept).toHaveLength(1)
    expect(door.queue.open()).toBe(0)
    expect(refused()).toMatchObject([{ reason: 'too-large' }, { reason: 'too-large' }])
  })

  it('452 4.3.1 when the disk is full, before the message or after it', async () => {
    const client = await door.signedIn()
    door.queue.failWith({ reason: 'storage-full' })
    await client.envelope('user@good.example', ['v@x.example'])
    const late = await client.message(mail)
    expect(late.line).toMatch(/^452 4\.3\.1 /)
    writtenForPeople(late)
    door.queue.failWith({ reason: 'storage-failed', message: 'EIO' })
    await client.envelope('user@good.example', ['v@x.example'])
    expect((await client.message(mail)).line).toMatch(/^452 4\.3\.1 /)
    door.queue.noRoom()
    expect((await client.send('MAIL FROM:<user@good.example>')).line).toBe(late.line)
    expect(refused()).toMatchObject([{ reason: 'storage' }, { reason: 'storage' }, { reason: 'storage' }])
  })

  it('452 4.5.3 to one recipient too many, and takes the message for the others', async () => {
    door.configure({ limits: { recipients: 2 } })
    const client = await door.signedIn()
    await client.send('MAIL FROM:<user@good.example>')
    await client.send('RCPT TO:<a@x.example>')
    await client.send('RCPT TO:<b@x.example>')
    expect((await client.send('RCPT TO:<a@x.example>')).code).toBe(250)
    const reply = await client.send('RCPT TO:<c@x.example>')
    expect(reply.line).toMatch(/^452 4\.5\.3 Too many recipients: at most 2/)
    await client.send('DATA')
    expect((await client.message(mail)).code).toBe(250)
    expect(door.queue.kept[0]?.envelope.recipients).toEqual(['a@x.example', 'b@x.example'])
    expect(refused()).toMatchObject([{ reason: 'too-many-recipients' }])
  })

  it('421 4.7.0 to a connection too many, in all and of one sign-in', async () => {
    door.configure({ limits: { connections: 3, connectionsPerLogin: 1 } })
    const first = await door.signedIn()
    const second = await door.greet()
    const reply = await second.signIn('program', programPassword)
    expect(reply.line).toMatch(/^421 4\.7\.0 Too many connections with this sign-in/)
    await second.ended
    first.close()
    const third = await door.greet()
    await door.greet()
    await door.greet().catch(() => null)
    const outside = await door.greet().catch((fault: unknown) => String(fault))
    expect(outside).toContain('ended')
    third.close()
    expect(refused()).toMatchObject([
      { reason: 'too-many-connections', login: 'program' },
      { reason: 'too-many-connections', login: null },
    ])
  })

  it('500 5.5.2 to what is no command, and drops what speaks HTTP', async () => {
    const client = await door.greet()
    expect((await client.send('WIZ now')).line).toMatch(/^500 5\.5\.2 /)
    const browser = await door.greet()
    await browser.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nMAIL FROM:<user@good.example>\r\n')
    await browser.ended
    await expect(browser.next()).rejects.toThrow('ended')
  })

  it('with ASCII sentences of at most 200 characters also for the longest names', async () => {
    const long = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(50)}.example`
    const senders = Array.from({ length: 40 }, (_, index) => `person${index}@partner.example`).join(';')
    door.configure({
      users: [{ ...officeUser, id: 'ü'.repeat(64), authorizedSenders: senders }],
      logins: [{ ...programLogin, user: 'ü'.repeat(64) }],
    })
    const client = await door.signedIn()
    const reply = await client.send(`MAIL FROM:<${long}>`)
    expect(reply.line).toMatch(/^550 5\.7\.1 a+/)
    writtenForPeople(reply)
  })
})
