import type { Database } from './database.ts'
import { integerOf, rowOf, textOf } from './sql.ts'

/** What is kept of a user's pace between two starts (relay/domain/pace.ts); `atMs`: milliseconds since 1970. */
export type PaceRow = {
  readonly user: string
  readonly tokens: number
  readonly part: number
  readonly learnedPerHour: number | null
  readonly atMs: number
}

export function pacesOf(database: Database): ReadonlyMap<string, PaceRow> {
  const rows = database.statement('SELECT user, tokens, part, learned, at FROM user_pace').all().map(rowOf)
  return new Map(
    rows.map((row) => [
      textOf(row, 'user'),
      {
        user: textOf(row, 'user'),
        tokens: integerOf(row, 'tokens'),
        part: integerOf(row, 'part'),
        learnedPerHour: row['learned'] === null ? null : integerOf(row, 'learned'),
        atMs: integerOf(row, 'at'),
      },
    ]),
  )
}

/** Runs inside the transaction of the settlement it belongs to, so that it costs no sync of its own. */
export function setPace(database: Database, { user, tokens, part, learnedPerHour, atMs }: PaceRow): void {
  database
    .statement('INSERT OR REPLACE INTO user_pace (user, tokens, part, learned, at) VALUES (?, ?, ?, ?, ?)')
    .run(user, tokens, part, learnedPerHour, atMs)
}
