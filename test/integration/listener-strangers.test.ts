import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Certificate, loadOrMakeCertificate } from '../../relay/listener/certificate.ts'
import { doorLimits } from '../../relay/listener/limits.ts'
import {
  type Listening,
  officeUser,
  programLogin,
  programPassword,
  startListening,
} from '../support/listening.ts'
import { type Neighbourhood, openToNeighbour } from '../support/neighbour.ts'
import { openDialogue } from '../support/smtp-dialogue.ts'
import { waitUntil } from '../support/wait-until.ts'

let folder: string
let certificate: Certificate
let door: Neighbourhood | Listening
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strangers-'))
  certificate = await loadOrMakeCertificate(folder)
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => door.close())

/** The listener's list names 192.168.1.0/24 (test/support/neighbour). */
const comeFrom = async (peer: string | (() => string), logins = [programLogin]): Promise<Neighbourhood> => {
  const opened = await openToNeighbour(peer, certificate, logins, [officeUser])
  door = opened
  return opened
}

/** Everything the relay says to whoever sends all of this at once. */
const shout = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = ''
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })

describe('a stranger beyond this computer', () => {
  it.each(['192.168.2.7', '::ffff:192.168.2.7', '2001:db8::7', 'fe80::1%eth0', '8.8.8.8', ''])(
    '(%j) gets one line instead of a greeting, and nothing it says is heard',
    async (peer) => {
      const { port, notices, queue } = await comeFrom(peer)
      const token = Buffer.from(`\0program\0${programPassword}`).toString('base64')
      const heard = await shout(port, `EHLO a\r\nAUTH PLAIN ${token}\r\nMAIL FROM:<user@good.example>\r\n`)
      expect(heard).toMatch(
        /^554 5\.7\.1 .* may not send through SMTP\+ Companion on this computer\. [^\r\n]*\r\n$/,
      )
      expect(notices).toMatchObject([{ event: 'refused', reason: 'address-not-allowed', login: null }])
      expect(queue.kept).toHaveLength(0)
    },
  )

  it('is noted once, however often it comes, and takes no place from others', async () => {
    const { port, notices } = await comeFrom('192.168.2.7')
    for (let visit = 0; visit < 250; visit += 1) expect(await shout(port, '')).toMatch(/^554 /)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ address: '192.168.2.7' })
  })
})

describe('a computer on the list', () => {
  it.each(['192.168.1.7', '::ffff:192.168.1.7'])('(%s) is greeted', async (peer) => {
    const { port } = await comeFrom(peer)
    expect((await openDialogue(port)).greeting.code).toBe(220)
  })

  it('may have only so many connections at once', async () => {
    const { port, notices } = await comeFrom('192.168.1.7')
    const open = []
    for (let at = 0; at < doorLimits.connectionsPerAddress; at += 1) open.push(await openDialogue(port))
    expect((await openDialogue(port)).greeting.line).toMatch(/^421 4\.7\.0 Too many connections from your/)
    expect(notices).toMatchObject([{ reason: 'too-many-connections' }])
    open[0]?.close()
    await waitUntil('its place is free', async () => (await openDialogue(port)).greeting.code === 220)
  })

  it('that guesses passwords makes itself wait, and nobody elsewhere', async () => {
    let peer = '192.168.1.7'
    const { port } = await comeFrom(() => peer)
    const signIn = async (password: string): Promise<number> => {
      const client = await openDialogue(port)
      await client.send('EHLO a')
      await client.starttls()
      await client.send('EHLO a')
      const { code } = await client.signIn('program', password)
      client.close()
      return code
    }
    for (let guess = 0; guess < 5; guess += 1) expect(await signIn(`guess ${guess}`)).toBe(535)
    expect(await signIn('guess')).toBe(421)
    peer = '192.168.1.8'
    expect(await signIn(programPassword)).toBe(235)
    peer = '127.0.0.1'
    expect(await signIn(programPassword)).toBe(235)
  })
})

describe('this computer', () => {
  it('is served at every address it has, without a list', async () => {
    const own = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ family, address }) => family === 'IPv4' || address === '::1')
      .map(({ address }) => address)
    door = await startListening({}, { listen: [{ address: '::', port: 0 }] })
    for (const host of own) expect((await openDialogue(door.port, host)).greeting.code, host).toBe(220)
    expect(door.notices).toEqual([])
  })

  it('signs in in clear on loopback alone', async () => {
    door = await startListening({}, { listen: [{ address: '0.0.0.0', port: 0 }] })
    const client = await openDialogue(door.port, '127.0.0.1')
    expect((await client.send('EHLO a')).lines.join(' ')).toContain('AUTH PLAIN LOGIN')
  })
})
