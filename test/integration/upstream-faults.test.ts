import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { userConfiguration } from '../../relay/config/configuration.ts'
import { startCourier } from '../../relay/delivery/courier.ts'
import type { Courier } from '../../relay/delivery/courier-contract.ts'
import type { MessageSummary } from '../../relay/domain/message-state.ts'
import type { RelayNotice } from '../../relay/domain/relay-event.ts'
import { done } from '../../relay/domain/result.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { type Authority, makeAuthority } from '../support/certificates.ts'
import {
  accept,
  openWorkbench,
  smallMessage,
  temporaryDirectory,
  type Workbench,
} from '../support/queue-workbench.ts'
import { type Behaviour, startStagedUpstream } from '../support/staged-upstream.ts'
import { waitUntil } from '../support/wait-until.ts'

let authority: Authority
let pair: { key: string; cert: string }
let bench: Workbench
let closing: (() => Promise<void>)[]

beforeAll(async () => {
  authority = await makeAuthority(temporaryDirectory())
  const files = await authority.issue()
  pair = { key: readFileSync(files.keyFile, 'utf8'), cert: readFileSync(files.certFile, 'utf8') }
})
beforeEach(async () => {
  bench = await openWorkbench()
  closing = []
})
afterEach(async () => {
  for (const close of closing) await close()
  await bench.remove()
})

function startAgainst(port: number, notices: RelayNotice[]): Courier {
  const user = userConfiguration.parse({
    id: 'office',
    server: '127.0.0.1',
    port,
    encryption: 'starttls',
    username: 's1_2',
    password: { keychain: true },
    caFile: authority.caFile,
  })
  const courier = startCourier({
    queue: bench.queue,
    users: () => new Map([[user.id, user]]),
    passwordOf: async () => done(new Secret('right')),
    emit: (notice) => notices.push(notice),
    nowMs: () => Date.now(),
    random: () => 0.5,
    settings: { firstDelayMs: 3_600_000, timeouts: { connect: 400, answer: 400 } },
  })
  closing.unshift(() => courier.stop())
  return courier
}

type Outcome = {
  readonly summary: MessageSummary
  readonly events: readonly string[]
  readonly commands: readonly string[]
  readonly grownBytes: number
}

/** One message to a server that behaves like this: where it is afterwards, what was told, and what grew in memory. */
async function outcome(behaviour: Behaviour, bytes: Buffer | null = null): Promise<Outcome> {
  const upstream = await startStagedUpstream(behaviour, pair)
  closing.push(() => upstream.stop())
  const id = await accept(bench.queue, { recipients: ['a@x.example'] }, bytes ?? smallMessage)
  const notices: RelayNotice[] = []
  const before = process.memoryUsage().rss
  startAgainst(upstream.port, notices)
  const summary = await waitUntil('an outcome', () => {
    const now = bench.queue.summary(id)
    return now !== null && now.attempts > 0 && now.state !== 'sending' ? now : undefined
  })
  const events = notices.map((notice) => (notice.event === 'alert' ? `alert ${notice.kind}` : notice.event))
  return { summary, events, commands: upstream.commands, grownBytes: process.memoryUsage().rss - before }
}

const long = Buffer.from(`Subject: long\r\n\r\n${'all work and no play\r\n'.repeat(400_000)}`)
const bye = 'bye:421 4.3.2 closing'

// What the server does, and the sentence people read. None of these rows may leave a doubt where a message is.

