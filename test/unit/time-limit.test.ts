import { describe, expect, it } from 'vitest'
import { timeLimit } from '../../relay/time-limit.ts'

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

describe('a time limit', () => {
  it('ends after its time', async () => {
    const limit = timeLimit(5)
    expect(limit.aborted).toBe(false)
    await aborted(limit)
  })

  it('ends with any of the signals it was given, and at once with one that is over', async () => {
    const first = new AbortController()
    const second = new AbortController()
    const limit = timeLimit(60_000, first.signal, second.signal)
    second.abort()
    expect(limit.aborted).toBe(true)
    expect(timeLimit(60_000, first.signal, second.signal).aborted).toBe(true)
  })
})
