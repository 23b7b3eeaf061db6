import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { judgeOwnDoor } from '../../relay/domain/own-door.ts'
import { checkLogin } from '../../relay/domain/own-logins.ts'
import { loadOrMakeCertificate } from '../../relay/listener/certificate.ts'
import { ownDoorDesk } from '../../relay/own-door-desk.ts'
import { checkOwnDoor } from '../../relay/probe/own-door.ts'
import { startListening } from '../support/listening.ts'
import { openToNeighbour } from '../support/neighbour.ts'
import { startOwnRelay } from '../support/own-relay.ts'
import { openDialogue } from '../support/smtp-dialogue.ts'

const dataDirectory = await mkdtemp(path.join(tmpdir(), 'own-door-'))
const own = await startOwnRelay({ dataDirectory })
afterAll(async () => {
  await own.close()
  await rm(dataDirectory, { recursive: true, force: true })
})
const desk = ownDoorDesk(own.relay)
const port = () => own.relay.listener.addresses()[0]?.port ?? 0

async function check() {
  const answer = await desk.checkOwnDoor(null)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.report
}

describe('the relay checks its own door', () => {
  it('goes the whole way of a program: encrypted, signed in, with an authorized sender', async () => {
    const report = await check()
    expect(report.doors).toMatchObject([
      { address: '127.0.0.1', port: port(), network: false, named: true, verdict: 'ok' },
    ])
    expect(report.doors[0]?.stages.map(({ stage }) => stage)).toEqual([
      'tcp',
      'greeting',
      'ehlo',
      'starttls',
      'certificate',
      'auth',
      'mail-from',
      'quit',
    ])
    expect(report.certificate.names).toEqual(expect.arrayContaining(['localhost', '127.0.0.1', '::1']))
    expect(judgeOwnDoor(report)).toEqual({ kind: 'fine' })
  })

  it('leaves nothing behind: no message, no sign-in, no entry in the journal', async () => {
    await check()
    expect(own.relay.queue.list({ limit: 10 })).toEqual([])
    expect(own.relay.book().login(checkLogin)).toBeNull()
    expect(own.relay.loginsSeen.all().has(checkLogin)).toBe(false)
    expect(own.events.map(({ event }) => event)).toEqual(['ready'])
  })

  it('makes a sign-in that can queue nothing and ends with the check', async () => {
    const guest = own.relay.admitGuest('office')
    if (guest === null) throw new Error('another check is under way')
    expect(own.relay.admitGuest('office')).toBeNull()
    const { username, password } = guest.credentials
    const dialogue = await openDialogue(port())
    try {
      await dialogue.send('EHLO check.test')
      expect((await dialogue.signIn(username, password.reveal())).code).toBe(235)
      expect((await dialogue.send('MAIL FROM:<info@firm.example>')).code).toBe(250)
      expect((await dialogue.send('RCPT TO:<customer@else.example>')).code).toBe(452)
      expect((await dialogue.send('DATA')).code).toBe(503)
      await dialogue.send('RSET')
      guest.leave()
      expect((await dialogue.send('MAIL FROM:<info@firm.example>')).code).toBe(530)
    } finally {
      dialogue.close()
    }
  })

  it('says that nobody signed in when no user is active, and looks at the rest', async () => {
    const users = own.usersWith('').map((user) => Object.assign({}, user, { status: 'inactive' as const }))
    await own.configure({ users })
    const report = await check()
    expect(report.signIn).toBe('no-active-user')
    expect(judgeOwnDoor(report)).toEqual({ kind: 'not-signed-in' })
    await own.configure({})
  })

  it('finds every address it listens on in its certificate, as soon as it listens there', async () => {
    const before = await check()
    await own.configure({ listen: [{ address: '127.0.0.2', port: 0 }] })
    const report = await check()
    expect(report.doors).toMatchObject([{ address: '127.0.0.2', verdict: 'ok', named: true }])
    expect(report.certificate.names).toEqual([...before.certificate.names, '127.0.0.2'])
    expect(judgeOwnDoor(report).kind).toBe('fine')
  })

  it('tells when an address is not in the certificate, and goes on all the same', async () => {
    const door = await startListening({}, { listen: [{ address: '127.0.0.3', port: 0 }] })
    try {
      const report = await checkOwnDoor({
        listen: [{ address: '127.0.0.3', port: door.port }],
        certificateFile: door.certificate.certFile,
        credentials: null,
        sender: null,
      })
      expect(report.doors).toMatchObject([{ address: '127.0.0.3', verdict: 'ok', named: false }])
      expect(judgeOwnDoor(report).kind).toBe('name-missing')
    } finally {
      await door.close()
    }
  })

  it('tells a certificate that ran out while the relay was left running', async () => {
    const wasNowMs = Date.now() - 900 * 86_400_000
    const old = await loadOrMakeCertificate(path.join(dataDirectory, 'old'), wasNowMs)
    const door = await openToNeighbour('127.0.0.1', old, [], [])
    try {
      const report = await checkOwnDoor({
        listen: [{ address: '127.0.0.1', port: door.port }],
        certificateFile: old.certFile,
        credentials: null,
        sender: null,
      })
      expect(report.doors).toMatchObject([{ here: true, verdict: 'certificate-expired' }])
      expect(judgeOwnDoor(report)).toMatchObject({ kind: 'trouble', trouble: 'certificate' })
    } finally {
      await door.close()
    }
  })

  it('waits for nobody at an address that this computer does not have', async () => {
    const listen = [{ address: '198.18.255.254', port: 2525 }]
    const certificateFile = own.relay.certificateFile
    const report = await checkOwnDoor({ listen, certificateFile, credentials: null, sender: null })
    expect(report.doors).toMatchObject([{ here: false, verdict: 'network-unreachable', stages: [{ ms: 0 }] }])
    expect(judgeOwnDoor(report)).toMatchObject({ kind: 'trouble', trouble: 'address-gone' })
  })
})
