import { setAside } from './claiming.ts'
import { noteDamagedDatabase } from './damage.ts'
import type { Database } from './database.ts'
import { messageIdText, messageNumber } from './message-id.ts'
import { summaryColumns, summaryOf } from './message-rows.ts'
import { integerOf, rowOf } from './sql.ts'

/** What is wrong with a database. Both lists empty: it is whole. */
export type IntegrityReport = {
  /** in SQLite's words, at most 100 */
  readonly faults: readonly string[]
  /** messages of the queue whose line or bytes can't be read, at most 100 */
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
    `SELECT ${summaryColumns},
        bytes <> (SELECT coalesce(sum(length(bytes)), 0) FROM body_chunk WHERE message = message.id) AS differs
      FROM message WHERE id > ? AND state NOT IN ('sent', 'deleted') ORDER BY id LIMIT ${atOnce}`,
  )
  for (let after = -1; unreadable.length < atMost; ) {
    const messages = page.all(after)
    for (const row of messages) {
      after = integerOf(rowOf(row), 'id')
      const isUnreadable = summaryOf(row, new Map()).holdReason === 'unreadable'
      if (isUnreadable || integerOf(rowOf(row), 'differs') === 1) unreadable.push(messageIdText(after))
    }
    if (messages.length < atOnce) break
  }
  return { faults, unreadable: unreadable.slice(0, atMost) }
}

/**
 * Sets aside what a check found to be unreadable and could still be sent, and notes it for the relay to tell people.
 * Runs inside a transaction.
 */
export function quarantine(database: Database, { faults, unreadable }: IntegrityReport, nowMs: number): void {
  const [fault] = faults
  if (fault !== undefined) noteDamagedDatabase(database, fault, nowMs)
  const mayGo = database.statement(
    `SELECT 1 FROM message WHERE id = ? AND state NOT IN ('sending', 'failed', 'sent', 'deleted')
      AND hold_reason IS NOT 'unreadable'`,
  )
  for (const id of unreadable) {
    const number = messageNumber(id)
    if (number !== null && mayGo.get(number) !== undefined) setAside(database, number, nowMs)
  }
}
