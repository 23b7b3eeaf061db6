import type { Database } from './database.ts'
import { type OwedNotice, owedColumns, owedNotice } from './owed-notices.ts'
import { integerOf, rowOf, textOf } from './sql.ts'

/** Some of those that wait to be told together to this sender, oldest first. */
export function foldedNotices(
  database: Database,
  { user, sender, relayed }: Pick<FoldedSender, 'user' | 'sender' | 'relayed'>,
  limit: number,
): readonly OwedNotice[] {
  return database
    .statement(
      `SELECT ${owedColumns} WHERE folded = 1 AND notice_owed.user = ? AND sender = ?
        AND (notice_owed.kind = 'relayed') = ? ORDER BY notice_owed.id LIMIT ?`,
    )
    .all(user, sender, Number(relayed), limit)
    .map(owedNotice)
}

export type FoldedSender = {
  readonly user: string
  readonly sender: string
  /** what was passed on, told apart from what was not delivered */
  readonly relayed: boolean
  readonly count: number
  readonly lastId: number
  readonly sinceMs: number
}

/** Whose notices wait to be told together, how many they are, the last of them, and since when. */
export function foldedSenders(database: Database): readonly FoldedSender[] {
  return database
    .statement(
      `SELECT user, sender, kind = 'relayed' AS relayed, count(*) AS count, max(id) AS last, min(at) AS since
        FROM notice_owed WHERE folded = 1 GROUP BY 1, 2, 3`,
    )
    .all()
    .map(rowOf)
    .map((row) => ({
      user: textOf(row, 'user'),
      sender: textOf(row, 'sender'),
      relayed: integerOf(row, 'relayed') === 1,
      count: integerOf(row, 'count'),
      lastId: integerOf(row, 'last'),
      sinceMs: integerOf(row, 'since'),
    }))
}

/** All of a sender that wait to be told together, up to this one. Runs inside a transaction. */
export function dischargeFolded(
  database: Database,
  { user, sender, relayed, lastId }: Pick<FoldedSender, 'user' | 'sender' | 'relayed' | 'lastId'>,
): void {
  database
    .statement(
      `DELETE FROM notice_owed WHERE folded = 1 AND user = ? AND sender = ? AND (kind = 'relayed') = ? AND id <= ?`,
    )
    .run(user, sender, Number(relayed), lastId)
}

/** These are told together with others, later. Runs inside a transaction. */
export function foldNotices(database: Database, ids: readonly number[]): void {
  const fold = database.statement('UPDATE notice_owed SET folded = 1 WHERE id = ?')
  for (const id of ids) fold.run(id)
}
