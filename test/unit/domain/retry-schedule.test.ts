import { describe, expect, it } from 'vitest'
import { isGivenUp, retryDelayMs, scaledSchedule } from '../../../relay/domain/retry-schedule.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

describe('the retry schedule', () => {
  it('waits 1, 5, 15 and 30 minutes, then an hour each time', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((attempts) => retryDelayMs(attempts, 0.5) / minuteMs)).toEqual([
      1, 5, 15, 30, 60, 60, 60,
    ])
  })

  it('spreads by a tenth either way', () => {
    expect(retryDelayMs(1, 0)).toBe(54_000)
    expect(retryDelayMs(1, 1)).toBe(66_000)
  })

  it('gives up after two days', () => {
    expect(isGivenUp(0, 48 * hourMs - 1)).toBe(false)
    expect(isGivenUp(0, 48 * hourMs)).toBe(true)
  })

  it('is never given up early by a clock that jumped back', () => {
    expect(isGivenUp(48 * hourMs, 0)).toBe(false)
  })

  it('can be run faster as a whole', () => {
    const fast = scaledSchedule(600)
    expect([1, 2, 5].map((attempts) => retryDelayMs(attempts, 0.5, fast))).toEqual([600, 3000, 36_000])
    expect(isGivenUp(0, 48 * 36_000, fast)).toBe(true)
  })
})
