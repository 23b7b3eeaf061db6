import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createJumpWatch, leaveNothingInTheFuture } from '../../../relay/queue/clock-jump.ts'
import { createRetentionClock } from '../../../relay/queue/retention-clock.ts'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

const hourMs = 60 * 60_000
const yearMs = 365 * 24 * hourMs

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.remove())

describe('the time by which old mail is removed', () => {
  it('follows the clock, but a jump of ten years only as time really passes', async () => {
    let passedMs = 0
    bench.clock.nowMs += yearMs
    const clock = createRetentionClock(
      bench.database,
      () => bench.clock.nowMs,
      () => passedMs,
    )
    const trusted = (): number => bench.queue.writer.now(clock)
    const start = trusted()
    bench.clock.nowMs += 10 * yearMs
    passedMs += hourMs
    expect(trusted() - start).toBe(24 * hourMs)
    bench.clock.nowMs -= 10 * yearMs
    expect(trusted()).toBe(bench.clock.nowMs)
  })

  it('goes on a day at each start, so that a computer used little keeps up', () => {
    const start = bench.clock.nowMs
    bench.queue.writer.now(
      createRetentionClock(
        bench.database,
        () => start,
        () => 0,
      ),
    )
    for (let starts = 1; starts <= 3; starts++) {
      const clock = createRetentionClock(
        bench.database,
        () => start + yearMs,
        () => 0,
      )
      expect(bench.queue.writer.now(clock)).toBe(start + starts * 24 * hourMs)
    }
  })
})

describe('a clock that was wrong by ten years', () => {
  it.each([10, -10])('(%s) keeps no mail waiting once it is right, and ids still grow', async (years) => {
    const right = bench.clock.nowMs
    bench.clock.nowMs = right + years * yearMs
    const wrong = await accept(bench.queue)
    const [claimed] = bench.queue.claimDue(bench.clock.nowMs, 1, ['office'])
    expect(claimed?.id).toBe(wrong)
    await bench.queue.settle({
      id: wrong,
      outcomes: [{ address: 'customer@else.example', outcome: 'deferred', reply: '451 later' }],
      stage: 'mail',
      nextAttemptAtMs: bench.clock.nowMs + hourMs,
      hold: null,
    })
    bench.clock.nowMs = right
    // What a start does, and the relay itself when it notices.
    bench.queue.writer.now(() => leaveNothingInTheFuture(bench.database, right))
    expect(bench.queue.claimDue(right, 1, ['office']).map(({ id }) => id)).toEqual([wrong])
    expect(Date.parse(bench.queue.summary(wrong)?.queuedAt ?? '')).toBeLessThanOrEqual(right)
    expect((await accept(bench.queue)) > wrong).toBe(true)
  })

  it('by an hour keeps new mail waiting no longer, and deferred mail as long as it was meant to', async () => {
    const right = bench.clock.nowMs
    bench.clock.nowMs = right + hourMs
    const deferred = await accept(bench.queue)
    bench.queue.claimDue(bench.clock.nowMs, 1, ['office'])
    await bench.queue.settle({
      id: deferred,
      outcomes: [{ address: 'customer@else.example', outcome: 'deferred', reply: '451 later' }],
      stage: 'mail-from',
      nextAttemptAtMs: bench.clock.nowMs + hourMs / 4,
      hold: null,
    })
    const fresh = await accept(bench.queue)
    bench.clock.nowMs = right
    bench.queue.writer.now(() => leaveNothingInTheFuture(bench.database, right))
    expect(bench.queue.claimDue(right, 9, ['office']).map(({ id }) => id)).toEqual([fresh])
    const next = Date.parse(bench.queue.summary(deferred)?.nextAttemptAt ?? '')
    expect(next).toBe(right + hourMs / 4)
  })

  it('is noticed while the relay runs', () => {
    let clockMs = 0
    let passedMs = 0
    const jumped = createJumpWatch(
      () => clockMs,
      () => passedMs,
    )
    clockMs += hourMs
    passedMs += hourMs
    expect(jumped()).toBe(false)
    clockMs += 10 * yearMs
    expect(jumped()).toBe(true)
    expect(jumped()).toBe(false)
    clockMs -= 10 * yearMs
    expect(jumped()).toBe(true)
  })
})
