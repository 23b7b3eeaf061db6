import { createSecureContext } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectUpstream } from '../../../relay/delivery/upstream-smtp.ts'
import type { ClaimedMessage } from '../../../relay/queue/queue-contract.ts'
import { type Behaviour, startStagedUpstream } from '../../support/staged-upstream.ts'

const body = Buffer.from('Subject: x\r\n\r\nhello\r\n')

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

async function open(behaviour: Behaviour) {
  const upstream = await startStagedUpstream(behaviour)
  onTestFinished(() => upstream.stop())
  const result = await connectUpstream({
    user: { server: '127.0.0.1', port: upstream.port, encryption: 'none', username: undefined },
    password: null,
    trust: createSecureContext({}),
    timeouts: { connect: 1000, answer: 1000 },
    cut: new AbortController().signal,
  })
  if (!result.ok) throw new Error(result.problem.text)
  onTestFinished(() => result.value.close())
  return { upstream, session: result.value }
}

const asked = {
  ret: 'HDRS',
  envid: 'QQ+2B1',
  recipients: [
    { notify: ['SUCCESS', 'DELAY'], orcpt: 'rfc822;a@x.example' },
    { notify: null, orcpt: null },
  ],
} as const

describe('the envelope', () => {
  it('carries what the sender asked to be told to a server that knows DSN', async () => {
    const { upstream, session } = await open({ abilities: ['PIPELINING', 'DSN', 'SIZE 0'] })
    const recipients = ['a@x.example', 'b@x.example']
    const seen = await session.send(message({ recipients, dsn: asked }))
    expect(upstream.commands.slice(1)).toEqual([
      `MAIL FROM:<info@firm.example> SIZE=${body.length} RET=HDRS ENVID=QQ+2B1`,
      'RCPT TO:<a@x.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;a@x.example',
      'RCPT TO:<b@x.example>',
      'DATA',
    ])
    expect(seen.map(({ dsnPassedOn }) => dsnPassedOn)).toEqual([true, true])
  })

  it('goes without it to one that does not, and says so', async () => {
    const { upstream, session } = await open({ abilities: [] })
    const [seen] = await session.send(message({ dsn: { ...asked, recipients: [asked.recipients[0]] } }))
    expect(upstream.commands.slice(1)).toEqual([
      'MAIL FROM:<info@firm.example>',
      'RCPT TO:<a@x.example>',
      'DATA',
    ])
    expect(seen).not.toHaveProperty('dsnPassedOn')
  })

  it('asks for SMTPUTF8 when it is needed, not when it was only announced', async () => {
    const { upstream, session } = await open({ abilities: ['SMTPUTF8', '8BITMIME'] })
    await session.send(message({ smtpUtf8: true }))
    const foreign = Buffer.from('Subject: caf\u00e9\r\n\r\nx\r\n')
    const header = { smtpUtf8: true, eightBitMime: true, bytes: foreign.length }
    await session.send(message({ ...header, body: () => [foreign.subarray(0, 13), foreign.subarray(13)] }))
    const sent = upstream.commands.filter((line) => line.startsWith('MAIL'))
    expect(sent).toEqual([
      'MAIL FROM:<info@firm.example>',
      'MAIL FROM:<info@firm.example> BODY=8BITMIME SMTPUTF8',
    ])
  })

  it('stays here when the header needs SMTPUTF8 and the server has none', async () => {
    const { upstream, session } = await open({ abilities: ['8BITMIME'] })
    const foreign = Buffer.from('Subject: caf\u00e9\r\n\r\nx\r\n')
    const [seen] = await session.send(message({ smtpUtf8: true, eightBitMime: true, body: () => [foreign] }))
    expect(seen?.evidence).toMatchObject({ kind: 'unsendable', reason: 'smtputf8-missing' })
    expect(upstream.commands).toHaveLength(1)
  })
})

describe('a session', () => {
  it('ends an empty message that a server took for nobody with a lone dot, and goes on', async () => {
    const { upstream, session } = await open({ rcpt: '550 5.1.1 no', data: '354 go on' })
    const [seen] = await session.send(message())
    expect(seen?.evidence).toMatchObject({ stage: 'rcpt', code: 550 })
    upstream.behave({})
    const [next] = await session.send(message())
    expect(next?.evidence).toMatchObject({ stage: 'end-of-data', code: 250 })
    expect(upstream.connections()).toBe(1)
  })

  it('is not trusted any more by who takes DATA after refusing the sender', async () => {
    const { session } = await open({ mail: '550 5.7.1 no', data: '354 go on', rcpt: '250 ok' })
    const [seen] = await session.send(message())
    expect(seen?.evidence).toMatchObject({ stage: 'mail-from', code: 550 })
    expect(session.usable()).toBe(false)
  })

  it('that the server closes before the next message says so as if it had been idle', async () => {
    const { upstream, session } = await open({})
    await session.send(message())
    upstream.behave({ mail: 'bye:421 4.7.0 enough of you' })
    const [seen] = await session.send(message())
    expect(seen?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'mail-from' })
    expect(seen?.evidence.text).toContain('421 4.7.0 enough of you')
  })
})
