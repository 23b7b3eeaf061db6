import { describe, expect, it } from 'vitest'
import { classifyDelivery } from '../../../relay/domain/classify-delivery.ts'
import type { Behaviour } from '../../support/staged-upstream.ts'
import { connectTo, sendTo } from '../../support/upstream-session.ts'

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
    const { result } = await connectTo({ abilities, ...behaviour })
    if (result.ok) throw new Error('connected')
    expect(classifyDelivery(result.problem)).toMatchObject(verdict)
  })

  it.each(messageRows)('%s %j', async (_, behaviour, verdict) => {
    const { seen } = await sendTo({ abilities, ...behaviour })
    expect(seen).toHaveLength(1)
    for (const { evidence } of seen) expect(classifyDelivery(evidence)).toMatchObject(verdict)
  })

  it('settles each recipient by its own answer', async () => {
    const rcpt = (address: string) =>
      address.startsWith('no') ? '550 5.1.1 no' : address.startsWith('busy') ? '450 4.2.1 busy' : '250 ok'
    const recipients = ['yes@x.example', 'no@x.example', 'busy@x.example']
    const { seen, upstream } = await sendTo({ abilities, rcpt }, { recipients })
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
    const { seen } = await sendTo(
      { abilities, dropInMessageAfterBytes: 1000 },
      { bytes: 24_000_000, body: () => pieces },
    )
    expect(seen[0]?.evidence).toMatchObject({ kind: 'connection-lost', stage: 'data' })
  })
})
