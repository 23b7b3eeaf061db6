import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Settlement } from '../../../relay/queue/queue-contract.ts'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

let bench: Workbench

beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.remove())

const claim = () => bench.queue.claimDue(bench.clock.nowMs, 9, ['office'])

/** Two recipients: one may have it, the other was told to come back later. */
async function halfUncertain(): Promise<string> {
  const id = await accept(bench.queue, { recipients: ['lost@x.example', 'busy@x.example'] })
  claim()
  const settlement: Settlement = {
    id,
    stage: 'end-of-data',
    outcomes: [
      { address: 'lost@x.example', outcome: 'uncertain', reply: 'lost' },
      { address: 'busy@x.example', outcome: 'deferred', reply: '450 4.2.1 busy' },
    ],
    nextAttemptAtMs: bench.clock.nowMs,
    hold: null,
    ask: true,
  }
  await bench.queue.settle(settlement)
  return id
}

describe('a message of which some recipients may have it, and a person is asked', () => {
  it('is tried on for the others alone', async () => {
    const id = await halfUncertain()
    expect(bench.queue.summary(id)?.state).toBe('uncertain')
    expect(claim().map(({ recipients }) => recipients)).toEqual([['busy@x.example']])
    await bench.queue.settle({
      id,
      stage: 'end-of-data',
      outcomes: [{ address: 'busy@x.example', outcome: 'delivered', reply: '250 ok' }],
      nextAttemptAtMs: null,
      hold: null,
    })
    expect(bench.queue.summary(id)).toMatchObject({ state: 'uncertain', nextAttemptAt: null, reply: 'lost' })
    expect(claim()).toEqual([])
    expect(await bench.queue.act('retry', [id])).toBe(1)
    expect(claim().map(({ recipients }) => recipients)).toEqual([['lost@x.example']])
  })

  it('is held with all of them, and let go without forgetting who may have it', async () => {
    const id = await halfUncertain()
    await bench.queue.act('hold', [id])
    expect(bench.queue.summary(id)?.state).toBe('held')
    await bench.queue.act('release', 'all')
    expect(bench.queue.summary(id)?.state).toBe('uncertain')
    expect(claim().map(({ recipients }) => recipients)).toEqual([['busy@x.example']])
  })

  it('waits for the others when the uncertain ones have it', async () => {
    const id = await halfUncertain()
    expect(await bench.queue.act('arrived', [id])).toBe(1)
    expect(bench.queue.summary(id)?.state).toBe('waiting')
    expect(claim().map(({ recipients }) => recipients)).toEqual([['busy@x.example']])
  })

  it('goes on asking when the rules held it and let it go', async () => {
    const id = await halfUncertain()
    await bench.queue.rejudge(() => false)
    expect(bench.queue.summary(id)?.state).toBe('held')
    await bench.queue.rejudge(() => true)
    expect(bench.queue.summary(id)?.state).toBe('uncertain')
    expect(claim().map(({ recipients }) => recipients)).toEqual([['busy@x.example']])
  })
})
