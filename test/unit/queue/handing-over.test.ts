import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { visitDatabase } from '../../../relay/queue/database.ts'
import { openQueue } from '../../../relay/queue/queue.ts'
import {
  accept,
  bytesOfBody,
  openWorkbench,
  smallMessage,
  type Workbench,
} from '../../support/queue-workbench.ts'
import { waitUntil } from '../../support/wait-until.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.remove())

const claim = (limit = 1) => bench.queue.claimDue(bench.clock.nowMs, limit, ['office'])
const storedState = (): unknown => bench.database.statement('SELECT state FROM message').get()
const delivered = (id: string) => ({
  id,
  stage: 'end-of-data',
  outcomes: [{ address: 'customer@else.example', outcome: 'delivered' as const, reply: '250 ok' }],
  nextAttemptAtMs: null,
  hold: null,
})

describe('what the courier has in hand', () => {
  it('is not written at once: a delivery that is over soon is one transaction', async () => {
    const id = await accept(bench.queue)
    claim()
    expect(storedState()).toEqual({ state: 'waiting' })
    expect(bench.queue.summary(id)?.state).toBe('sending')
    await bench.queue.settle(delivered(id))
    expect(storedState()).toEqual({ state: 'sent' })
  })

  it('is written when the delivery takes longer', async () => {
    await accept(bench.queue)
    claim()
    await waitUntil('it is written', () => JSON.stringify(storedState()) === '{"state":"sending"}')
  })

  it('is written before anything goes by the states of messages', async () => {
    const id = await accept(bench.queue)
    claim()
    await bench.queue.applyActiveUsers([])
    expect(storedState()).toEqual({ state: 'sending' })
    expect(bench.queue.list({ states: ['sending'], limit: 9 }).map((one) => one.id)).toEqual([id])
  })

  it('is not said to be under way once it was set aside, before that is on disk either', async () => {
    const id = await accept(bench.queue)
    claim()
    const settingAside = bench.queue.setAside(id)
    bench.queue.writer.flush()
    bench.queue.writer.now(() => undefined)
    await settingAside
    expect(storedState()).toEqual({ state: 'held' })
  })

  it('is claimed once, and again only when it was given back or its time has come', async () => {
    const id = await accept(bench.queue)
    expect(claim(9).map((one) => one.id)).toEqual([id])
    expect(claim(9)).toEqual([])
    expect(bench.queue.nextDueAtMs(['office'])).toBeNull()
    bench.queue.giveBack(id)
    expect(claim(9).map((one) => one.id)).toEqual([id])
  })

  it('is sent from memory while it is fresh, and from the disk later, with the same bytes', async () => {
    await accept(bench.queue)
    const [fresh] = claim()
    expect(bytesOfBody(fresh?.body() ?? null)).toEqual(smallMessage)
    const large = Buffer.alloc(100_000, 65)
    for (let count = 0; count < 50; count += 1) await accept(bench.queue, {}, large)
    const [oldest] = claim()
    expect(bytesOfBody(oldest?.body() ?? null)).toEqual(large)
  })

  it('is left alone by a command that works beside the relay, also when it was claimed a moment ago', async () => {
    const id = await accept(bench.queue)
    claim()
    const visited = await visitDatabase(bench.directory)
    if (!visited.ok) throw new Error(visited.problem.reason)
    const visitor = openQueue({ database: visited.value, nowMs: () => bench.clock.nowMs })
    expect(await visitor.act('delete', [id])).toBe(0)
    await visitor.close()
    expect(bench.queue.summary(id)?.state).toBe('sending')
  })
})

describe('mail that came in a moment ago', () => {
  it('leaves in the order it came, the more urgent first, each once', async () => {
    const first = await accept(bench.queue)
    const second = await accept(bench.queue)
    const urgent = await accept(bench.queue, { priority: 1 })
    expect(claim().map((one) => one.id)).toEqual([urgent])
    expect(claim(9).map((one) => one.id)).toEqual([first, second])
    expect(claim(9)).toEqual([])
    expect(bench.queue.nextDueAtMs(['office'])).toBeNull()
  })

  it('does not hide what of its line becomes due', async () => {
    const id = await accept(bench.queue)
    claim()
    const later = bench.clock.nowMs + 60_000
    const outcome = { address: 'customer@else.example', outcome: 'deferred' as const, reply: '451 later' }
    await bench.queue.settle({ ...delivered(id), outcomes: [outcome], nextAttemptAtMs: later })
    expect(bench.queue.nextDueAtMs(['office'])).toBe(later)
    const fresh = await accept(bench.queue)
    expect(bench.queue.nextDueAtMs(['office'])).toBe(bench.clock.nowMs)
    bench.clock.nowMs = later
    expect(new Set(claim(9).map((one) => one.id))).toEqual(new Set([id, fresh]))
  })

  it('is not sent when a command beside the relay held it, though the relay has not noticed yet', async () => {
    claim()
    const held = await accept(bench.queue)
    const visited = await visitDatabase(bench.directory)
    if (!visited.ok) throw new Error(visited.problem.reason)
    const visitor = openQueue({ database: visited.value, nowMs: () => bench.clock.nowMs })
    const acting = visitor.act('hold', [held])
    expect(await acting).toBe(1)
    expect(claim(9)).toEqual([])
    await visitor.close()
  })

  it('is found in the database when it is more than is kept in mind', async () => {
    claim()
    const came = await Promise.all(Array.from({ length: 1_100 }, () => accept(bench.queue)))
    const left = Array.from({ length: 12 }, () => claim(100).map((one) => one.id)).flat()
    expect(new Set(left)).toEqual(new Set(came))
    expect(left).toHaveLength(came.length)
  })
})
