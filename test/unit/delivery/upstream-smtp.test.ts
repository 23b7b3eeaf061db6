import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, rootCertificates } from 'node:tls'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { connectUpstream, type UpstreamUser } from '../../../relay/delivery/upstream-smtp.ts'
import { classifyDelivery } from '../../../relay/domain/classify-delivery.ts'
import type { ClaimedMessage } from '../../../relay/queue/queue-contract.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { type Authority, makeAuthority } from '../../support/certificates.ts'
import { type Behaviour, startStagedUpstream } from '../../support/staged-upstream.ts'

const body = Buffer.from('Subject: x\r\n\r\n.dot first\r\nlast\r\n')

let authority: Authority
let trusted: string
let pair: { key: string; cert: string }
let otherName: { key: string; cert: string }
let expired: { key: string; cert: string }

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upstream-'))
  authority = await makeAuthority(folder)
  trusted = readFileSync(authority.caFile, 'utf8')
  const read = async (options: Parameters<Authority['issue']>[0]) => {
    const files = await authority.issue(options)
    return { key: readFileSync(files.keyFile, 'utf8'), cert: readFileSync(files.certFile, 'utf8') }
  }
  pair = await read({})
  otherName = await read({ name: 'other', altNames: [{ type: 2, value: 'mail.else.example' }] })
  expired = await read({ name: 'expired', notAfterDate: new Date(Date.now() - 86_400_000) })
})

function message(changes: Partial<ClaimedMessage> = {}): ClaimedMessage {
  return {
    id: '00000000001',
    user: 'office',
    login: 'accounting',
    mailFrom: 'info@firm.example',
    recipients: ['a@x.example'],
    bytes: body.length,
    smtpUtf8: false,
    eightBitMime: false,
    attempts: 0,
    queuedAtMs: 0,
    dsn: null,
    body: () => [body],
    ...changes,
  }
}

const timeouts = { connect: 1000, answer: 1000 }

async function connect(
  behaviour: Behaviour,
  options: { tls?: typeof pair | null; user?: Partial<UpstreamUser>; trust?: string[] } = {},
) {
  const tls = options.tls === undefined ? pair : options.tls
  const upstream = await startStagedUpstream(behaviour, tls ?? undefined)
  onTestFinished(() => upstream.stop())
  const result = await connectUpstream({
    user: {
      server: '127.0.0.1',
      port: upstream.port,
      encryption: 'starttls',
      username: 's1_2',
      ...options.user,
    },
    password: new Secret('pass word'),
    trust: createSecureContext({
      ca: [...rootCertificates, ...(options.trust ?? [trusted])],
      minVersion: 'TLSv1.2',
    }),
    timeouts,
    cut: new AbortController().signal,
  })
  if (result.ok) onTestFinished(() => result.value.close())
  return { upstream, result }
}

async function send(behaviour: Behaviour, changes: Partial<ClaimedMessage> = {}) {
  const { upstream, result } = await connect(behaviour)
  if (!result.ok) throw new Error(`not connected: ${result.problem.text}`)
  return { upstream, session: result.value, seen: await result.value.send(message(changes)) }
}

