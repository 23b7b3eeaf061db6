import { describe, expect, it } from 'vitest'
import { createSureWrites } from '../../../relay/delivery/sure-writes.ts'
import type { RelayNotice } from '../../../relay/domain/relay-event.ts'

const full = (): never => {
  throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
}

describe('what must be written down', () => {
  it('is tried until it is written; people are told once, and nothing more is sent meanwhile', async () => {
    const notices: RelayNotice[] = []
    const writes = createSureWrites((notice) => notices.push(notice), new AbortController().signal)
    let tries = 0
    const writing = writes.surely(() => (++tries < 3 ? full() : undefined))
    await Promise.resolve()
    expect(writes.behind()).toBe(true)
    expect(writes.tryStorage(full)).toBe(false)
    await writing
    expect(writes.behind()).toBe(false)
    expect(notices.map((notice) => notice.event === 'alert' && notice.kind)).toEqual(['disk-low'])
    expect(writes.tryStorage(() => undefined)).toBe(true)
  })

  it('is given up only when the relay ends', async () => {
    const cutting = new AbortController()
    const writing = createSureWrites(() => undefined, cutting.signal).surely(full)
    cutting.abort()
    await writing
  })

  it('is never mistaken for a bug', async () => {
    const writes = createSureWrites(() => undefined, new AbortController().signal)
    const bug = (): never => {
      throw new TypeError('a bug')
    }
    await expect(writes.surely(bug)).rejects.toThrow('a bug')
    expect(() => writes.tryStorage(bug)).toThrow('a bug')
  })
})
