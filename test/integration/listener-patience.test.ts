import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, programPassword, startListening } from '../support/listening.ts'
import type { SmtpDialogue } from '../support/smtp-dialogue.ts'
import { sendWithSwaks } from '../support/swaks.ts'
import { waitUntil } from '../support/wait-until.ts'

const header = 'From: user@good.example\r\nTo: v@x.example\r\nSubject: s\r\n'
const mail = `${header}\r\nbody\r\n`

let door: Listening
beforeEach(async () => {
  door = await startListening()
})
afterEach(() => door.close())

describe('a hurried program', () => {
  it('may send everything at once, and two messages on one connection', async () => {
    const client = await door.signedIn()
    const one = `MAIL FROM:<user@good.example>\r\nRCPT TO:<v@x.example>\r\nDATA\r\n${mail}.\r\n`
    await client.write(`${one}${one}NOOP\r\n`)
    const codes: number[] = []
    while (codes.length < 9) codes.push((await client.next()).code)
    expect(codes).toEqual([250, 250, 354, 250, 250, 250, 354, 250, 250])
    expect(door.queue.kept).toHaveLength(2)
  })

  it('that greets with HELO and ends lines with a lone LF is understood', async () => {
    const client = await door.greet()
    const token = Buffer.from(`\0program\0${programPassword}`).toString('base64')
    await client.write(`HELO program.test\nAUTH PLAIN ${token}\nMAIL FROM: <user@good.example>\n`)
    expect([(await client.next()).code, (await client.next()).code, (await client.next()).code]).toEqual([
      250, 235, 250,
    ])
  })
})

