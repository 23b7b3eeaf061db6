import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userConfiguration, type WhenUncertain } from '../../../relay/config/configuration.ts'
import { startCourier } from '../../../relay/delivery/courier.ts'
import type { Courier } from '../../../relay/delivery/courier-contract.ts'
import type { RelayNotice } from '../../../relay/domain/relay-event.ts'
import { done } from '../../../relay/domain/result.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { accept, openWorkbench, smallMessage, type Workbench } from '../../support/queue-workbench.ts'
import { type Behaviour, type StagedUpstream, startStagedUpstream } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let bench: Workbench
let upstream: StagedUpstream
let courier: Courier
let notices: RelayNotice[]
let wish: WhenUncertain

const usual: Behaviour = { bare: true, abilities: ['8BITMIME', 'AUTH PLAIN'] }
const behave = (behaviour: Behaviour): void => upstream.behave({ ...usual, ...behaviour })

beforeEach(async () => {
  bench = await openWorkbench()
  upstream = await startStagedUpstream(usual)
  notices = []
  wish = 'ask'
  const user = userConfiguration.parse({
    id: 'office',
    server: '127.0.0.1',
    port: upstream.port,
    encryption: 'none',
    username: 's1_2',
    password: { keychain: true },
  })
  courier = startCourier({
    queue: bench.queue,
    users: () => new Map([['office', user]]),
    passwordOf: async () => done(new Secret('right')),
    emit: (notice) => notices.push(notice),
    nowMs: () => Date.now(),
    random: () => 0.5,
    whenUncertain: (_, login) => (login === 'accounting' ? wish : 'retry'),
    settings: { firstDelayMs: 20, timeouts: { connect: 2000, answer: 2000 } },
  })
})
afterEach(async () => {
  await courier.stop()
  await upstream.stop()
  await bench.remove()
})

const told = (event: RelayNotice['event']): number =>
  notices.filter((notice) => notice.event === event).length

async function uncertain(recipients = ['customer@else.example']): Promise<string> {
  behave({ message: 'drop' })
  const id = await accept(bench.queue, { recipients })
  courier.wake()
  await waitUntil('uncertain', () => told('uncertain') > 0 && bench.queue.summary(id)?.state === 'uncertain')
  behave({})
  return id
}

/** Another message goes out meanwhile: whatever was due before it was tried before it. */
async function passMail(): Promise<void> {
  const before = told('delivered')
  await accept(bench.queue, { login: 'scanner', priority: 5 })
  courier.wake()
  await waitUntil('the other message', () => told('delivered') === before + 1)
}

describe('a message that may have arrived, where a person is asked', () => {
  it('stays, and is not tried again by itself', async () => {
    const id = await uncertain()
    await passMail()
    expect(bench.queue.summary(id)).toMatchObject({ state: 'uncertain', nextAttemptAt: null, attempts: 1 })
    expect(bench.queue.counts()).toEqual({ waiting: 0, held: 0, uncertain: 1 })
  })

  it('is sent again, with the same bytes, when a person says so', async () => {
    const id = await uncertain()
    expect(await bench.queue.act('retry', [id])).toBe(1)
    courier.wake()
    await waitUntil('sent', () => bench.queue.summary(id)?.state === 'sent')
    expect(upstream.messages.map(({ bytes }) => bytes)).toEqual([smallMessage, smallMessage])
  })

  it('is closed and not sent again when a person knows that it arrived', async () => {
    const id = await uncertain()
    expect(await bench.queue.act('arrived', [id])).toBe(1)
    await passMail()
    expect(bench.queue.summary(id)).toMatchObject({ state: 'sent', nextAttemptAt: null })
    expect(bench.queue.body(id)).toBeNull()
    expect(await bench.queue.act('arrived', [id])).toBe(0)
  })

  it('can be deleted, or held and let go again, and goes on asking then', async () => {
    const id = await uncertain()
    expect(await bench.queue.act('hold', [id])).toBe(1)
    expect(await bench.queue.act('release', [id])).toBe(1)
    await passMail()
    expect(bench.queue.summary(id)).toMatchObject({ state: 'uncertain', nextAttemptAt: null })
    expect(await bench.queue.act('delete', [id])).toBe(1)
    expect(bench.queue.summary(id)?.state ?? 'deleted').toBe('deleted')
  })

  it('is tried again by itself where nobody wants to be asked', async () => {
    wish = 'retry'
    const id = await uncertain()
    await waitUntil('sent', () => bench.queue.summary(id)?.state === 'sent')
  })
})
