import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** What is counted day by day: messages sent and given up, and refusals. */
export type Tallied = 'sent' | 'failed' | 'refused'

/** Counts one more on the local day of that moment. Runs inside a transaction. */
export function addToTally(database: Database, what: Tallied, nowMs: number): void {
  database
    .statement(
      'INSERT INTO tally (day, what, count) VALUES (?, ?, 1) ON CONFLICT (day, what) DO UPDATE SET count = count + 1',
    )
    .run(localDay(nowMs), what)
}

export function tallyOf(database: Database, what: Tallied, nowMs: number): number {
  const row = database
    .statement('SELECT count FROM tally WHERE day = ? AND what = ?')
    .get(localDay(nowMs), what)
  return row === undefined ? 0 : integerOf(rowOf(row), 'count')
}

/** The date on this computer's calendar, YYYY-MM-DD. */
export function localDay(timeMs: number): string {
  const time = new Date(timeMs)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
}