describe('a session upstream', () => {
  it('goes over STARTTLS with AUTH, and hands over the very bytes', async () => {
    const { upstream, seen } = await send({}, { recipients: ['a@x.example', 'b,c@y.example'] })
    expect(seen.map(({ evidence }) => evidence)).toEqual([
      { kind: 'reply', stage: 'end-of-data', code: 250, text: '250 2.0.0 queued as STAGED' },
      { kind: 'reply', stage: 'end-of-data', code: 250, text: '250 2.0.0 queued as STAGED' },
    ])
    expect(upstream.messages).toEqual([
      { from: 'info@firm.example', to: ['a@x.example', 'b,c@y.example'], bytes: body },
    ])
    const plain = Buffer.from('\0s1_2\0pass word').toString('base64')
    expect(upstream.commands).toContain(`AUTH PLAIN ${plain}`)
    expect(upstream.commands.findIndex((line) => line.startsWith('AUTH'))).toBeGreaterThan(
      upstream.commands.indexOf('STARTTLS'),
    )
  })

  it('takes several messages, also after one that was refused', async () => {
    const { upstream, session } = await send({ rcpt: '550 5.1.1 no' })
    upstream.behave({})
    const again = await session.send(message())
    expect(again[0]?.evidence).toMatchObject({ stage: 'end-of-data', code: 250 })
    expect(upstream.connections()).toBe(1)
  })

  it('never goes on in clear text when STARTTLS is not offered or refused', async () => {
    for (const behaviour of [{ bare: true }, { starttls: '454 4.7.0 not now' }]) {
      const { upstream, result } = await connect(behaviour, behaviour.bare ? { tls: null } : {})
      expect(result).toMatchObject({ ok: false, problem: { kind: 'starttls-missing' } })
      expect(upstream.commands.some((line) => /^(AUTH|MAIL)/.test(line))).toBe(false)
    }
  })

  it('never goes on without AUTH when the user has a name', async () => {
    const { upstream, result } = await connect({ bare: true, abilities: ['STARTTLS', 'PIPELINING'] })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'auth-missing' } })
    expect(upstream.commands.some((line) => /^(AUTH|MAIL)/.test(line))).toBe(false)
  })

  it('goes without TLS and AUTH only where the user chose so', async () => {
    const { upstream, result } = await connect(
      {},
      { tls: null, user: { encryption: 'none', username: undefined } },
    )
    if (!result.ok) throw new Error(result.problem.text)
    await result.value.send(message())
    expect(upstream.messages).toHaveLength(1)
    expect(upstream.commands.some((line) => line.startsWith('AUTH'))).toBe(false)
  })

  it('names a certificate that does not verify, and why', async () => {
    const untrusted = await connect({}, { trust: [] })
    expect(untrusted.result).toMatchObject({ ok: false, problem: { kind: 'certificate' } })
    const wrong = await connect({}, { tls: otherName })
    expect(wrong.result).toMatchObject({
      ok: false,
      problem: { kind: 'certificate', text: expect.stringContaining('another name') },
    })
    const late = await connect({}, { tls: expired })
    expect(late.result).toMatchObject({
      ok: false,
      problem: { kind: 'certificate', text: expect.stringContaining('has expired') },
    })
  })

  it('says that nobody is there', async () => {
    const { upstream } = await connect({})
    await upstream.stop().catch(() => undefined)
    const result = await connectUpstream({
      user: { server: '127.0.0.1', port: upstream.port, encryption: 'none', username: undefined },
      password: null,
      trust: createSecureContext({}),
      timeouts,
      cut: new AbortController().signal,
    })
    expect(result).toMatchObject({
      ok: false,
      problem: { kind: 'unreachable', text: expect.stringContaining('nothing answers') },
    })
  })

  it('is not kept waiting by a server that says nothing', async () => {
    const { result } = await connect({ greeting: 'hang' })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'connection-lost', stage: 'greeting' } })
  })

  it('is cut when it is told so, in whatever it is doing', async () => {
    const upstream = await startStagedUpstream({ mail: 'hang' })
    onTestFinished(() => upstream.stop())
    const cutting = new AbortController()
    const result = await connectUpstream({
      user: { server: '127.0.0.1', port: upstream.port, encryption: 'none', username: undefined },
      password: null,
      trust: createSecureContext({}),
      timeouts: { connect: 60_000, answer: 60_000 },
      cut: cutting.signal,
    })
    if (!result.ok) throw new Error(result.problem.text)
    const sending = result.value.send(message())
    cutting.abort()
    expect((await sending)[0]?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'mail-from' })
  })

  it('does not send what the server can not take, and says so', async () => {
    const utf8 = await send({}, { recipients: ['jürgen@x.example'] })
    expect(utf8.seen[0]?.evidence).toMatchObject({ kind: 'unsendable', reason: 'smtputf8-missing' })
    const large = await send({ abilities: ['8BITMIME', 'SIZE 10'] })
    expect(large.seen[0]?.evidence).toMatchObject({ kind: 'unsendable', reason: 'too-large' })
    const eightBit = Buffer.from('Subject: x\r\n\r\né\r\n')
    const plain = await send({ abilities: ['PIPELINING'] }, { body: () => [eightBit] })
    expect(plain.seen[0]?.evidence).toMatchObject({ kind: 'unsendable', reason: '8bitmime-missing' })
    for (const { upstream } of [utf8, large, plain]) expect(upstream.messages).toEqual([])
    const able = await send({ abilities: ['SMTPUTF8', '8BITMIME'] }, { recipients: ['jürgen@x.example'] })
    expect(able.upstream.commands).toContain('MAIL FROM:<info@firm.example> SMTPUTF8')
    expect(able.upstream.messages[0]?.to).toEqual(['jürgen@x.example'])
  })

  it('stops in the middle of a message whose bytes can no longer be read', async () => {
    const { upstream, session, seen } = await send(
      {},
      {
        *body() {
          yield body
          throw new Error('chunk 1 is not in the queue')
        },
      },
    )
    expect(seen[0]?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'data' })
    expect(session.usable()).toBe(false)
    expect(upstream.messages).toEqual([])
  })
})

