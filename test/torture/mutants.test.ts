import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RelayProgram } from '../support/torture-relay.ts'
import { mutantMark } from './mutants/mutate.ts'
import { runTorture } from './torture.ts'

const mutant = (name: string): RelayProgram => [
  process.execPath,
  '--import',
  join(import.meta.dirname, 'mutants', `${name}.ts`),
  resolve('relay/cli.ts'),
]

const limitMs = 5_000

// What the torture would say of a relay that loses mail: otherwise its silence would mean nothing. Each is killed at
// the moments that hurt it, which the torture chooses among others: so a few kills are enough.
describe('the torture sees the loss in a relay that', () => {
  it.each([
    ['acknowledges before it stores', 'acknowledge-first', 'acknowledged'],
    ['deletes before it delivers', 'delete-first', 'handedOver'],
  ] as const)('%s', async (_, name, moment) => {
    const report = await runTorture({
      seed: 11,
      kills: 4,
      program: () => mutant(name),
      kill: async (life, _chance, milestones) => {
        await life.ready()
        await milestones[moment].after(30, limitMs)
        await life.kill()
      },
    })
    expect(report.stderr).toContain(mutantMark)
    expect(report.acknowledged).toBeGreaterThan(0)
    expect(report.lost).not.toEqual([])
  })
})
