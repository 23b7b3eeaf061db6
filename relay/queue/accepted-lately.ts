import type { Database } from './database.ts'
import { numberOfTime, timeOfNumber } from './message-id.ts'
import { integerOf, rowOf } from './sql.ts'

const minuteMs = 60_000
const lookedBackMs = 61 * minuteMs

/** So many messages were accepted in one minute, which ended so many milliseconds ago (0: it still runs). */
export type AcceptedMinute = { readonly agoMs: number; readonly messages: number }

/**
 * What was accepted from a sign-in in the last hour, but before `openedAtMs` (milliseconds since 1970), minute by
 * minute, oldest first. Whatever became of the messages: their lines stay in the journal.
 */
export function acceptedBefore(
  database: Database,
  login: string,
  openedAtMs: number,
  nowMs: number,
): readonly AcceptedMinute[] {
  const numbersAMinute = numberOfTime(minuteMs) - numberOfTime(0)
  return database
    .statement(
      `SELECT id / ? AS minute, count(*) AS messages FROM message WHERE id >= ? AND id < ? AND login = ?
        GROUP BY 1 ORDER BY 1`,
    )
    .all(numbersAMinute, numberOfTime(nowMs - lookedBackMs), numberOfTime(openedAtMs), login)
    .map(rowOf)
    .map((row) => {
      const endedAtMs = timeOfNumber((integerOf(row, 'minute') + 1) * numbersAMinute)
      return { agoMs: Math.max(0, nowMs - endedAtMs), messages: integerOf(row, 'messages') }
    })
}
