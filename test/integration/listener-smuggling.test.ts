import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, programPassword, startListening } from '../support/listening.ts'
import { openDialogue } from '../support/smtp-dialogue.ts'

const mail = 'From: user@good.example\r\nTo: v@x.example\r\nSubject: s\r\n\r\nbody\r\n'
const inside =
  'MAIL FROM:<ceo@evil.example>\r\nRCPT TO:<v@x.example>\r\nDATA\r\nFrom: ceo@evil.example\r\n\r\nhi\r\n'

let door: Listening
beforeEach(async () => {
  door = await startListening()
})
afterEach(() => door.close())

const storedBody = (): string => {
  const text = door.queue.kept.at(-1)?.bytes.toString('latin1') ?? ''
  return text.slice(text.indexOf('\r\n\r\n') + 4)
}

/** What some server somewhere takes, or once took, for the end of a message. Here only CRLF.CRLF is. */
const falseEnds = [
  '\n.\n',
  '\n.\r\n',
  '\r\n.\n',
  '\r\n.\r',
  '\r.\r',
  '\r.\r\n',
  '\r.\n',
  '\n.\r',
  '\n\n.\n\n',
  '\n\r.\n\r',
  '\r\n.\n\r',
  '\r\r.\r\r',
  '\r\r\n.\r\r\n',
  '\r\n.\r\r\n',
  '\r\n\r.\r\n',
  '\r\n.\0\r\n',
  '\r\n\0.\r\n',
  '\r\n.\r\0\n',
  '\r\n. \r\n',
  '\r\n.\t\r\n',
  '\r\n .\r\n',
  '\r\n..\r\n',
  '\r\n.\x1a\r\n',
  '\r\n.\x0b\r\n',
  '\x0b.\x0b',
  '\x0c.\x0c',
  '\x85.\x85',
  '\r\n.\x85',
  '\xe2\x80\xa8.\xe2\x80\xa8',
]

describe('the end of a message', () => {
  // A lone CR or a NUL is refused wherever it stands; a lone LF is CRLF before anybody looks.
  const isRefused = (text: string): boolean => /\r(?!\n)|\0/.test(text)

  for (const [way, pieceLength] of [
    ['whole', 10_000],
    ['byte by byte', 1],
  ] as const) {
    it.each(falseEnds)(`is never %j, sent ${way}`, async (falseEnd) => {
      const client = await door.signedIn()
      await client.envelope('user@good.example', ['v@x.example'])
      const bytes = `${mail}one${falseEnd}${inside}two\r\n.\r\n`
      for (let at = 0; at < bytes.length; at += pieceLength)
        await client.write(bytes.slice(at, at + pieceLength))
      const reply = await client.next()
      // One answer to one message: the next is already that of NOOP.
      expect((await client.send('NOOP')).line).toBe('250 2.0.0 OK')
      if (isRefused(falseEnd)) expect(reply.line).toMatch(/^554 5\.6\.0 /)
      else {
        expect(reply.code).toBe(250)
        const unstuffed = `body\r\none${falseEnd}${inside}two\r\n`.replaceAll('\r\n..', '\r\n.')
        expect(storedBody()).toBe(unstuffed.replaceAll(/\r?\n/g, '\r\n'))
      }
      expect(door.queue.kept).toHaveLength(isRefused(falseEnd) ? 0 : 1)
      expect(door.queue.open()).toBe(0)
    })
  }

  it('is found wherever packets are cut, and what follows it is the next command', async () => {
    const client = await door.signedIn()
    const bytes = `${mail}.\r\nNOOP\r\n`
    for (let cut = bytes.length - 12; cut < bytes.length; cut += 1) {
      await client.envelope('user@good.example', ['v@x.example'])
      await client.write(bytes.slice(0, cut))
      await client.write(bytes.slice(cut))
      expect([(await client.next()).code, (await client.next()).code]).toEqual([250, 250])
      expect(storedBody()).toBe('body\r\n')
    }
  })

  it('may be followed by a whole message that is judged like any other', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    await client.write(`${mail}.\r\n${inside}.\r\nRSET\r\n`)
    const codes = [(await client.next()).code, (await client.next()).code, (await client.next()).code]
    expect(codes).toEqual([250, 550, 503])
    expect(door.queue.kept).toHaveLength(1)
    expect(storedBody()).toBe('body\r\n')
  })
})

describe('STARTTLS', () => {
  const token = Buffer.from(`\0program\0${programPassword}`).toString('base64')
  const whole = `EHLO a\r\nAUTH PLAIN ${token}\r\nMAIL FROM:<user@good.example>\r\nRCPT TO:<v@x.example>\r\nDATA\r\n${mail}.\r\n`

  it.each([
    ['a command', 'NOOP\r\n'],
    ['half a command', 'MAIL FROM:<user@good.example>'],
    ['a whole message', whole],
    ['hundreds of commands before a message', `${'NOOP\r\n'.repeat(350)}${whole}`],
    ['another STARTTLS', 'STARTTLS\r\nEHLO a\r\n'],
  ])('with %s behind it in clear: none of it is answered or done', async (_what, behind) => {
    const client = await openDialogue(door.port)
    await client.send('EHLO a')
    await client.write(`STARTTLS\r\n${behind}`)
    expect((await client.next()).code).toBe(220)
    const encrypted = await client.upgrade().then(
      () => true,
      () => false,
    )
    if (encrypted) {
      // The first answer inside TLS is that to the first command inside TLS, of somebody unknown.
      expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(503)
      await client.send('EHLO a')
      expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(530)
      expect((await client.send('NOOP')).code).toBe(250)
    }
    client.close()
    expect(door.queue.kept).toHaveLength(0)
    expect(door.notices).toEqual([])
  })

  it('forgets a message begun before it', async () => {
    const client = await door.signedIn()
    await client.send('MAIL FROM:<user@good.example>')
    await client.send('RCPT TO:<v@x.example>')
    await client.starttls()
    await client.send('EHLO a')
    expect((await client.send('DATA')).code).toBe(503)
    expect((await client.signIn('program', programPassword)).code).toBe(235)
    expect((await client.send('DATA')).code).toBe(503)
  })
})
