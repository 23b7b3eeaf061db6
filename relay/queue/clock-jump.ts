import type { Database } from './database.ts'
import { numberOfTime } from './message-id.ts'

/** Nothing the relay itself decides waits longer: an hour and a tenth for a try, an hour for a pause. */
const longestWaitMs = 2 * 60 * 60_000
const worthNoticingMs = 60_000

/**
 * Tells, each time it is asked, whether the computer's clock was set anew since the last time. A computer that slept
 * looks the same on systems whose monotonic time stands still meanwhile, and that is as well.
 */
export function createJumpWatch(nowMs: () => number, monotonicMs: () => number): () => boolean {
  let aheadMs = nowMs() - monotonicMs()
  return () => {
    const before = aheadMs
    aheadMs = nowMs() - monotonicMs()
    return Math.abs(aheadMs - before) > worthNoticingMs
  }
}

/**
 * After a clock went wrong, and right again: mail whose next try lies farther ahead than any wait is due now, what
 * changed in a time to come waits from now on as long as it was meant to, and what was "queued in the future" counts
 * from now on. Runs inside a transaction.
 */
export function leaveNothingInTheFuture(database: Database, nowMs: number): void {
  database
    .statement(
      'UPDATE message SET next_attempt_at = ? WHERE next_attempt_at IS NOT NULL AND next_attempt_at > ?',
    )
    .run(nowMs, nowMs + longestWaitMs)
  // A smaller step back: the difference of a message's own two times is what it had to wait (new mail: nothing).
  database
    .statement(
      `UPDATE message SET next_attempt_at = ? + max(0, next_attempt_at - changed_at), changed_at = ?
        WHERE next_attempt_at IS NOT NULL AND next_attempt_at > ? AND changed_at > ?`,
    )
    .run(nowMs, nowMs, nowMs, nowMs)
  database
    .statement(`UPDATE message SET queued_at = ? WHERE id > ? AND state <> 'sent' AND queued_at > ?`)
    .run(nowMs, numberOfTime(nowMs + longestWaitMs), nowMs + longestWaitMs)
  database
    .statement('UPDATE user_pause SET next_try_at = ? WHERE next_try_at > ?')
    .run(nowMs, nowMs + longestWaitMs)
}
