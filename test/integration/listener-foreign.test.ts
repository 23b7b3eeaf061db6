import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, programPassword, startListening } from '../support/listening.ts'
import { runProcess } from '../support/running-process.ts'

const token = Buffer.from(`\0program\0${programPassword}`).toString('base64')
const smtp = [
  'EHLO evil.example',
  `AUTH PLAIN ${token}`,
  'MAIL FROM:<user@good.example>',
  'RCPT TO:<v@x.example>',
  'DATA',
  'From: user@good.example\r\n\r\nspam',
  '.',
  'QUIT',
  '',
].join('\r\n')

let door: Listening
beforeEach(async () => {
  door = await startListening()
})
afterEach(() => door.close())

/** Everything the relay says to whoever sends all of this at once. */
const shout = (bytes: string | Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let heard = ''
    const socket = net.connect({ port: door.port, host: '127.0.0.1' }, () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })

// The greeting may be on its way before anything came in: nothing else may.
const onlyGreeting = /^(?:220 [^\r\n]*\r\n)?$/

describe('a web page that posts to the port', () => {
  const url = (): string => `http://127.0.0.1:${door.port}/`

  it.each([
    ['text', ['-H', 'Content-Type: text/plain', '--data-binary', smtp]],
    ['a form', ['-F', `a=${smtp}`]],
    ['PUT', ['-X', 'PUT', '--data-binary', smtp]],
    ['an invented method', ['-X', 'NOOP', '-H', 'Expect:', '--data-binary', smtp]],
    ['HTTP/2 from the start', ['--http2-prior-knowledge', '--data-binary', smtp]],
    ['GET', ['-G', '--data-urlencode', `a=${smtp}`]],
  ])('(%s, by curl) gets nothing done', async (_what, flags) => {
    const ended = await runProcess('curl', ['-sS', '--max-time', '5', '--http0.9', url(), ...flags])
    expect(ended.stdout).not.toMatch(/^(?:235|354)|Accepted/m)
    expect(ended.code).not.toBe(28)
    expect(door.queue.kept).toHaveLength(0)
    expect(door.notices).toEqual([])
  })

  it.each([
    `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 300\r\n\r\n${smtp}`,
    `POST /\r\n${smtp}`,
    `Host: 127.0.0.1\r\n\r\n${smtp}`,
    // a line that never ends is waited for no longer than it takes to see what it is
    'GET /',
  ])('(raw: %j) is cut off without a word', async (bytes) => {
    expect(await shout(bytes)).toMatch(onlyGreeting)
    expect(door.queue.kept).toHaveLength(0)
  })

  it('is cut off also when header fields come after a command', async () => {
    const heard = await shout(`NOOP\r\nHost: 127.0.0.1\r\n\r\n${smtp}`)
    expect(heard).not.toMatch(/^(?:235|354)/m)
    expect(door.queue.kept).toHaveLength(0)
  })
})

describe('a program that begins with TLS', () => {
  it('gets a sentence it may show, and the journal has it once', async () => {
    const hello = Buffer.from([
      0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03, 0x0a, 0x0d, 0x0a,
    ])
    for (let time = 0; time < 3; time += 1) {
      expect(await shout(hello)).toMatch(
        /^220 .*\r\n554 5\.7\.11 This port does not begin with TLS\..*STARTTLS/,
      )
    }
    expect(door.notices).toMatchObject([{ event: 'refused', reason: 'implicit-tls', login: null }])
  })
})
