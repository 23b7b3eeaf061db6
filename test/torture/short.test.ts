import { expect, it } from 'vitest'
import { faultsOf } from './faults.ts'
import { tortureAtSyncPoints } from './sync-points.ts'
import { runTorture } from './torture.ts'

const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)

it(`20 kills lose nothing that was acknowledged (TORTURE_SEED=${seed})`, async () => {
  const report = await runTorture({ seed, kills: 20 })
  expect(faultsOf(report)).toEqual([])
  expect(report.kills).toBe(20)
  expect(report.acknowledged).toBeGreaterThan(100)
})

it(`neither do kills at the first syncs of a start and at a write (TORTURE_SEED=${seed})`, async () => {
  const report = await tortureAtSyncPoints({ seed, points: 9 })
  expect(faultsOf(report)).toEqual([])
})
