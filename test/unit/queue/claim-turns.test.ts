import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

let bench: Workbench

beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.remove())

async function settleDelivered(id: string): Promise<void> {
  const outcome = { address: 'customer@else.example', outcome: 'delivered', reply: '250 ok' } as const
  await bench.queue.settle({
    id,
    stage: 'end-of-data',
    outcomes: [outcome],
    nextAttemptAtMs: null,
    hold: null,
  })
}

describe('claims', () => {
  it.each([1, 3, 5])(
    '%i at a time let the lowest out within twenty, however much comes in above it',
    async (limit) => {
      const urgent = async (): Promise<string> => accept(bench.queue, { priority: 1 })
      await Promise.all(Array.from({ length: 12 }, urgent))
      const lowest = await accept(bench.queue, { priority: 5 })
      const claimed: string[] = []
      while (!claimed.includes(lowest)) {
        const part = bench.queue.claimDue(bench.clock.nowMs, limit, ['office'])
        claimed.push(...part.map(({ id }) => id))
        expect(claimed.length).toBeLessThan(20 + limit)
        await Promise.all([...part.map(({ id }) => settleDelivered(id)), ...part.map(urgent)])
      }
      expect(claimed.indexOf(lowest)).toBeLessThan(20)
      expect(claimed.indexOf(lowest)).toBeGreaterThan(3)
    },
  )

  it('take everything that is due, in whatever priorities', async () => {
    for (const priority of [5, 4, 3, 2, 1, 5, 5]) await accept(bench.queue, { priority })
    expect(bench.queue.claimDue(bench.clock.nowMs, 50, ['office'])).toHaveLength(7)
  })
})
