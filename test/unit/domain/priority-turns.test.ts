import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimTurns, type Priority } from '../../../relay/domain/priority.ts'

/** Which priority leaves at each turn, when all that are `waiting` always have mail. */
function leaving(waiting: readonly Priority[], turns: number, from = 0): readonly Priority[] {
  return Array.from({ length: turns }, (_, index) => {
    const first = claimTurns(from + index).order.find((priority) => waiting.includes(priority))
    if (first === undefined) throw new Error('a turn looks everywhere')
    return first
  })
}

const some = fc.uniqueArray(fc.constantFrom<Priority>(1, 2, 3, 4, 5), { minLength: 1 })

describe('turns of priorities', () => {
  it('never starve any: whatever else waits for ever, each leaves within twenty turns, from any turn on', () => {
    fc.assert(
      fc.property(some, fc.nat(10_000), (waiting, from) => {
        expect(new Set(leaving(waiting, 20, from))).toEqual(new Set(waiting))
      }),
    )
  })

  it('give the highest that waits at least four of five', () => {
    fc.assert(
      fc.property(some, (waiting) => {
        const highest = Math.min(...waiting)
        expect(leaving(waiting, 100).filter((one) => one === highest).length).toBeGreaterThanOrEqual(80)
      }),
    )
  })

  it('lose no turn when only one priority has mail', () => {
    for (const only of [1, 2, 3, 4, 5] as const) {
      expect(leaving([only], 40)).toEqual(Array.from({ length: 40 }, () => only))
    }
  })

  it('come in the runs they are told in', () => {
    for (let turn = 0; turn < 60; turn++) {
      const { order, count } = claimTurns(turn)
      for (let later = 1; later < count; later++) expect(claimTurns(turn + later).order).toEqual(order)
    }
  })
})
