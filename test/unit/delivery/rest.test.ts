import { describe, expect, it } from 'vitest'
import { createRest } from '../../../relay/delivery/rest.ts'

describe("a server's rest", () => {
  function restAt(clock: { ms: number }) {
    const rest = createRest(() => clock.ms)
    return { rest, fail: (times: number) => Array.from({ length: times }, () => rest.tried('office', false)) }
  }

  it('comes after twenty messages that did not reach it, and grows to half a minute', () => {
    const clock = { ms: 0 }
    const { rest, fail } = restAt(clock)
    fail(19)
    expect(rest.remainingMs('office')).toBe(0)
    fail(1)
    expect(rest.remainingMs('office')).toBe(1000)
    fail(2)
    expect(rest.remainingMs('office')).toBe(4000)
    fail(100)
    expect(rest.remainingMs('office')).toBe(30_000)
    clock.ms = 29_000
    expect(rest.remainingMs('office')).toBe(1000)
  })

  it("ends when it was reached, when something changed, and is one user's alone", () => {
    const { rest, fail } = restAt({ ms: 0 })
    fail(30)
    expect(rest.remainingMs('other')).toBe(0)
    rest.tried('office', true)
    expect(rest.remainingMs('office')).toBe(0)
    fail(30)
    rest.over('office')
    expect(rest.remainingMs('office')).toBe(0)
    fail(30)
    rest.over()
    expect(rest.remainingMs('office')).toBe(0)
  })
})
