import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bucketSize,
  doneInMs,
  freePlaces,
  newPace,
  nextPlaceMs,
  type Pace,
  paceAt,
  paceInForce,
  placesTaken,
  slowed,
} from '../../../relay/domain/pace.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Sends whatever may leave, looking whenever the pace says that the next may, for `durationMs`. */
function sendFor(durationMs: number, bought: number | null, start: Pace): { sent: number; pace: Pace } {
  let pace = start
  let sent = 0
  for (let nowMs = start.atMs; nowMs <= start.atMs + durationMs; ) {
    pace = paceAt(pace, bought, nowMs)
    const free = freePlaces(pace, bought)
    sent += free
    pace = placesTaken(pace, free)
    nowMs += Math.max(1, nextPlaceMs(pace, bought))
  }
  return { sent, pace }
}

describe('a pace', () => {
  it('lets in an hour what was bought, and a minute’s worth more at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (bought) => {
        const { sent } = sendFor(hourMs, bought, newPace(bought, 5))
        expect(sent).toBeGreaterThanOrEqual(bought)
        expect(sent).toBeLessThanOrEqual(bought + Math.ceil(bucketSize(bought)) + 1)
      }),
      { numRuns: 30 },
    )
  })

  it('holds a minute’s worth after any silence, and one message at least', () => {
    expect(freePlaces(paceAt(newPace(600, 0), 600, 1000 * hourMs), 600)).toBe(10)
    expect(freePlaces(paceAt(newPace(6, 0), 6, 1000 * hourMs), 6)).toBe(1)
  })

  it('gains nothing from a clock that goes back', () => {
    const empty = placesTaken(newPace(600, hourMs), 10)
    expect(freePlaces(paceAt(empty, 600, 0), 600)).toBe(0)
  })

  it('is no limit where none was bought and nobody complained', () => {
    expect(freePlaces(newPace(null, 0), null)).toBe(Number.POSITIVE_INFINITY)
    expect(nextPlaceMs(newPace(null, 0), null)).toBe(0)
    expect(doneInMs(newPace(null, 0), null, 1000)).toBeNull()
  })

  it('is halved by "not so fast", once for one burst of answers, and never to nothing', () => {
    let pace = slowed(newPace(600, 0), 0, 0)
    expect(paceInForce(pace, 600)).toBe(300)
    expect(freePlaces(pace, 600)).toBe(0)
    pace = slowed(pace, 0, 1000)
    expect(paceInForce(pace, 600)).toBe(300)
    for (let round = 1; round < 20; round++) pace = slowed(pace, 0, round * minuteMs)
    expect(paceInForce(pace, 600)).toBe(600 / 16)
  })

  it('grows back by a twentieth a minute, to what was bought and no further', () => {
    const pace = slowed(newPace(600, 0), 0, 0)
    expect(paceInForce(paceAt(pace, 600, minuteMs), 600)).toBeCloseTo(330)
    expect(paceInForce(paceAt(pace, 600, 10 * minuteMs), 600)).toBe(600)
    expect(paceInForce(paceAt(pace, 600, 100 * minuteMs), 600)).toBe(600)
  })

  it('learns a limit where none was bought, and forgets it when it is long past', () => {
    const pace = slowed(newPace(null, 0), 7200, 0)
    expect(paceInForce(pace, null)).toBe(3600)
    expect(freePlaces(paceAt(pace, null, 1000), null)).toBe(1)
    expect(paceInForce(paceAt(pace, null, 10 * minuteMs), null)).toBeNull()
    expect(paceInForce(slowed(newPace(null, 0), 0, 0), null)).toBe(1800)
  })

  it('follows a new number at once', () => {
    const pace = newPace(600, 0)
    expect(paceInForce(pace, 60)).toBe(60)
    expect(freePlaces(paceAt(pace, 60, 1), 60)).toBe(1)
  })

  it('says when the last of what waits will have left', () => {
    const pace = placesTaken(newPace(600, 0), 10)
    expect(doneInMs(pace, 600, 300)).toBe(hourMs / 2)
    expect(doneInMs(newPace(600, 0), 600, 10)).toBeNull()
  })
})
