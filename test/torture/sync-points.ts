import { between, chanceFrom } from '../support/torture-message.ts'
import { builtRelay, type DiskCalls, killedAt, type RelayProgram } from '../support/torture-relay.ts'
import { atMost } from './moments.ts'
import { runTorture, type TortureReport } from './torture.ts'

const longestLifeMs = 8_000
const farthestSync = 60
const writesToASync = 30

/**
 * The same, killed where it hurts most: as the relay begins to sync, or to write a page. The first lives end at the
 * 1st, 2nd, 3rd … sync, so that each of the start is hit (making the database, recovery) and those of the first
 * commits; every third life ends at a write, and from the 30th on chance chooses. Asks for strace.
 */
export function tortureAtSyncPoints(options: {
  readonly seed: number
  readonly points: number
  readonly onKill?: (number: number) => void
}): Promise<TortureReport> {
  const { seed, points, onKill } = options
  const chance = chanceFrom(seed + 3)
  const programOf = (life: number): RelayProgram => {
    if (life < 0) return builtRelay
    const sync = life < 30 ? 1 + life : between(chance, 1, farthestSync)
    const calls: DiskCalls = life % 3 === 2 ? 'pwrite64' : 'fsync,fdatasync'
    const number = calls === 'pwrite64' ? sync * between(chance, 1, writesToASync) : sync
    return killedAt(builtRelay, calls, number)
  }
  return runTorture({
    seed,
    kills: points,
    program: programOf,
    kill: (life) => atMost(longestLifeMs, life.ended),
    ...(onKill ? { onKill } : {}),
  })
}
