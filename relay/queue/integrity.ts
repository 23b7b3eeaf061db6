import type { Database } from './database.ts'
import { messageIdText } from './message-id.ts'
import { summaryColumns, summaryOf } from './message-rows.ts'
import { integerOf, rowOf } from './sql.ts'

/** What is wrong with a database. Both lists empty: it is whole. */
export type IntegrityReport = {
  /** in SQLite's words, at most 100 */
  readonly faults: readonly string[]
  /** messages of the queue whose line can't be read, at most 100 */
  readonly unreadable: readonly string[]
}

const atMost = 100
const atOnce = 1000

/** Reads the whole database (sqlite.org/pragma.html#pragma_integrity_check); `quick` leaves out the indexes. */
export function checkIntegrity(database: Database, quick: boolean): IntegrityReport {
  const pragma = quick ? 'quick_check' : 'integrity_check'
  const rows = database.connection.prepare(`PRAGMA ${pragma}(${atMost})`).all()
  const faults = rows.map((row) => String(Object.values(rowOf(row))[0])).filter((line) => line !== 'ok')
  const unreadable: string[] = []
  const page = database.statement(
    `SELECT ${summaryColumns} FROM message WHERE id > ? AND state NOT IN ('sent', 'deleted') ORDER BY id LIMIT ${atOnce}`,
  )
  for (let after = -1; unreadable.length < atMost; ) {
    const messages = page.all(after)
    for (const row of messages) {
      after = integerOf(rowOf(row), 'id')
      if (summaryOf(row, new Map()).holdReason === 'unreadable') unreadable.push(messageIdText(after))
    }
    if (messages.length < atOnce) break
  }
  return { faults, unreadable: unreadable.slice(0, atMost) }
}
