import { afterEach, describe, expect, it } from 'vitest'
import {
  hasReturned,
  type Look,
  type ReturnWatch,
  startReturnWatch,
} from '../../../relay/delivery/return-watch.ts'
import { waitUntil } from '../../support/wait-until.ts'

const home = ['192.168.1.7', 'fe80::1']
const look = (wallMs: number, monotonicMs: number, addresses: readonly string[] = home): Look => ({
  wallMs,
  monotonicMs,
  addresses: new Set(addresses),
})
const hourMs = 3_600_000

describe('the computer', () => {
  it('came back when its clock ran on while it stood still, or when nobody looked for long', () => {
    expect(hasReturned(look(0, 0), look(hourMs + 10_000, 10_000))).toBe(true)
    expect(hasReturned(look(0, 0), look(hourMs, hourMs))).toBe(true)
    expect(hasReturned(look(0, 0), look(10_000, 10_000))).toBe(false)
    expect(hasReturned(look(0, 0), look(12_000, 12_000))).toBe(false)
  })

  it('did not come back because its clock was set back', () => {
    expect(hasReturned(look(10 * hourMs, 0), look(0, 10_000))).toBe(false)
  })

  it('came back when it has an address it did not have, not when it lost one', () => {
    expect(hasReturned(look(0, 0, []), look(10_000, 10_000))).toBe(true)
    expect(hasReturned(look(0, 0), look(10_000, 10_000, [...home, '10.8.0.2']))).toBe(true)
    expect(hasReturned(look(0, 0), look(10_000, 10_000, []))).toBe(false)
  })
})

describe('the watch', () => {
  let watch: ReturnWatch | null = null
  afterEach(() => watch?.close())

  it('tells of a return, and is eager for a while after it and after the start', async () => {
    const told: string[] = []
    let addresses: readonly string[] = []
    watch = startReturnWatch({
      onReturn: () => told.push('return'),
      onEager: () => told.push('eager'),
      nowMs: () => Date.now(),
      lookEveryMs: 5,
      addresses: () => new Set(addresses),
    })
    await waitUntil('eager after the start', () => told.includes('eager'))
    expect(told).not.toContain('return')
    addresses = home
    await waitUntil('a return', () => told.includes('return'))
    await waitUntil('eager again', () => told.at(-1) === 'eager')
    watch.returned()
    expect(told.filter((one) => one === 'return')).toHaveLength(2)
  })
})
