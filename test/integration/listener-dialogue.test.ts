import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, programPassword, startListening } from '../support/listening.ts'
import { openDialogue, type SmtpDialogue } from '../support/smtp-dialogue.ts'

const mail = 'From: user@good.example\r\nSubject: s\r\n\r\nbody\r\n'

let door: Listening
beforeAll(async () => {
  door = await startListening()
})
afterAll(async () => {
  await door.close()
})

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const right = base64(`\0program\0${programPassword}`)
const name = base64('program')
const password = base64(programPassword)

/** Lines one after the other, each behind the code of its answer. */
async function converse(client: SmtpDialogue, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const line = step.slice(4)
    expect(`${(await client.send(line)).code} ${line}`).toBe(step)
  }
}

describe('the dialogue', () => {
  it.each<[string, readonly string[]]>([
    ['AUTH PLAIN at once', [`235 AUTH PLAIN ${right}`]],
    ['AUTH PLAIN in two steps', ['334 AUTH PLAIN', `235 ${right}`]],
    ['AUTH LOGIN in three steps', ['334 AUTH LOGIN', `334 ${name}`, `235 ${password}`]],
    ['AUTH LOGIN with the name at once', [`334 AUTH LOGIN ${name}`, `235 ${password}`]],
    ['in small letters', [`235 auth plain ${right}`, '250 mail from:<user@good.example>']],
    ['PLAIN cancelled, then right', ['334 AUTH PLAIN', '501 *', `235 AUTH PLAIN ${right}`]],
    ['LOGIN cancelled at the name', ['334 AUTH LOGIN', '501 *', '250 NOOP']],
    ['LOGIN cancelled at the password', ['334 AUTH LOGIN', `334 ${name}`, '501 *', '250 NOOP']],
    ['AUTH twice', [`235 AUTH PLAIN ${right}`, `503 AUTH PLAIN ${right}`]],
    [
      'AUTH in a message',
      [`235 AUTH PLAIN ${right}`, '250 MAIL FROM:<user@good.example>', `503 AUTH PLAIN ${right}`],
    ],
    ['an unknown method', ['504 AUTH CRAM-MD5', '504 AUTH XOAUTH2 x', '504 AUTH']],
    [
      'a token that is none',
      ['501 AUTH PLAIN !!!', '501 AUTH PLAIN =', `501 AUTH PLAIN ${base64('program')}`],
    ],
    ['to act in the name of another', [`535 AUTH PLAIN ${base64(`boss\0program\0${programPassword}`)}`]],
    ['an HTTP word as a password', ['334 AUTH LOGIN', `334 ${name}`, '535 Host: x', '250 NOOP']],
    [
      'EHLO twice keeps who signed in',
      [`235 AUTH PLAIN ${right}`, '250 EHLO b', '250 MAIL FROM:<user@good.example>'],
    ],
    [
      'EHLO ends the message under way',
      [
        `235 AUTH PLAIN ${right}`,
        '250 MAIL FROM:<user@good.example>',
        '250 EHLO b',
        '503 RCPT TO:<v@x.example>',
      ],
    ],
    [
      'RSET ends it too',
      [
        `235 AUTH PLAIN ${right}`,
        '250 MAIL FROM:<user@good.example>',
        '250 RSET',
        '503 RCPT TO:<v@x.example>',
      ],
    ],
    [
      'small talk',
      ['250 NOOP', '250 NOOP x', '214 HELP', '252 VRFY user', '500 EXPN all', '250 RSET', '221 QUIT'],
    ],
    ['DATA without anything', ['503 DATA', '530 RCPT TO:<v@x.example>']],
    [
      'XCLIENT and friends',
      [
        '500 XCLIENT LOGIN=program',
        '500 XFORWARD NAME=x',
        '500 WIZ',
        '500 LHLO a',
        '500 BDAT 1',
        '500 ETRN x',
      ],
    ],
    ['a NUL in a command', ['500 NO\0OP', '250 NOOP']],
  ])('%s', async (_what, steps) => {
    await converse(await door.greet(), steps)
  })

  it('before any greeting is out of order', async () => {
    const client = await openDialogue(door.port)
    await converse(client, ['503 MAIL FROM:<user@good.example>', `503 AUTH PLAIN ${right}`, '250 HELO a'])
    expect((await client.send(`AUTH PLAIN ${right}`)).code).toBe(235)
  })

  it('may come in one packet with both sign-in and message, and QUIT behind it', async () => {
    const client = await openDialogue(door.port)
    const before = door.queue.kept.length
    const envelope =
      'MAIL FROM:<user@good.example>\r\nRCPT TO:<v@x.example>\r\nRCPT TO:<w@x.example>\r\nDATA\r\n'
    await client.write(`EHLO a\r\nAUTH PLAIN ${right}\r\n${envelope}${mail}.\r\nQUIT\r\n`)
    const codes: number[] = []
    while (codes.at(-1) !== 221) codes.push((await client.next()).code)
    expect(codes).toEqual([250, 235, 250, 250, 250, 354, 250, 221])
    expect(door.queue.kept).toHaveLength(before + 1)
  })

  it('whose MAIL was refused in a pipeline takes no message by mistake', async () => {
    const client = await door.signedIn()
    const before = door.queue.kept.length
    await client.write('MAIL FROM:<ceo@evil.example>\r\nRCPT TO:<v@x.example>\r\nDATA\r\n')
    expect([(await client.next()).code, (await client.next()).code, (await client.next()).code]).toEqual([
      550, 503, 503,
    ])
    await client.write('From: ceo@evil.example\r\n')
    await client.ended
    expect(door.queue.kept).toHaveLength(before)
  })
})
