import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Listening, programPassword, startListening } from '../support/listening.ts'
import { openDialogue, type SmtpDialogue } from '../support/smtp-dialogue.ts'
import { waitUntil } from '../support/wait-until.ts'

const mail = 'From: user@good.example\r\n\r\nbody\r\n'
const token = Buffer.from(`\0program\0${programPassword}`).toString('base64')
const wholeMessage = `MAIL FROM:<user@good.example>\r\nRCPT TO:<v@x.example>\r\nDATA\r\n${mail}.\r\n`
const command = fc.oneof(
  { weight: 2, arbitrary: fc.constant(wholeMessage) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'EHLO a\r\n',
      'HELO a\r\n',
      `AUTH PLAIN ${token}\r\n`,
      'AUTH LOGIN\r\n',
      'AUTH PLAIN\r\n',
      `${token}\r\n`,
      '*\r\n',
      'MAIL FROM:<user@good.example>\r\nRCPT TO:<v@x.example>\r\nDATA\r\n',
      'MAIL FROM:<user@good.example>\r\n',
      'MAIL FROM:<ceo@evil.example>\r\n',
      'MAIL FROM:<>\r\n',
      'RCPT TO:<v@x.example>\r\n',
      'DATA\r\n',
      `${mail}.\r\n`,
      'From: ceo@evil.example\r\n\r\n.\r\n',
      '.\r\n',
      'RSET\r\n',
      'NOOP\r\n',
      'STARTTLS\r\n',
      'VRFY a\r\n',
      'HELP\r\n',
      'XCLIENT ADDR=127.0.0.1 LOGIN=program\r\n',
      'LHLO a\r\n',
      'WIZ x\r\n',
      '\r\n',
      '\n',
      '\r',
      '\0',
      '\x16\x03\x01\x02\x00\x01',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  },
)

let door: Listening
const warnings: Error[] = []
const warned = (warning: Error): void => void warnings.push(warning)
beforeAll(async () => {
  door = await startListening()
  process.on('warning', warned)
})
afterAll(async () => {
  process.off('warning', warned)
  await door.close()
})

/** Until the server has ended the connection, or has had nothing more to say between two looks. */
async function untilQuiet(client: SmtpDialogue): Promise<void> {
  let heard = -1
  await waitUntil('the server has no more to say', () => {
    const before = heard
    heard = client.socket().bytesRead
    return client.socket().destroyed || heard === before
  })
}

it('whatever bytes come, nothing foreign is kept, nothing is left open and the next program is served', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 40 }),
      fc.integer({ min: 1, max: 200 }),
      async (commands, piece) => {
        const client = await openDialogue(door.port)
        const bytes = ['EHLO a\r\n', `AUTH PLAIN ${token}\r\n`, ...commands].join('')
        for (let at = 0; at < bytes.length; at += piece) await client.write(bytes.slice(at, at + piece))
        await untilQuiet(client)
        client.close()
        // Garbage guesses passwords too: the name must not have to wait in the next round.
        door.passMs(600_000)
        await waitUntil('no message is left open', () => door.queue.open() === 0)
      },
    ),
    { numRuns: 100 },
  )
  expect(door.queue.kept.length).toBeGreaterThan(5)
  for (const { bytes, envelope } of door.queue.kept) {
    expect(bytes.toString('latin1')).not.toContain('evil')
    expect(['user@good.example', '']).toContain(envelope.mailFrom)
    expect(envelope.identities).toContain('header-from:user@good.example')
  }
  expect(warnings).toEqual([])
  const next = await door.signedIn()
  await next.envelope('user@good.example', ['v@x.example'])
  expect((await next.message(mail)).code).toBe(250)
}, 80_000)
