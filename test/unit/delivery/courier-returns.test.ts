import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UserConfiguration } from '../../../relay/config/configuration.ts'
import type { Courier } from '../../../relay/delivery/courier-contract.ts'
import type { CourierSettings } from '../../../relay/delivery/courier-settings.ts'
import type { RelayNotice } from '../../../relay/domain/relay-event.ts'
import { type CourierWorkbench, openCourierWorkbench } from '../../support/courier-workbench.ts'
import { accept } from '../../support/queue-workbench.ts'
import type { Behaviour } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let work: CourierWorkbench
let courier: Courier

beforeEach(async () => {
  work = await openCourierWorkbench()
})
afterEach(() => work.close())

const behave = (behaviour: Behaviour): void => work.behave(behaviour)
const told = (event: RelayNotice['event']): number => work.told(event).length
function start(user: Partial<UserConfiguration> = {}, settings: Partial<CourierSettings> = {}): Courier {
  work.user = { ...work.user, ...user }
  courier = work.start({ settings })
  return courier
}
const minutesUntil = (id: string): number =>
  (Date.parse(work.queue.summary(id)?.nextAttemptAt ?? '') - Date.now()) / 60_000

/** Mail that failed because nobody answered, and waits a minute. */
async function unreachable(count: number): Promise<readonly string[]> {
  behave({ greeting: 'drop' })
  const ids = await Promise.all(Array.from({ length: count }, () => accept(work.queue)))
  courier.wake()
  await waitUntil('all deferred', () => told('deferred') === count && work.queue.counts().waiting === count)
  await waitUntil('settled', () => ids.every((id) => work.queue.summary(id)?.state === 'waiting'))
  return ids
}

describe('mail that waits because its server could not be reached', () => {
  it('goes out at once, all of it, when the network is back', async () => {
    const running = start()
    const ids = await unreachable(12)
    for (const id of ids) expect(minutesUntil(id)).toBeGreaterThan(0.8)
    behave({})
    running.networkIsBack()
    await waitUntil('all delivered', () => told('delivered') === 12)
  })

  it('sends one ahead and no more while the server is still not there', async () => {
    const running = start()
    await unreachable(12)
    running.networkIsBack()
    await waitUntil('the scout failed', () => told('deferred') === 13)
    expect(work.upstream.connections()).toBe(13)
  })

  it('goes out when new mail finds the server there again', async () => {
    start()
    await unreachable(3)
    behave({})
    await accept(work.queue)
    courier.wake()
    await waitUntil('all delivered', () => told('delivered') === 4)
  })

  it('goes out when the relay starts again: the computer may have been off', async () => {
    await start().stop()
    start()
    await unreachable(3)
    await courier.stop()
    behave({})
    start()
    await waitUntil('all delivered', () => told('delivered') === 3)
  })

  it('is all that is brought forward: a server’s own "later" is waited for', async () => {
    const running = start()
    behave({ message: '451 4.3.0 later' })
    const later = await accept(work.queue)
    courier.wake()
    await waitUntil(
      'deferred',
      () => told('deferred') === 1 && work.queue.summary(later)?.state === 'waiting',
    )
    behave({})
    running.networkIsBack()
    await accept(work.queue)
    courier.wake()
    await waitUntil('the other', () => told('delivered') === 1)
    expect(minutesUntil(later)).toBeGreaterThan(0.8)
  })
})

describe('messages an hour', () => {
  it('leave at the bought pace, a minute’s worth at once, and the app can say until when', async () => {
    const running = start({ messagesPerHour: 300 })
    for (let number = 0; number < 20; number++) await accept(work.queue)
    running.wake()
    await waitUntil('the first five', () => told('delivered') === 5)
    const [view] = await waitUntil('the pace', () => (running.paces()[0]?.waiting ? running.paces() : null))
    expect(view).toMatchObject({ user: 'office', ratePerHour: 300, boughtPerHour: 300, waiting: 15 })
    const minutes = (Date.parse(view?.doneAt ?? '') - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(2.5)
    expect(minutes).toBeLessThan(3.1)
    expect(told('delivered')).toBe(5)
  })

  it('are not won back by a restart', async () => {
    const running = start({ messagesPerHour: 120 })
    for (let number = 0; number < 6; number++) await accept(work.queue)
    running.wake()
    await waitUntil('a minute’s worth', () => told('delivered') === 2)
    await running.stop()
    expect(work.queue.paces().get('office')?.tokens).toBeLessThan(1)
    start({ messagesPerHour: 120 })
    await waitUntil('the pace is known', () => courier.paces()[0]?.waiting === 4)
    expect(told('delivered')).toBe(2)
  })

  it('become fewer when the server says "not so fast", also where none were bought', async () => {
    const running = start({}, { connectionsPerUser: 1 })
    behave({ mail: '450 4.7.0 too many messages, slow down' })
    await accept(work.queue)
    running.wake()
    await waitUntil('deferred', () => told('deferred') === 1 && running.paces().length === 1)
    behave({})
    for (let number = 0; number < 3; number++) await accept(work.queue)
    running.wake()
    await waitUntil('waiting', () => running.paces()[0]?.waiting === 3)
    expect(running.paces()[0]).toMatchObject({ boughtPerHour: null })
    expect(told('alert')).toBe(0)
  })

  it('cost nothing where there is no limit: nothing is kept, nothing shown', async () => {
    const running = start()
    await accept(work.queue)
    running.wake()
    await waitUntil('delivered', () => told('delivered') === 1)
    expect(running.paces()).toEqual([])
    expect(work.queue.paces().size).toBe(0)
  })
})
