import { describe, expect, it } from 'vitest'
import {
  defaultRetrySchedule,
  isGivenUp,
  retryDelayMs,
  scaledSchedule,
  type Trying,
  triedForMs,
} from '../../../relay/domain/retry-schedule.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

const inMs = (minutes: number): number => minutes * minuteMs
const trying = (nowMs: number, attempts: readonly number[]): Trying => ({
  queuedAtMs: 0,
  attemptsAtMs: () => attempts,
  nowMs,
})

/** The attempts that the schedule plans for a message queued at 0. */
function attemptsUntil(endMs: number): readonly number[] {
  const times: number[] = []
  for (let atMs = 0; atMs < endMs; atMs += retryDelayMs(times.length, 0.5)) times.push(atMs)
  return times
}

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

  it('gives up after two days of trying', () => {
    const attempts = attemptsUntil(48 * hourMs)
    expect(isGivenUp(trying(48 * hourMs - 1, attempts))).toBe(false)
    expect(isGivenUp(trying(48 * hourMs, attempts))).toBe(true)
  })

  it('gives up after another time when one is set', () => {
    const schedule = { ...defaultRetrySchedule, giveUpAfterMs: hourMs / 2 }
    expect(isGivenUp(trying(21 * minuteMs, [0, 1, 6].map(inMs)), schedule)).toBe(false)
    expect(isGivenUp(trying(51 * minuteMs, [0, 1, 6, 21].map(inMs)), schedule)).toBe(true)
  })

  it('takes no message’s chances away while the computer is off, or by a clock that jumps forward', () => {
    const tenYearsMs = 10 * 365 * 24 * hourMs
    expect(isGivenUp(trying(tenYearsMs, []))).toBe(false)
    expect(isGivenUp(trying(tenYearsMs, [0, 1].map(inMs)))).toBe(false)
    // Three more attempts fail, and 36 hours of trying pass, before it is given up.
    const later = [0, tenYearsMs, tenYearsMs + 12 * hourMs, tenYearsMs + 24 * hourMs]
    expect(isGivenUp(trying(tenYearsMs + 36 * hourMs - 1, later))).toBe(false)
    expect(isGivenUp(trying(tenYearsMs + 36 * hourMs, later))).toBe(true)
  })

  it('is never given up early by a clock that jumped back', () => {
    expect(isGivenUp({ queuedAtMs: 48 * hourMs, attemptsAtMs: () => [49 * hourMs], nowMs: 0 })).toBe(false)
  })

  it('begins anew with a retry by hand: attempts before it don’t count', () => {
    const queuedAtMs = 100 * hourMs
    const earlier = attemptsUntil(48 * hourMs)
    expect(triedForMs({ queuedAtMs, attemptsAtMs: () => earlier, nowMs: queuedAtMs + 5 })).toBe(5)
  })

  it('can be run faster as a whole', () => {
    const fast = scaledSchedule(600)
    expect([1, 2, 5].map((attempts) => retryDelayMs(attempts, 0.5, fast))).toEqual([600, 3000, 36_000])
    const attempts = attemptsUntil(48 * hourMs).map((atMs) => atMs / 100)
    expect(isGivenUp(trying(48 * 36_000, attempts), fast)).toBe(true)
  })
})
