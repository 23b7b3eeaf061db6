import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

const reaches = new WeakMap<Database, number>()

/** Up to which number the journal's lines are in its search index; whatever changes below must be told (`touch`). */
export function setSearchReach(database: Database, number: number): void {
  reaches.set(database, number)
}

export function searchReach(database: Database): number {
  const known = reaches.get(database)
  if (known !== undefined) return known
  const row = database.statement('SELECT coalesce(max(last), -1) AS reach FROM search_chapter').get()
  const reach = integerOf(rowOf(row), 'reach')
  reaches.set(database, reach)
  return reach
}

/**
 * What a search looks for changed in this message: an answer came, or it came in after its successors were indexed.
 * Runs inside the transaction of the change. Costs a comparison for a message that isn't indexed yet: nearly all.
 */
export function touch(database: Database, number: number): void {
  if (number > searchReach(database)) return
  database.statement('INSERT OR IGNORE INTO search_touched (number) VALUES (?)').run(number)
}
