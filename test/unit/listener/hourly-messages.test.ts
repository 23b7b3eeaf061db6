import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHourlyMessages } from '../../../relay/listener/hourly-messages.ts'

const minute = 60_000

describe('messages an hour', () => {
  it('may be sent at once, and the next when the hour is over', () => {
    const hourly = createHourlyMessages()
    for (let sent = 0; sent < 3; sent += 1) {
      expect(hourly.minutesToWait('program', 3, 5 * minute)).toBeNull()
      hourly.count('program', 5 * minute)
    }
    expect(hourly.minutesToWait('program', 3, 5 * minute)).toBe(61)
    expect(hourly.minutesToWait('program', 3, 35 * minute)).toBe(31)
    expect(hourly.minutesToWait('program', 3, 66 * minute - 1)).toBe(1)
    expect(hourly.minutesToWait('program', 3, 66 * minute)).toBeNull()
  })

  it('count for each sign-in alone, and a limit set anew counts at once', () => {
    const hourly = createHourlyMessages()
    hourly.count('program', 0)
    expect(hourly.minutesToWait('other', 1, 0)).toBeNull()
    expect(hourly.minutesToWait('program', 1, 0)).toBe(61)
    expect(hourly.minutesToWait('program', 2, 0)).toBeNull()
  })

  it('count from before a restart, once, with those that came since', () => {
    let asked = 0
    const hourly = createHourlyMessages(() => {
      asked += 1
      return [
        { agoMs: 50 * minute, messages: 2 },
        { agoMs: 0, messages: 1 },
      ]
    })
    hourly.count('program', 0)
    expect(hourly.minutesToWait('program', 4, 0)).toBe(11)
    expect(hourly.minutesToWait('program', 5, 0)).toBeNull()
    expect(hourly.minutesToWait('program', 2, 11 * minute)).toBe(50)
    expect(asked).toBe(1)
  })

  it('are never more than the limit in any hour, and waiting as told is always enough', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40 * minute }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 9 }), (steps, limit) => {
        const hourly = createHourlyMessages()
        const sent: number[] = []
        let nowMs = 0
        for (const step of steps) {
          nowMs += step
          const wait = hourly.minutesToWait('program', limit, nowMs)
          if (wait === null) {
            hourly.count('program', nowMs)
            sent.push(nowMs)
          } else expect(hourly.minutesToWait('program', limit, nowMs + wait * minute)).toBeNull()
        }
        for (const at of sent) {
          expect(sent.filter((one) => one >= at && one < at + 60 * minute).length).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})
