import type { Database } from './database.ts'

/**
 * Reads as of one moment, whatever another process writes meanwhile: several looks would else show a message twice,
 * or not at all, while it changes its state. Not inside a transaction. Keep it short: the log can't be emptied so long.
 */
export function inSnapshot<Value>(database: Database, read: () => Value): Value {
  database.connection.exec('BEGIN')
  try {
    return read()
  } finally {
    database.connection.exec('COMMIT')
  }
}