describe('encryption', () => {
  it('discards what was sent in clear behind STARTTLS', async () => {
    const client = await door.greet()
    await client.write('STARTTLS\r\nEHLO attacker.example\r\nMAIL FROM:<ceo@evil.example>\r\n')
    await client.next()
    // The handshake fails or the lines are gone; in neither case are they answered inside TLS.
    const outcome = await client.upgrade().then(
      () => 'encrypted',
      () => 'ended',
    )
    if (outcome === 'encrypted') {
      expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(503)
    }
    expect(door.notices).toEqual([])
  })

  it('forgets who had signed in before', async () => {
    const client = await door.signedIn()
    await client.send('MAIL FROM:<user@good.example>')
    await client.starttls()
    expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(503)
    await client.send('EHLO program.test')
    expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(530)
    expect((await client.send('RCPT TO:<v@x.example>')).code).toBe(530)
    expect((await client.signIn('program', programPassword)).code).toBe(235)
    expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(250)
  })

  it('shows our own certificate, and never speaks less than TLS 1.2', async () => {
    const client = await door.greet()
    const secured = await client.starttls({ ca: door.certificate.cert, minVersion: 'TLSv1.2' })
    expect(secured.authorized).toBe(true)
    expect(secured.getPeerCertificate().fingerprint256).toBe(door.certificate.fingerprint)
    expect((await client.send('EHLO program.test')).lines.join(' ')).not.toContain('STARTTLS')
    const old = await door.greet()
    await expect(
      old.starttls({
        rejectUnauthorized: false,
        maxVersion: 'TLSv1.1',
        minVersion: 'TLSv1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
    ).rejects.toThrow()
  })

  it('outlives a client that stalls in the handshake', async () => {
    await door.close()
    door = await startListening({}, { timeouts: { commandMs: 200 } })
    const client = await door.greet()
    await client.send('STARTTLS')
    await client.write(Buffer.from([0x16, 0x03, 0x01]))
    await waitUntil('the stalled connection was given up', () => client.socket().destroyed, 9_000)
    expect((await door.greet()).greeting.code).toBe(220)
  })

  it.each(['PLAIN', 'LOGIN'] as const)('and AUTH %s are what a real program uses', async (authType) => {
    const answer = await sendWithSwaks({
      port: door.port,
      caFile: door.certificate.certFile,
      username: 'program',
      password: programPassword,
      authType,
      mailFrom: 'user@good.example',
      recipients: ['v@x.example'],
      message: mail,
    })
    expect(answer.transcript).toContain('250 2.0.0 Accepted as m1')
    expect(door.queue.kept[0]?.bytes.toString('latin1')).toContain('with ESMTPSA id m1')
  })
})

describe('patience', () => {
  const stalled = async (client: SmtpDialogue, bytes: string): Promise<string> => {
    const reply = client.next().catch(() => null)
    await waitUntil(
      'the dripping client was cut off',
      async () => {
        if (!client.socket().destroyed) await client.write(bytes)
        return client.socket().destroyed
      },
      9_000,
    )
    return (await reply)?.line ?? ''
  }

  it('ends with a client that drips bytes of a command, before and after its sign-in', async () => {
    await door.close()
    door = await startListening({}, { timeouts: { commandMs: 150 } })
    expect(await stalled(await door.greet(), 'N')).toMatch(/^421 4\.4\.2 /)
    expect(await stalled(await door.signedIn(), 'N')).toMatch(/^421 4\.4\.2 /)
  })

  it('ends with a client that never signs in, however busy it is', async () => {
    await door.close()
    door = await startListening({}, { timeouts: { signInMs: 150 } })
    const client = await door.greet()
    await waitUntil('it was cut off', async () => {
      const reply = await client.send('NOOP').catch(() => null)
      return reply === null || reply.code === 421
    })
  })

  it('ends with a client that drips a message', async () => {
    await door.close()
    door = await startListening({}, { timeouts: { dataMs: 300 } })
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    await client.write(`${header}\r\n`)
    expect(await stalled(client, 'x')).toMatch(/^421 4\.4\.2 /)
    await waitUntil('nothing is left open', () => door.queue.open() === 0)
  })

  it('does not end while the client waits for us', async () => {
    await door.close()
    door = await startListening({}, { timeouts: { dataMs: 100, commandMs: 100, idleMs: 100 } })
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    door.queue.holdBack('commit')
    await client.write(`${mail}.\r\n`)
    const began = performance.now()
    await waitUntil('a while has passed', () => performance.now() - began > 400)
    door.queue.letGo()
    expect((await client.next()).code).toBe(250)
  })
})

describe('a flood', () => {
  it('of 300,000 recipients is answered without filling the memory', async () => {
    const client = await door.signedIn()
    await client.send('MAIL FROM:<user@good.example>')
    const block = Array.from(
      { length: 1_000 },
      (_, index) => `RCPT TO:<r${index}.${'x'.repeat(40)}@x.example>\r\n`,
    )
    const heapBefore = process.memoryUsage().rss
    let last = 0
    for (let round = 0; round < 300; round += 1) {
      await client.write(block.join('').replaceAll('<r', `<r${round}.`))
      for (let answers = 0; answers < 1_000; answers += 1) last = (await client.next()).code
    }
    expect(last).toBe(452)
    expect(process.memoryUsage().rss - heapBefore).toBeLessThan(100_000_000)
    expect(door.notices.length).toBeLessThan(100)
  }, 80_000)

  it('of failed sign-ins cools off, and leaves everybody else alone', async () => {
    const codes: number[] = []
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const client = await door.greet()
      codes.push((await client.signIn('program', `guess ${attempt}`)).code)
      client.close()
    }
    expect(codes.slice(0, 5)).toEqual([535, 535, 535, 535, 535])
    expect(codes.slice(5).every((code) => code === 421)).toBe(true)
    const client = await door.greet()
    expect((await client.signIn('program', programPassword)).code).toBe(421)
    door.passMs(31_000)
    const later = await door.greet()
    expect((await later.signIn('program', programPassword)).code).toBe(235)
  })

  it('of invented names gets 421, while a right password still passes', async () => {
    const codes: number[] = []
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const client = await door.greet()
      codes.push((await client.signIn(`name${attempt}`, 'guess')).code)
      client.close()
    }
    expect(codes[0]).toBe(535)
    expect(codes.at(-1)).toBe(421)
    expect((await (await door.greet()).signIn('program', programPassword)).code).toBe(235)
  })

  it('of guesses in one connection ends it', async () => {
    const client = await door.greet()
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect((await client.signIn(`name${attempt}`, 'guess')).code).toBe(535)
    }
    expect((await client.signIn('name5', 'guess')).line).toMatch(/^421 4\.7\.0 Too many failed/)
    await client.ended
  })

  it('of refused commands ends the connection', async () => {
    const client = await door.signedIn()
    await client.send('MAIL FROM:<user@good.example>')
    let code = 0
    for (let attempt = 0; attempt < 101 && code !== 421; attempt += 1) {
      code = (await client.send('RCPT TO:<a,b@x.example>').catch(() => client.next())).code
    }
    await client.ended
  })
})
