import { describe, expect, it } from 'vitest'
import { afterCrash } from '../../../electron/relay-process/crash-budget.ts'

describe('a relay that keeps ending', () => {
  it('is started again four times within five minutes, each time after a longer pause, then left alone', () => {
    let crashes: readonly number[] = []
    const pauses: (number | 'stop')[] = []
    for (const atMs of [0, 1_000, 2_000, 3_000, 4_000]) {
      const after = afterCrash(crashes, atMs)
      crashes = after.crashes
      pauses.push(after.next === 'restart' ? after.pauseMs : 'stop')
    }
    expect(pauses).toEqual([200, 800, 3_200, 10_000, 'stop'])
  })

  it('gets its budget back: what is five minutes old counts no more', () => {
    const old = [0, 1_000, 2_000, 3_000]
    expect(afterCrash(old, 5 * 60_000 + 3_000)).toEqual({ next: 'restart', pauseMs: 200, crashes: [303_000] })
  })
})
