import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Courier } from '../../../relay/delivery/courier-contract.ts'
import type { CourierSettings } from '../../../relay/delivery/courier-settings.ts'
import { type CourierWorkbench, openCourierWorkbench } from '../../support/courier-workbench.ts'
import { accept, smallMessage } from '../../support/queue-workbench.ts'
import type { Behaviour } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let work: CourierWorkbench

beforeEach(async () => {
  work = await openCourierWorkbench(['PIPELINING', '8BITMIME', 'AUTH PLAIN'])
})
afterEach(() => work.close())

const behave = (behaviour: Behaviour): void => work.behave(behaviour)
const told: CourierWorkbench['told'] = (event) => work.told(event)
function start(settings: Partial<CourierSettings> = {}): Courier {
  return work.start({ settings: { firstDelayMs: 50, ...settings } })
}
const stateOf = (id: string): string | undefined => work.queue.summary(id)?.state

describe('the courier', () => {
  it('delivers what waits, says so, and drops the bytes', async () => {
    const id = await accept(work.queue)
    start()
    await waitUntil('delivered', () => told('delivered')[0])
    expect(work.notices).toEqual([
      { event: 'delivered', id, recipients: ['customer@else.example'], reply: '250 2.0.0 queued as STAGED' },
    ])
    expect(work.upstream.messages[0]?.bytes).toEqual(smallMessage)
    expect(stateOf(id)).toBe('sent')
    expect(work.queue.body(id)).toBeNull()
  })

  it('is woken by new mail and reuses the connection it has', async () => {
    const running = start()
    for (let number = 1; number <= 3; number++) {
      await accept(work.queue)
      running.wake()
      await waitUntil('delivered', () => told('delivered').length === number)
    }
    expect(work.upstream.connections()).toBe(1)
  })

  it('tries a refused-for-now message again by its schedule, with the same bytes', async () => {
    behave({ message: '451 4.3.0 later' })
    const id = await accept(work.queue)
    start()
    const deferred = await waitUntil('deferred', () => told('deferred')[0])
    expect(deferred).toMatchObject({ id, recipients: ['customer@else.example'], reply: '451 4.3.0 later' })
    expect(Date.parse(deferred.nextAttemptAt)).toBeGreaterThan(Date.now() - 50)
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
    expect(work.upstream.messages.map(({ bytes }) => bytes)).toEqual(
      work.upstream.messages.map(() => smallMessage),
    )
    expect(told('alert')).toEqual([])
  })

  it('gives up what the server refuses for good, and keeps it to be seen', async () => {
    behave({ rcpt: '550 5.1.1 nobody here' })
    const id = await accept(work.queue)
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
    const id = await accept(work.queue)
    // Scaled from one minute and two days: a first wait of a hundredth of a millisecond, an end after 29 ms.
    start({ firstDelayMs: 0.01 })
    await waitUntil('failed', () => {
      work.clock.nowMs = Date.now()
      return told('failed')[0]
    })
    expect(told('failed')[0]).toMatchObject({ id, reply: '451 4.3.0 later', reason: 'gave-up' })
    expect(told('alert')[0]).toMatchObject({ kind: 'delivery-failing' })
  })

  it('settles each recipient by its own answer', async () => {
    behave({ rcpt: (address) => (address.startsWith('no') ? '550 5.1.1 no' : '250 ok') })
    const id = await accept(work.queue, { recipients: ['yes@x.example', 'no@x.example'] })
    start()
    await waitUntil('both', () => told('delivered')[0] && told('failed')[0])
    expect(told('delivered')[0]).toMatchObject({ id, recipients: ['yes@x.example'] })
    expect(told('failed')[0]).toMatchObject({ id, recipients: ['no@x.example'], reply: '550 5.1.1 no' })
  })

  it('records a message lost after hand-over as uncertain, and sends it again', async () => {
    behave({ message: 'drop' })
    const id = await accept(work.queue)
    start({ firstDelayMs: 300 })
    await waitUntil('uncertain', () => told('uncertain')[0])
    expect(told('uncertain')).toEqual([{ event: 'uncertain', id, recipients: ['customer@else.example'] }])
    expect(stateOf(id)).toBe('uncertain')
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
  })

  it('tells once that a server is not there, and delivers when it is', async () => {
    behave({ greeting: 'drop' })
    await accept(work.queue)
    start()
    await waitUntil('three tries', () => told('deferred').length >= 3)
    expect(told('alert')).toHaveLength(1)
    expect(told('alert')[0]).toMatchObject({ kind: 'upstream-unreachable', user: 'office' })
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
  })

  it('does not count a reused connection that the server had closed', async () => {
    const running = start()
    await accept(work.queue)
    running.wake()
    await waitUntil('delivered', () => told('delivered').length === 1)
    behave({ mail: 'drop' })
    const id = await accept(work.queue)
    running.wake()
    await waitUntil('tried on a new one', () => work.upstream.connections() === 2)
    behave({})
    await waitUntil('delivered', () => told('delivered').length === 2)
    expect(work.queue.detail(id)?.summary.attempts).toBeLessThanOrEqual(2)
  })

  it('uses several connections, and no more than it may', async () => {
    await Promise.all(Array.from({ length: 60 }, () => accept(work.queue)))
    start({ connectionsPerUser: 3 })
    await waitUntil('all delivered', () => told('delivered').length === 60)
    expect(work.upstream.connections()).toBeLessThanOrEqual(3)
    expect(work.upstream.connections()).toBeGreaterThan(1)
  })

  it('leaves an inactive user alone', async () => {
    work.user = { ...work.user, status: 'inactive' }
    const id = await accept(work.queue)
    const running = start()
    running.wake()
    work.user = { ...work.user, status: 'active' }
    await waitUntil('woken', () => {
      running.wake()
      return told('delivered')[0]
    })
    expect(stateOf(id)).toBe('sent')
  })

  it('stops within its time and gives back what the server never had', async () => {
    behave({ mail: 'hang' })
    const id = await accept(work.queue)
    const running = start({ stopMs: 50, timeouts: { connect: 60_000, answer: 60_000 } })
    await waitUntil('on its way', () => work.upstream.commands.some((line) => line.startsWith('MAIL')))
    await running.stop()
    expect(work.queue.summary(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(told('alert')).toEqual([])
  })
})
