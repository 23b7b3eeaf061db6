import { describe, expect, it } from 'vitest'
import { createSignInGuard } from '../../../relay/listener/sign-in-guard.ts'

const second = 1_000

describe('after failed sign-ins', () => {
  it('a name cools off for 30 s at the fifth failure, and longer each time, at most 5 minutes', () => {
    const guard = createSignInGuard()
    let nowMs = 0
    const pauses: number[] = []
    for (let round = 0; round < 6; round += 1) {
      for (let failure = 0; failure < 5; failure += 1) {
        expect(guard.namePaused('a', nowMs)).toBe(false)
        guard.failed('a', nowMs)
      }
      const began = nowMs
      while (guard.namePaused('a', nowMs)) nowMs += second
      pauses.push((nowMs - began) / second)
    }
    expect(pauses).toEqual([30, 60, 120, 240, 300, 300])
  })

  it('a right password, or a quiet minute, wipes the slate', () => {
    const guard = createSignInGuard()
    for (let failure = 0; failure < 4; failure += 1) guard.failed('a', 0)
    guard.succeeded('a')
    guard.failed('a', 0)
    expect(guard.namePaused('a', 0)).toBe(false)
    for (let failure = 0; failure < 3; failure += 1) guard.failed('a', 0)
    guard.failed('a', 61 * second)
    expect(guard.namePaused('a', 61 * second)).toBe(false)
  })

  it('one name does not make another wait', () => {
    const guard = createSignInGuard()
    for (let failure = 0; failure < 5; failure += 1) guard.failed('a', 0)
    expect(guard.namePaused('a', 0)).toBe(true)
    expect(guard.namePaused('b', 0)).toBe(false)
  })

  it('fifty in all make everyone wait, for 30 s', () => {
    const guard = createSignInGuard()
    for (let failure = 0; failure < 50; failure += 1) {
      expect(guard.everyonePaused(0)).toBe(false)
      guard.failed(`name ${failure}`, 0)
    }
    expect(guard.everyonePaused(29 * second)).toBe(true)
    expect(guard.everyonePaused(30 * second)).toBe(false)
  })

  it('a million invented names are not remembered', () => {
    const guard = createSignInGuard()
    const before = process.memoryUsage().heapUsed
    for (let name = 0; name < 1_000_000; name += 1) guard.failed(`invented name number ${name}`, name)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000)
  })
})

describe('the right password', () => {
  it('waits in the first pause only, so that nobody can shut it out for good', () => {
    const guard = createSignInGuard()
    let nowMs = 0
    const closed: boolean[] = []
    for (let round = 0; round < 4; round += 1) {
      for (let failure = 0; failure < 5; failure += 1) guard.failed('a', nowMs)
      closed.push(guard.nameClosed('a', nowMs))
      while (guard.namePaused('a', nowMs)) nowMs += second
      expect(guard.nameClosed('a', nowMs)).toBe(false)
    }
    expect(closed).toEqual([true, false, false, false])
  })
})
