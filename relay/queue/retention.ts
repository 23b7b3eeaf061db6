import { removeParts } from './acting.ts'
import type { Database } from './database.ts'
import { numberOfTime } from './message-id.ts'
import { integerOf, rowOf } from './sql.ts'

const dayMs = 24 * 60 * 60_000
const failedKeptMs = 30 * dayMs
const atOnce = 200

/**
 * Removes what was kept long enough: messages given up 30 days ago, and after `journalDays` the lines of what was sent
 * or deleted, of refusals, and their search index. A small part in one transaction (a few milliseconds), so that nobody
 * waits for it; runs inside one. True when there may be more.
 */
export function removeOld(database: Database, nowMs: number, journalDays: number): boolean {
  const oldest = numberOfTime(nowMs - journalDays * dayMs)
  const failed = database
    .statement(`SELECT id FROM message WHERE state = 'failed' AND state <> 'sent' AND changed_at < ? LIMIT ?`)
    .all(nowMs - failedKeptMs, atOnce)
  const gone = database
    .statement(`SELECT id FROM message WHERE id < ? AND state IN ('sent', 'deleted') ORDER BY id LIMIT ?`)
    .all(oldest, atOnce)
  const remove = database.statement('DELETE FROM message WHERE id = ?')
  for (const row of [...failed, ...gone]) {
    const number = integerOf(rowOf(row), 'id')
    remove.run(number)
    removeParts(database, number)
  }
  const refused = database
    .statement('DELETE FROM refusal WHERE id IN (SELECT id FROM refusal WHERE id < ? ORDER BY id LIMIT ?)')
    .run(oldest, atOnce)
  const hasMore = [failed.length, gone.length, Number(refused.changes)].includes(atOnce)
  return removeIndexed(database, oldest) || hasMore
}

/** Part of the search index of lines that are all gone. False: there is none. */
function removeIndexed(database: Database, oldest: number): boolean {
  const row = database
    .statement('SELECT number FROM search_chapter WHERE last < ? ORDER BY number LIMIT 1')
    .get(oldest)
  if (row === undefined) return false
  const chapter = integerOf(rowOf(row), 'number')
  const pages = database
    .statement(
      `DELETE FROM search_page WHERE chapter = ?
        AND page IN (SELECT page FROM search_page WHERE chapter = ? LIMIT ?)`,
    )
    .run(chapter, chapter, atOnce)
  if (Number(pages.changes) < atOnce) {
    database.statement('DELETE FROM search_chapter WHERE number = ?').run(chapter)
  }
  return true
}
