import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type UserConfiguration, userConfiguration } from '../../../relay/config/configuration.ts'
import { startCourier } from '../../../relay/delivery/courier.ts'
import type { Courier } from '../../../relay/delivery/courier-contract.ts'
import type { CourierSettings } from '../../../relay/delivery/courier-settings.ts'
import type { RelayNotice } from '../../../relay/domain/relay-event.ts'
import { done, failed } from '../../../relay/domain/result.ts'
import type { PasswordLookup } from '../../../relay/secrets/password-lookup.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { accept, openWorkbench, smallMessage, type Workbench } from '../../support/queue-workbench.ts'
import { type Behaviour, type StagedUpstream, startStagedUpstream } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let bench: Workbench
let upstream: StagedUpstream
let courier: Courier | null
let notices: RelayNotice[]
let user: UserConfiguration

const abilities = ['PIPELINING', '8BITMIME', 'AUTH PLAIN']

beforeEach(async () => {
  bench = await openWorkbench()
  upstream = await startStagedUpstream({ bare: true, abilities })
  courier = null
  notices = []
  user = userConfiguration.parse({
    id: 'office',
    server: '127.0.0.1',
    port: upstream.port,
    encryption: 'none',
    username: 's1_2',
    password: { keychain: true },
  })
})
afterEach(async () => {
  await courier?.stop()
  await upstream.stop()
  await bench.remove()
})

function behave(behaviour: Behaviour): void {
  upstream.behave({ bare: true, abilities, ...behaviour })
}

function start(settings: Partial<CourierSettings> = {}, passwordOf?: PasswordLookup): Courier {
  courier = startCourier({
    queue: bench.queue,
    users: () => new Map([[user.id, user]]),
    passwordOf: passwordOf ?? (async () => done(new Secret('right'))),
    emit: (notice) => notices.push(notice),
    nowMs: () => Date.now(),
    random: () => 0.5,
    settings: { firstDelayMs: 50, timeouts: { connect: 2000, answer: 2000 }, ...settings },
  })
  return courier
}

const told = <Event extends RelayNotice['event']>(event: Event): Extract<RelayNotice, { event: Event }>[] =>
  notices.filter((notice): notice is Extract<RelayNotice, { event: Event }> => notice.event === event)
const stateOf = (id: string): string | undefined => bench.queue.summary(id)?.state

