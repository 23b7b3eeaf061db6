import { describe, expect, it } from 'vitest'
import { createWatchFeed } from '../../relay/listener/watch-feed.ts'

const left = { kind: 'left' } as const

describe('the watch over programs', () => {
  it('ends when nobody asks any more, and forgets what it saw', () => {
    let nowMs = 0
    const feed = createWatchFeed({ monotonicMs: () => nowMs, nowMs: () => 0 })
    feed.begin()
    feed.note(feed.nextConnection(), left)
    nowMs = 9_000
    expect(feed.read(0).steps).toHaveLength(1)
    expect(feed.read(1)).toEqual({ open: true, steps: [] })
    nowMs = 19_001
    expect(feed.isOpen()).toBe(false)
    expect(feed.read(0)).toEqual({ open: false, steps: [] })
  })

  it('ends after fifteen minutes however often it is asked', () => {
    let nowMs = 0
    const feed = createWatchFeed({ monotonicMs: () => nowMs, nowMs: () => 0 })
    feed.begin()
    while (nowMs < 15 * 60_000) {
      expect(feed.read(0).open).toBe(true)
      nowMs += 5_000
    }
    expect(feed.read(0).open).toBe(false)
  })
})
