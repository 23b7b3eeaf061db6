import { between, chanceFrom } from '../support/torture-message.ts'
import { builtRelay, type DiskCalls, killedAt, type RelayProgram } from '../support/torture-relay.ts'
import { atMost } from './moments.ts'
import { runTorture, type TortureReport } from './torture.ts'

const longestLifeMs = 8_000
const eachSyncUpTo = 30
const farthestSync = 60

/** How far into its life a relay is killed at such a call: the `when` of strace's injection. */
const farthest: Readonly<Record<DiskCalls, number>> = {
  'fsync,fdatasync': farthestSync,
  // about so many pages are written for each sync
  pwrite64: 30 * farthestSync,
  // answers to programs and events among them: stored, and nobody was told yet
  'write,writev': 1_500,
  'rename,unlink,ftruncate': 6,
}

const turns: readonly DiskCalls[] = [
  'fsync,fdatasync',
  'fsync,fdatasync',
  'pwrite64',
  'fsync,fdatasync',
  'write,writev',
  'rename,unlink,ftruncate',
]

/**
 * The same, killed where it hurts most: as the relay begins to sync, to write a page or an answer, to rename, shorten
 * or remove a file. The first lives end at the 1st, 2nd, 4th … sync, so that those of the start are hit (making the
 * database, recovery) and of the first commits; all else, and syncs from the 30th on, is left to chance. Asks for
 * strace.
 */
export function tortureAtSyncPoints(options: {
  readonly seed: number
  readonly points: number
  readonly onKill?: (number: number) => void
}): Promise<TortureReport> {
  const { seed, points, onKill } = options
  const chance = chanceFrom(seed + 3)
  const programOf = (life: number): RelayProgram => {
    const calls = life < 0 ? undefined : turns[life % turns.length]
    if (calls === undefined) return builtRelay
    const inOrder = calls === 'fsync,fdatasync' && life < eachSyncUpTo
    return killedAt(builtRelay, calls, inOrder ? 1 + life : between(chance, 1, farthest[calls]))
  }
  return runTorture({
    seed,
    kills: points,
    program: programOf,
    kill: (life) => atMost(longestLifeMs, life.ended),
    ...(onKill ? { onKill } : {}),
  })
}
