import { createSecureContext } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectUpstream } from '../../../relay/delivery/upstream-smtp.ts'
import { startStagedUpstream } from '../../support/staged-upstream.ts'
import {
  claimedBody,
  claimedMessage,
  connectTo,
  sendTo,
  shortTimeouts,
} from '../../support/upstream-session.ts'

describe('a session upstream', () => {
  it('goes over STARTTLS with AUTH, and hands over the very bytes', async () => {
    const { upstream, seen } = await sendTo({}, { recipients: ['a@x.example', 'b,c@y.example'] })
    expect(seen.map(({ evidence }) => evidence)).toEqual([
      { kind: 'reply', stage: 'end-of-data', code: 250, text: '250 2.0.0 queued as STAGED' },
      { kind: 'reply', stage: 'end-of-data', code: 250, text: '250 2.0.0 queued as STAGED' },
    ])
    expect(upstream.messages).toEqual([
      { from: 'info@firm.example', to: ['a@x.example', 'b,c@y.example'], bytes: claimedBody },
    ])
    const plain = Buffer.from('\0s1_2\0pass word').toString('base64')
    expect(upstream.commands).toContain(`AUTH PLAIN ${plain}`)
    expect(upstream.commands.findIndex((line) => line.startsWith('AUTH'))).toBeGreaterThan(
      upstream.commands.indexOf('STARTTLS'),
    )
  })

  it('takes several messages, also after one that was refused', async () => {
    const { upstream, session } = await sendTo({ rcpt: '550 5.1.1 no' })
    upstream.behave({})
    const again = await session.send(claimedMessage())
    expect(again[0]?.evidence).toMatchObject({ stage: 'end-of-data', code: 250 })
    expect(upstream.connections()).toBe(1)
  })

  it('never goes on in clear text when STARTTLS is not offered or refused', async () => {
    for (const behaviour of [{ bare: true }, { starttls: '454 4.7.0 not now' }]) {
      const { upstream, result } = await connectTo(behaviour, behaviour.bare ? { certificate: null } : {})
      expect(result).toMatchObject({ ok: false, problem: { kind: 'starttls-missing' } })
      expect(upstream.commands.some((line) => /^(AUTH|MAIL)/.test(line))).toBe(false)
    }
  })

  it('never goes on without AUTH when the user has a name', async () => {
    const { upstream, result } = await connectTo({ bare: true, abilities: ['STARTTLS', 'PIPELINING'] })
    expect(result).toMatchObject({ ok: false, problem: { kind: 'auth-missing' } })
    expect(upstream.commands.some((line) => /^(AUTH|MAIL)/.test(line))).toBe(false)
  })

  it('goes without TLS and AUTH only where the user chose so', async () => {
    const { upstream, result } = await connectTo(
      {},
      { certificate: null, user: { encryption: 'none', username: undefined } },
    )
    if (!result.ok) throw new Error(result.problem.text)
    await result.value.send(claimedMessage())
    expect(upstream.messages).toHaveLength(1)
    expect(upstream.commands.some((line) => line.startsWith('AUTH'))).toBe(false)
  })

  it('names a certificate that does not verify, and why', async () => {
    const untrusted = await connectTo({}, { trust: [] })
    expect(untrusted.result).toMatchObject({ ok: false, problem: { kind: 'certificate' } })
    const wrong = await connectTo({}, { certificate: 'of another name' })
    expect(wrong.result).toMatchObject({
      ok: false,
      problem: { kind: 'certificate', text: expect.stringContaining('another name') },
    })
    const late = await connectTo({}, { certificate: 'expired' })
    expect(late.result).toMatchObject({
      ok: false,
      problem: { kind: 'certificate', text: expect.stringContaining('has expired') },
    })
  })

  it('says that nobody is there', async () => {
    const { upstream } = await connectTo({})
    await upstream.stop().catch(() => undefined)
    const result = await connectUpstream({
      user: { server: '127.0.0.1', port: upstream.port, encryption: 'none', username: undefined },
      password: null,
      trust: createSecureContext({}),
      timeouts: shortTimeouts,
      cut: new AbortController().signal,
    })
    expect(result).toMatchObject({
      ok: false,
      problem: { kind: 'unreachable', text: expect.stringContaining('nothing answers') },
    })
  })

  it('is not kept waiting by a server that says nothing', async () => {
    const { result } = await connectTo({ greeting: 'hang' })
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
    const sending = result.value.send(claimedMessage())
    cutting.abort()
    expect((await sending)[0]?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'mail-from' })
  })

  it('does not send what the server can not take, and says so', async () => {
    const utf8 = await sendTo({}, { recipients: ['jürgen@x.example'] })
    expect(utf8.seen[0]?.evidence).toMatchObject({ kind: 'unsendable', reason: 'smtputf8-missing' })
    const large = await sendTo({ abilities: ['8BITMIME', 'SIZE 10'] })
    expect(large.seen[0]?.evidence).toMatchObject({ kind: 'unsendable', reason: 'too-large' })
    const eightBit = Buffer.from('Subject: x\r\n\r\né\r\n')
    const plain = await sendTo({ abilities: ['PIPELINING'] }, { body: () => [eightBit] })
    expect(plain.seen[0]?.evidence).toMatchObject({ kind: 'unsendable', reason: '8bitmime-missing' })
    for (const { upstream } of [utf8, large, plain]) expect(upstream.messages).toEqual([])
    const able = await sendTo({ abilities: ['SMTPUTF8', '8BITMIME'] }, { recipients: ['jürgen@x.example'] })
    expect(able.upstream.commands).toContain('MAIL FROM:<info@firm.example> SMTPUTF8')
    expect(able.upstream.messages[0]?.to).toEqual(['jürgen@x.example'])
  })

  it('stops in the middle of a message whose bytes can no longer be read', async () => {
    const { upstream, session, seen } = await sendTo(
      {},
      {
        *body() {
          yield claimedBody
          throw new Error('chunk 1 is not in the queue')
        },
      },
    )
    expect(seen[0]?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'data' })
    expect(session.usable()).toBe(false)
    expect(upstream.messages).toEqual([])
  })
})