describe('the courier', () => {
  it('delivers what waits, says so, and drops the bytes', async () => {
    const id = await accept(bench.queue)
    start()
    await waitUntil('delivered', () => told('delivered')[0])
    expect(notices).toEqual([
      { event: 'delivered', id, recipients: ['customer@else.example'], reply: '250 2.0.0 queued as STAGED' },
    ])
    expect(upstream.messages[0]?.bytes).toEqual(smallMessage)
    expect(stateOf(id)).toBe('sent')
    expect(bench.queue.body(id)).toBeNull()
  })

  it('is woken by new mail and reuses the connection it has', async () => {
    const running = start()
    for (let number = 1; number <= 3; number++) {
      await accept(bench.queue)
      running.wake()
      await waitUntil('delivered', () => told('delivered').length === number)
    }
    expect(upstream.connections()).toBe(1)
  })

  it('tries a refused-for-now message again by its schedule, with the same bytes', async () => {
    behave({ message: '451 4.3.0 later' })
    const id = await accept(bench.queue)
    start()
    const deferred = await waitUntil('deferred', () => told('deferred')[0])
    expect(deferred).toMatchObject({ id, recipients: ['customer@else.example'], reply: '451 4.3.0 later' })
    expect(Date.parse(deferred.nextAttemptAt)).toBeGreaterThan(Date.now() - 50)
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
    expect(upstream.messages.map(({ bytes }) => bytes)).toEqual(upstream.messages.map(() => smallMessage))
    expect(told('alert')).toEqual([])
  })

  it('gives up what the server refuses for good, and keeps it to be seen', async () => {
    behave({ rcpt: '550 5.1.1 nobody here' })
    const id = await accept(bench.queue)
    start()
    await waitUntil('failed', () => told('failed')[0])
    expect(told('failed')).toEqual([
      {
        event: 'failed',
        id,
        recipients: ['customer@else.example'],
        reply: '550 5.1.1 nobody here',
        reason: 'refused-by-server',
      },
    ])
    expect(stateOf(id)).toBe('failed')
  })

  it('gives up after its time, with the last answer', async () => {
    behave({ message: '451 4.3.0 later' })
    const id = await accept(bench.queue)
    // Scaled from one minute and two days: a first wait of a hundredth of a millisecond, an end after 29 ms.
    start({ firstDelayMs: 0.01 })
    await waitUntil('failed', () => {
      bench.clock.nowMs = Date.now()
      return told('failed')[0]
    })
    expect(told('failed')[0]).toMatchObject({ id, reply: '451 4.3.0 later', reason: 'gave-up' })
    expect(told('alert')[0]).toMatchObject({ kind: 'delivery-failing' })
  })

  it('settles each recipient by its own answer', async () => {
    behave({ rcpt: (address) => (address.startsWith('no') ? '550 5.1.1 no' : '250 ok') })
    const id = await accept(bench.queue, { recipients: ['yes@x.example', 'no@x.example'] })
    start()
    await waitUntil('both', () => told('delivered')[0] && told('failed')[0])
    expect(told('delivered')[0]).toMatchObject({ id, recipients: ['yes@x.example'] })
    expect(told('failed')[0]).toMatchObject({ id, recipients: ['no@x.example'], reply: '550 5.1.1 no' })
  })

  it('records a message lost after hand-over as uncertain, and sends it again', async () => {
    behave({ message: 'drop' })
    const id = await accept(bench.queue)
    start({ firstDelayMs: 300 })
    await waitUntil('uncertain', () => told('uncertain')[0])
    expect(told('uncertain')).toEqual([{ event: 'uncertain', id, recipients: ['customer@else.example'] }])
    expect(stateOf(id)).toBe('uncertain')
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
  })

  it('stops at refused credentials: mail waits, people are told once, one attempt is made', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    const ids = await Promise.all([accept(bench.queue), accept(bench.queue), accept(bench.queue)])
    const running = start()
    await waitUntil('held', () => told('deferred')[0])
    expect(told('alert')).toEqual([
      { event: 'alert', kind: 'credentials-refused', login: null, user: 'office', about: '535 5.7.8 wrong' },
    ])
    expect(running.pausedUsers()).toEqual(new Map([['office', 'credentials-refused']]))
    running.wake()
    await waitUntil('looked', () => stateOf(ids[0]) === 'waiting')
    expect(upstream.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
    for (const id of ids) {
      expect(bench.queue.summary(id)).toMatchObject({ state: 'waiting', holdReason: 'credentials-refused' })
    }

    behave({})
    running.resumeUser('office')
    await waitUntil('all delivered', () => told('delivered').length === 3)
    expect(running.pausedUsers().size).toBe(0)
  })

  it('tries again when a person asks for a retry, from another process too', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    const id = await accept(bench.queue)
    const running = start()
    await waitUntil('held', () => running.pausedUsers().size === 1 && stateOf(id) === 'waiting')
    behave({})
    expect(await bench.queue.act('retry', [id])).toBe(1)
    running.wake()
    await waitUntil('delivered', () => told('delivered')[0])
  })

  it('waits for a keychain that is locked: nothing is lost, people are told once', async () => {
    let locked = true
    const id = await accept(bench.queue)
    const running = start({ passwordRetryMs: 60 }, async () =>
      locked ? failed({ reason: 'keychain-locked' }) : done(new Secret('right')),
    )
    await waitUntil('paused', () => running.pausedUsers().get('office') === 'password-unavailable')
    // The pause counts in memory first; the message is put back once that is on disk.
    await waitUntil('put back', () => bench.queue.summary(id)?.holdReason === 'password-unavailable')
    expect(bench.queue.summary(id)?.attempts).toBe(0)
    locked = false
    await waitUntil('delivered', () => told('delivered')[0])
    expect(told('alert')).toHaveLength(1)
    expect(running.pausedUsers().size).toBe(0)
  })

  it('tells once that a server is not there, and delivers when it is', async () => {
    behave({ greeting: 'drop' })
    await accept(bench.queue)
    start()
    await waitUntil('three tries', () => told('deferred').length >= 3)
    expect(told('alert')).toHaveLength(1)
    expect(told('alert')[0]).toMatchObject({ kind: 'upstream-unreachable', user: 'office' })
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
  })

  it('does not count a reused connection that the server had closed', async () => {
    const running = start()
    await accept(bench.queue)
    running.wake()
    await waitUntil('delivered', () => told('delivered').length === 1)
    behave({ mail: 'drop' })
    const id = await accept(bench.queue)
    running.wake()
    await waitUntil('tried on a new one', () => upstream.connections() === 2)
    behave({})
    await waitUntil('delivered', () => told('delivered').length === 2)
    expect(bench.queue.detail(id)?.summary.attempts).toBeLessThanOrEqual(2)
  })

  it('uses several connections, and no more than it may', async () => {
    await Promise.all(Array.from({ length: 60 }, () => accept(bench.queue)))
    start({ connectionsPerUser: 3 })
    await waitUntil('all delivered', () => told('delivered').length === 60)
    expect(upstream.connections()).toBeLessThanOrEqual(3)
    expect(upstream.connections()).toBeGreaterThan(1)
  })

  it('leaves an inactive user alone', async () => {
    user = { ...user, status: 'inactive' }
    const id = await accept(bench.queue)
    const running = start()
    running.wake()
    user = { ...user, status: 'active' }
    await waitUntil('woken', () => {
      running.wake()
      return told('delivered')[0]
    })
    expect(stateOf(id)).toBe('sent')
  })

  it('stops within its time and gives back what the server never had', async () => {
    behave({ mail: 'hang' })
    const id = await accept(bench.queue)
    const running = start({ stopMs: 50, timeouts: { connect: 60_000, answer: 60_000 } })
    await waitUntil('on its way', () => upstream.commands.some((line) => line.startsWith('MAIL')))
    await running.stop()
    expect(bench.queue.summary(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(told('alert')).toEqual([])
  })

  it('keeps the password out of everything it says and stores', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    await accept(bench.queue)
    start({}, async () => done(new Secret('correct-horse-battery')))
    await waitUntil('refused', () => told('deferred')[0])
    const stored = bench.database.statement('SELECT * FROM attempt').all()
    const everything = JSON.stringify([notices, stored, bench.queue.list({ limit: 9 })])
    expect(everything).not.toContain('correct-horse-battery')
    expect(everything).not.toContain(Buffer.from('\0s1_2\0correct-horse-battery').toString('base64'))
  })
})
