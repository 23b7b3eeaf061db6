import type { Database } from './database.ts'
import { integerOrNull, rowOf } from './sql.ts'

const dayMs = 24 * 60 * 60_000
/** So much faster than real time the trusted time may follow the clock. */
const catchUp = 24

/**
 * By which time old mail and old lines are removed. A computer's clock may say 2036 for an hour, and what was removed
 * in that hour would be gone: so this time follows the clock at once when it goes back, but forward a day at a start
 * and 24 times as fast as time really passes. Kept in the database. To be asked inside a transaction.
 */
export function createRetentionClock(
  database: Database,
  nowMs: () => number,
  monotonicMs: () => number,
): () => number {
  let askedAtMs: number | null = null
  return () => {
    const now = nowMs()
    const elapsedMs = monotonicMs()
    const allowedMs = askedAtMs === null ? dayMs : (elapsedMs - askedAtMs) * catchUp
    const kept = rowOf(database.statement('SELECT max(trusted_at) AS at FROM retention_clock').get())
    const trusted = integerOrNull(kept, 'at')
    const next = trusted === null ? now : Math.round(Math.min(now, trusted + allowedMs))
    database
      .statement('INSERT OR REPLACE INTO retention_clock (only_one, trusted_at) VALUES (1, ?)')
      .run(next)
    // Only now: a transaction that fails has not used its allowance up.
    askedAtMs = elapsedMs
    return next
  }
}
