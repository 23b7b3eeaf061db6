import { attemptTimes, bringForward, dueCount } from './bringing-forward.ts'
import type { Database } from './database.ts'
import { messageNumber } from './message-id.ts'
import { type PaceRow, pacesOf } from './user-paces.ts'
import type { Writer } from './writer.ts'

/** What the courier asks about mail that waits, beside claiming it. Times in milliseconds since 1970. */
export type WaitingMail = {
  /** Makes due at most `limit` messages of a user that wait only because its server could not be reached. How many. */
  bringForward(user: string, limit: number): Promise<number>
  /** when a message was tried before, oldest first */
  attemptTimes(id: string): readonly number[]
  /** how many messages of a user are due */
  dueCount(user: string, nowMs: number): number
  /** each limited user's pace as it was last written down */
  paces(): ReadonlyMap<string, PaceRow>
}

const atOnce = 500

export function createWaitingMail(
  database: Database,
  writer: Writer,
  nowMs: () => number,
  onChanged: (numbers: readonly number[]) => void,
): WaitingMail {
  return {
    async bringForward(user, limit) {
      let count = 0
      for (;;) {
        const most = Math.min(limit - count, atOnce)
        if (most <= 0) return count
        // In parts, so that a long queue doesn't keep the relay from everything else.
        const part = await writer.write(() => bringForward(database, user, nowMs(), most), 'riding')
        onChanged(part)
        count += part.length
        if (part.length < most) return count
      }
    },
    attemptTimes(id) {
      const number = messageNumber(id)
      return number === null ? [] : attemptTimes(database, number)
    },
    dueCount: (user, now) => dueCount(database, user, now),
    paces: () => pacesOf(database),
  }
}