/** The session never came about: mail waits, and people are told. */
const troubles: readonly (readonly [Behaviour, RegExp])[] = [
  [{ greeting: 'hang' }, /was lost \(no answer in time\)\. Nothing was sent/],
  [{ ehlo: 'hang' }, /was lost \(no answer in time\)\. Nothing was sent/],
  [{ starttls: 'hang' }, /encrypted connection .* could not be set up \(No answer in time\)/],
  [{ handshake: 'hang' }, /encrypted connection .* could not be set up .*Nothing was sent/],
  [{ secureEhlo: 'hang' }, /no answer in time/],
  [{ auth: 'hang' }, /no answer in time/],
  [{ greeting: 'flood:2' }, /does not speak SMTP as it should .*too long.* Check the server's name and port/],
  [{ greeting: 'flood:220-and\r\n' }, /does not speak SMTP as it should/],
  [{ greeting: 'raw:HTTP/1.1 400 Bad Request\r\n\r\n' }, /does not speak SMTP as it should \(it said: HTTP/],
  [{ secureEhlo: 'flood:250-and\r\n' }, /does not speak SMTP as it should/],
  [{ secureEhlo: 'raw:\u0000\u0001\u00ff\r\n' }, /does not speak SMTP as it should/],
  [{ auth: 'raw:what?\r\n' }, /does not speak SMTP as it should \(it said: what/],
  [{ ehlo: '250 upstream.test', starttls: '502 5.5.1 no' }, /does not offer STARTTLS .*unencrypted/],
  [{ secureEhlo: '250 upstream.test' }, /does not offer to sign in\. Nothing was sent/],
  [
    { ehlo: '250-x\n250-AUTH PLAIN\n250 STARTTLS', secureEhlo: '250 x' },
    /does not offer to sign in\. Nothing was sent/,
  ],
  [{ greeting: 'drop' }, /closed by the server or the network/],
  [{ ehlo: 'drop' }, /closed by the server or the network/],
  [{ starttls: 'drop' }, /could not be set up/],
  [{ handshake: 'drop' }, /could not be set up/],
  [{ handshake: 'raw:220 what\r\n' }, /could not be set up/],
  [{ secureEhlo: 'drop' }, /closed by the server or the network/],
  [{ auth: 'drop' }, /closed by the server or the network/],
  [{ greeting: bye }, /421 4\.3\.2 closing/],
  [{ secureEhlo: bye }, /421 4\.3\.2 closing/],
  [{ auth: bye }, /421 4\.3\.2 closing/],
]

/** It has not been handed over for sure: mail waits, nobody is told of a single try. */
const delays: readonly (readonly [Behaviour, RegExp, Buffer | null])[] = [
  [{ mail: 'hang' }, /was lost \(no answer in time\)/, null],
  [{ rcpt: 'hang' }, /was lost \(no answer in time\)/, null],
  [{ data: 'hang' }, /was lost \(no answer in time\)/, null],
  [{ stallInMessageAfterBytes: 1000 }, /was lost \(no answer in time\)/, long],
  [{ mail: 'flood:x' }, /its answer was too long/, null],
  [{ mail: 'flood:250-and\r\n' }, /its answer was too long/, null],
  [{ mail: 'flood:250 and\r\n' }, /answered without being asked|MAIL|DATA/, null],
  [{ mail: 'raw:what?\r\n' }, /its answer was not SMTP/, null],
  [{ mail: '354 go on' }, /answer to MAIL FROM made no sense: 354 go on/, null],
  [{ rcpt: '354 go on' }, /answer to RCPT TO made no sense: 354 go on/, null],
  [{ data: '250 ok' }, /answer to DATA made no sense: 250 ok/, null],
  [{ data: '354 go on\n250 taken' }, /answered without being asked: 250 taken/, null],
  [{ mail: 'drop' }, /closed by the server or the network/, null],
  [{ rcpt: 'drop' }, /closed by the server or the network/, null],
  [{ data: 'drop' }, /closed by the server or the network/, null],
  [{ dropInMessageAfterBytes: 1000 }, /was lost \(closed by/, long],
  [{ mail: bye }, /421 4\.3\.2 closing/, null],
  [{ rcpt: bye }, /421 4\.3\.2 closing/, null],
  [{ data: bye }, /421 4\.3\.2 closing/, null],
  [{ message: bye }, /421 4\.3\.2 closing/, null],
  [{ sayInMessage: 'bye:451 4.3.0 no room' }, /451 4\.3\.0 no room/, long],
]

/** All of it was handed over, and what came of it is not known. */
const doubts: readonly (readonly [Behaviour, RegExp])[] = [
  [{ message: 'hang' }, /\(no answer in time\): it may have arrived/],
  [{ message: 'drop' }, /after the message was handed over \(closed .*\): it may have arrived/],
  [{ message: '354 more' }, /made no sense: 354 more\): it may have arrived/],
  [{ message: 'raw:ok\r\n' }, /not SMTP\): it may have arrived/],
  [{ message: 'flood:250-and\r\n' }, /too long\): it may have arrived/],
]

describe('a server that does this', () => {
  it.each(troubles)('gets no mail, and people are told: %j', async (behaviour, sentence) => {
    const seen = await outcome(behaviour)
    expect(seen.summary).toMatchObject({ state: 'waiting', reply: expect.stringMatching(sentence) })
    expect(seen.events).toEqual(expect.arrayContaining(['deferred', 'alert upstream-unreachable']))
    expect(seen.grownBytes).toBeLessThan(100_000_000)
  })

  it.each(delays)('gets the message again later: %j', async (behaviour, sentence, bytes) => {
    const seen = await outcome(behaviour, bytes)
    expect(seen.summary).toMatchObject({ state: 'waiting', reply: expect.stringMatching(sentence) })
    expect(seen.events).toEqual(['deferred'])
    expect(seen.grownBytes).toBeLessThan(100_000_000)
  })

  it.each(doubts)('may have the message: %j', async (behaviour, sentence) => {
    const seen = await outcome(behaviour)
    expect(seen.summary).toMatchObject({ state: 'uncertain', reply: expect.stringMatching(sentence) })
    expect(seen.events).toEqual(['uncertain'])
  })

  it('is believed when it refuses in the middle of a message', async () => {
    const seen = await outcome({ sayInMessage: 'bye:552 5.3.4 too big' }, long)
    expect(seen.summary).toMatchObject({ state: 'failed', reply: '552 5.3.4 too big' })
    expect(seen.events).toContain('failed')
  })

  it('is understood when it answers byte by byte', async () => {
    const slow = {
      abilities: ['8BITMIME'],
      greeting: 'slow:220 x',
      mail: 'slow:250 2.1.0 x',
      message: 'slow:250 2.0.0 got it',
    }
    const seen = await outcome(slow)
    expect(seen.summary).toMatchObject({ state: 'sent', reply: '250 2.0.0 got it' })
    expect(seen.events).toEqual(['delivered'])
  })

  it('is given up when something spoke in clear text after STARTTLS was agreed on', async () => {
    const injected = '220 go ahead\n250-injected\n250 AUTH PLAIN'
    const seen = await outcome({ starttls: injected })
    const reply: unknown = expect.stringMatching(/in clear text .* perhaps an attack .*Nothing was sent/)
    expect(seen.summary).toMatchObject({ state: 'waiting', reply })
    expect(seen.commands.filter((line) => /^(?:AUTH|MAIL)/.test(line))).toEqual([])
  })

  it('is taken at its word over TLS alone', async () => {
    const seen = await outcome({
      ehlo: '250-x\n250-SIZE 1\n250-PIPELINING\n250-DSN\n250 STARTTLS',
      secureEhlo: '250-x\n250 AUTH PLAIN',
    })
    expect(seen.summary.state).toBe('sent')
    expect(seen.commands).toContain('MAIL FROM:<info@firm.example>')
  })

  it('is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    const address = await waitUntil('a port', () => server.address())
    if (typeof address !== 'object') throw new Error('no port')
    await new Promise((resolve) => {
      server.close(resolve)
    })
    const id = await accept(bench.queue)
    const notices: RelayNotice[] = []
    startAgainst(address.port, notices)
    await waitUntil('told', () => notices.some(({ event }) => event === 'deferred'))
    const reply: unknown = expect.stringMatching(/can't be reached: nothing answers on that port/)
    expect(bench.queue.summary(id)).toMatchObject({ state: 'waiting', reply })
  })
})