// stage, what the server does, what becomes of the message: the whole way from the wire to the table.
const sessionRows: readonly (readonly [string, Behaviour, object])[] = [
  ['greeting', { greeting: '554 5.7.1 not you' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
  ['greeting', { greeting: '421 4.3.2 closing' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
  ['greeting', { greeting: 'drop' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
  ['STARTTLS', { starttls: 'drop' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
  ['AUTH', { auth: '535 5.7.8 wrong' }, { outcome: 'held', hold: 'credentials-refused' }],
  ['AUTH', { auth: '534 5.7.9 too weak' }, { outcome: 'held', hold: 'credentials-refused' }],
  ['AUTH', { auth: '530 5.7.0 first' }, { outcome: 'held', hold: 'credentials-refused' }],
  ['AUTH', { auth: '525 5.7.13 disabled' }, { outcome: 'held', hold: 'account-blocked' }],
  ['AUTH', { auth: '535 5.7.13 disabled' }, { outcome: 'held', hold: 'account-blocked' }],
  ['AUTH', { auth: '454 4.7.0 not now' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
  ['AUTH', { auth: '504 5.5.4 mechanism' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
  ['AUTH', { auth: 'drop' }, { outcome: 'deferred', alert: 'upstream-unreachable' }],
]
const messageRows: readonly (readonly [string, Behaviour, object])[] = [
  ['MAIL', { mail: '550 5.7.1 sender' }, { outcome: 'failed', reason: 'refused-by-server' }],
  ['MAIL', { mail: '451 4.3.0 later' }, { outcome: 'deferred', alert: null }],
  ['MAIL', { mail: '421 4.7.0 rate' }, { outcome: 'deferred', alert: null }],
  ['MAIL', { mail: '530 5.7.0 sign in' }, { outcome: 'held', hold: 'credentials-refused' }],
  ['MAIL', { mail: '503 5.5.1 order' }, { outcome: 'deferred', alert: null }],
  ['MAIL', { mail: '552 5.3.4 too big' }, { outcome: 'failed', reason: 'refused-by-server' }],
  ['MAIL', { mail: 'drop' }, { outcome: 'deferred', alert: null }],
  ['RCPT', { rcpt: '550 5.1.1 nobody' }, { outcome: 'failed', reason: 'refused-by-server' }],
  ['RCPT', { rcpt: '450 4.2.0 greylisted' }, { outcome: 'deferred', alert: null }],
  ['RCPT', { rcpt: '552 5.5.3 too many' }, { outcome: 'deferred', alert: null }],
  ['RCPT', { rcpt: 'drop' }, { outcome: 'deferred', alert: null }],
  ['DATA', { data: '451 4.3.0 later' }, { outcome: 'deferred', alert: null }],
  ['DATA', { data: '554 5.7.1 no' }, { outcome: 'failed', reason: 'refused-by-server' }],
  ['DATA', { data: 'drop' }, { outcome: 'deferred', alert: null }],
  ['the message', { message: '250 2.0.0 ok' }, { outcome: 'delivered' }],
  ['the message', { message: '451 4.3.0 later' }, { outcome: 'deferred', alert: null }],
  ['the message', { message: '421 4.3.0 later' }, { outcome: 'deferred', alert: null }],
  ['the message', { message: '554 5.7.1 spam' }, { outcome: 'failed', reason: 'refused-by-server' }],
  ['the message', { message: '552 5.2.2 full' }, { outcome: 'failed', reason: 'refused-by-server' }],
  ['the message', { message: 'drop' }, { outcome: 'uncertain' }],
  ['the message', { message: 'hang' }, { outcome: 'uncertain' }],
]

describe.each(['pipelined', 'one command at a time'])('what becomes of a message, %s', (way) => {
  const abilities = way === 'pipelined' ? ['PIPELINING', '8BITMIME'] : ['8BITMIME']

  it.each(sessionRows)('%s %j', async (_, behaviour, verdict) => {
    const { result } = await connect({ abilities, ...behaviour })
    if (result.ok) throw new Error('connected')
    expect(classifyDelivery(result.problem)).toMatchObject(verdict)
  })

  it.each(messageRows)('%s %j', async (_, behaviour, verdict) => {
    const { seen } = await send({ abilities, ...behaviour })
    expect(seen).toHaveLength(1)
    for (const { evidence } of seen) expect(classifyDelivery(evidence)).toMatchObject(verdict)
  })

  it('settles each recipient by its own answer', async () => {
    const rcpt = (address: string) =>
      address.startsWith('no') ? '550 5.1.1 no' : address.startsWith('busy') ? '450 4.2.1 busy' : '250 ok'
    const recipients = ['yes@x.example', 'no@x.example', 'busy@x.example']
    const { seen, upstream } = await send({ abilities, rcpt }, { recipients })
    const outcomes = new Map(
      seen.map(({ address, evidence }) => [address, classifyDelivery(evidence).outcome]),
    )
    expect(Object.fromEntries(outcomes)).toEqual({
      'yes@x.example': 'delivered',
      'no@x.example': 'failed',
      'busy@x.example': 'deferred',
    })
    expect(upstream.messages[0]?.to).toEqual(['yes@x.example'])
  })

  it('is lost in the middle of a message without doubt: not handed over', async () => {
    // More than a connection holds on its way, in pieces of whole lines: the end comes before the last one is sent.
    const pieces = Array.from({ length: 8 }, () => Buffer.alloc(3_000_000, 'x\r\n'))
    const { seen } = await send(
      { abilities, dropInMessageAfterBytes: 1000 },
      { bytes: 24_000_000, body: () => pieces },
    )
    expect(seen[0]?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'data' })
  })
})
