import type { Database } from './database.ts'
import { messageIdText } from './message-id.ts'
import { integerOf, rowOf, sqliteCode, sqliteResult, textOf, textOrNull } from './sql.ts'

/** Something on disk that can't be read any more, for people to be told of. */
export type Damage = {
  /** a message was set aside, or the database as a whole is not in order */
  readonly what: 'message' | 'database'
  /** of the message; null where that can't be read, or the database is meant */
  readonly user: string | null
  readonly about: string
}

/** The stored bytes of a message are not what was accepted: some are missing, or can't be read. */
export class DamagedBody extends Error {}

/** What a fault while bytes are read says about them; any other than damage is given back as it is. */
export function asDamage(fault: unknown): unknown {
  const code = sqliteCode(fault)
  return code === sqliteResult.corrupt || code === sqliteResult.notADatabase
    ? new DamagedBody(String(fault))
    : fault
}

/** Notes that a message was set aside, by its number and sender. Runs inside the transaction that does so. */
export function noteDamagedMessage(database: Database, message: number, nowMs: number): void {
  const found = database.statement('SELECT user, mail_from FROM message WHERE id = ?').get(message)
  const row = found === undefined ? {} : rowOf(found)
  const text = (column: string): string | null => (typeof row[column] === 'string' ? row[column] : null)
  const about = [messageIdText(message), text('mail_from')].filter((part) => part).join(', ')
  note(database, { what: 'message', user: text('user'), about }, nowMs)
}

/** Notes that the database is not in order, with the first fault in SQLite's words. Runs inside a transaction. */
export function noteDamagedDatabase(database: Database, about: string, nowMs: number): void {
  note(database, { what: 'database', user: null, about }, nowMs)
}

/** What was noted, by this process or another (`queue check`), and how far that goes. Null: nothing. */
export function damageNoted(
  database: Database,
): { readonly found: readonly Damage[]; readonly lastId: number } | null {
  const rows = database.statement('SELECT id, what, user, about FROM damage ORDER BY id').all().map(rowOf)
  const last = rows.at(-1)
  if (last === undefined) return null
  const found = rows.map(
    (row): Damage => ({
      what: textOf(row, 'what') === 'message' ? 'message' : 'database',
      user: textOrNull(row, 'user'),
      about: textOf(row, 'about'),
    }),
  )
  return { found, lastId: integerOf(last, 'id') }
}

/** People are told of it. Runs inside a transaction. */
export function forgetDamage(database: Database, lastId: number): void {
  database.statement('DELETE FROM damage WHERE id <= ?').run(lastId)
}

function note(database: Database, { what, user, about }: Damage, nowMs: number): void {
  database
    .statement('INSERT INTO damage (at, what, user, about) VALUES (?, ?, ?, ?)')
    .run(nowMs, what, user, about)
}
