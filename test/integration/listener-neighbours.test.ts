import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Certificate, loadOrMakeCertificate } from '../../relay/listener/certificate.ts'
import { officeUser, programLogin, programPassword } from '../support/listening.ts'
import { type Neighbourhood, openToNeighbour } from '../support/neighbour.ts'
import { openDialogue, type SmtpDialogue } from '../support/smtp-dialogue.ts'

const mail = 'From: user@good.example\r\n\r\nscan\r\n'
const scanner = { name: 'scanner', user: 'office', auth: 'none' as const, addresses: ['192.168.1.20/32'] }

let folder: string
let certificate: Certificate
let door: Neighbourhood
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neighbours-'))
  certificate = await loadOrMakeCertificate(folder)
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => door.close())

const comeFrom = async (peerAddress: string, users: Parameters<typeof openToNeighbour>[3] = [officeUser]) => {
  door = await openToNeighbour(peerAddress, certificate, [programLogin, scanner], users)
  const client = await openDialogue(door.port)
  return { client, features: (await client.send('EHLO scanner.test')).lines.join(' ') }
}
const submit = async (client: SmtpDialogue): Promise<string> => {
  await client.envelope('user@good.example', ['v@x.example'])
  return (await client.message(mail)).line
}

describe('a program on another computer', () => {
  it('is not offered a sign-in in clear, and gets none', async () => {
    const { client, features } = await comeFrom('192.168.1.7')
    expect(features).toContain('STARTTLS')
    expect(features).not.toContain('AUTH')
    expect((await client.signIn('program', programPassword)).line).toMatch(
      /^538 5\.7\.11 Encryption is needed/,
    )
    expect((await client.send('MAIL FROM:<user@good.example>')).code).toBe(530)
    await client.starttls()
    expect((await client.send('EHLO scanner.test')).lines.join(' ')).toContain('AUTH PLAIN LOGIN')
    expect((await client.signIn('program', programPassword)).code).toBe(235)
    expect(await submit(client)).toMatch(/^250 /)
  })
})

describe('a device recognised by its address', () => {
  it.each(['192.168.1.20', '::ffff:192.168.1.20'])(
    '(%s) may send without a sign-in, under the same rules',
    async (peer) => {
      const { client } = await comeFrom(peer)
      expect((await client.send('MAIL FROM:<boss@bank.example>')).code).toBe(550)
      expect(await submit(client)).toMatch(/^250 /)
      expect(door.queue.kept[0]?.envelope).toMatchObject({ login: 'scanner', user: 'office' })
      expect(door.queue.kept[0]?.bytes.toString()).toContain('with ESMTP id')
    },
  )

  it('is refused with 525 while its user is inactive', async () => {
    const { client } = await comeFrom('192.168.1.20', [{ ...officeUser, status: 'inactive' }])
    expect((await client.send('MAIL FROM:<user@good.example>')).line).toMatch(/^525 5\.7\.13 /)
  })

  it('may still sign in as another, but not in the middle of a message', async () => {
    const { client } = await comeFrom('192.168.1.20')
    await client.starttls()
    await client.send('EHLO scanner.test')
    await client.send('MAIL FROM:<user@good.example>')
    expect((await client.signIn('program', programPassword)).line).toMatch(/^503 5\.5\.1 .*under way/)
    await client.send('RSET')
    expect((await client.signIn('program', programPassword)).code).toBe(235)
    expect(await submit(client)).toMatch(/^250 /)
    expect(door.queue.kept[0]?.envelope.login).toBe('program')
  })

  it('cannot sign in by name, because it has no password', async () => {
    const { client } = await comeFrom('127.0.0.1')
    for (const password of ['', 'scanner', programPassword]) {
      expect((await client.signIn('scanner', password)).code).toBe(535)
    }
  })
})
