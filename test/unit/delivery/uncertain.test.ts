import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WhenUncertain } from '../../../relay/config/configuration.ts'
import type { Courier } from '../../../relay/delivery/courier-contract.ts'
import type { RelayNotice } from '../../../relay/domain/relay-event.ts'
import { type CourierWorkbench, openCourierWorkbench } from '../../support/courier-workbench.ts'
import { accept, smallMessage } from '../../support/queue-workbench.ts'
import type { Behaviour } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let work: CourierWorkbench
let courier: Courier
let wish: WhenUncertain

beforeEach(async () => {
  work = await openCourierWorkbench()
  wish = 'ask'
  courier = work.start({
    whenUncertain: (_, login) => (login === 'accounting' ? wish : 'retry'),
    settings: { firstDelayMs: 20 },
  })
})
afterEach(() => work.close())

const behave = (behaviour: Behaviour): void => work.behave(behaviour)
const told = (event: RelayNotice['event']): number => work.told(event).length

async function uncertain(recipients = ['customer@else.example']): Promise<string> {
  behave({ message: 'drop' })
  const id = await accept(work.queue, { recipients })
  courier.wake()
  await waitUntil('uncertain', () => told('uncertain') > 0 && work.queue.summary(id)?.state === 'uncertain')
  behave({})
  return id
}

/** Another message goes out meanwhile: whatever was due before it was tried before it. */
async function passMail(): Promise<void> {
  const before = told('delivered')
  await accept(work.queue, { login: 'scanner', priority: 5 })
  courier.wake()
  await waitUntil('the other message', () => told('delivered') === before + 1)
}

describe('a message that may have arrived, where a person is asked', () => {
  it('stays, and is not tried again by itself', async () => {
    const id = await uncertain()
    await passMail()
    expect(work.queue.summary(id)).toMatchObject({ state: 'uncertain', nextAttemptAt: null, attempts: 1 })
    expect(work.queue.counts()).toEqual({ waiting: 0, held: 0, uncertain: 1 })
  })

  it('is sent again, with the same bytes, when a person says so', async () => {
    const id = await uncertain()
    expect(await work.queue.act('retry', [id])).toBe(1)
    courier.wake()
    await waitUntil('sent', () => work.queue.summary(id)?.state === 'sent')
    expect(work.upstream.messages.map(({ bytes }) => bytes)).toEqual([smallMessage, smallMessage])
  })

  it('is closed and not sent again when a person knows that it arrived', async () => {
    const id = await uncertain()
    expect(await work.queue.act('arrived', [id])).toBe(1)
    await passMail()
    expect(work.queue.summary(id)).toMatchObject({ state: 'sent', nextAttemptAt: null })
    expect(work.queue.body(id)).toBeNull()
    expect(await work.queue.act('arrived', [id])).toBe(0)
  })

  it('can be deleted, or held and let go again, and goes on asking then', async () => {
    const id = await uncertain()
    expect(await work.queue.act('hold', [id])).toBe(1)
    expect(await work.queue.act('release', [id])).toBe(1)
    await passMail()
    expect(work.queue.summary(id)).toMatchObject({ state: 'uncertain', nextAttemptAt: null })
    expect(await work.queue.act('delete', [id])).toBe(1)
    expect(work.queue.summary(id)?.state ?? 'deleted').toBe('deleted')
  })

  it('is tried again by itself where nobody wants to be asked', async () => {
    wish = 'retry'
    const id = await uncertain()
    await waitUntil('sent', () => work.queue.summary(id)?.state === 'sent')
  })
})
