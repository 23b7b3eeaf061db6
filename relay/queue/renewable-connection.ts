import {
  integerOf,
  rowOf,
  type SqlConnection,
  type SqlDriver,
  type SqlStatement,
  sqliteResult,
} from './sql.ts'

/** An open database that can be closed and opened again under those who use it, when the disk has failed. */
export type RenewableConnection = {
  /** Throws with SQLite's code for an I/O error while there is none. */
  current(): SqlConnection
  /** Prepares each text once. */
  statement(sql: string): SqlStatement
  /** How often it was opened again. What was written unsynced under an earlier number may be lost. */
  generation(): number
  /**
   * A write or sync failed. Linux reports that once and then forgets it: a later sync "succeeds" without the pages
   * that were lost. So nothing is written any more until `trust` has seen to it.
   */
  doubt(): void
  /** To be called before each transaction. Doubted: opens the database again, or throws; tries once a second. */
  trust(): void
  close(): void
}

const tryEveryMs = 1000

/**
 * `prepare` sets a new connection up. What makes it trusted again: SQLite reads its log anew and ends it where a
 * checksum is wrong, then everything in it is written to its place and synced, and the log begins afresh. Messages
 * acknowledged before the fault had been synced, and so are in that part of the log (sqlite.org/wal.html).
 */
export function renewable(options: {
  readonly driver: SqlDriver
  readonly path: string
  readonly first: SqlConnection
  readonly prepare: (connection: SqlConnection) => void
}): RenewableConnection {
  const { driver, path, prepare } = options
  const prepared = new Map<string, SqlStatement>()
  let connection: SqlConnection | null = options.first
  let generation = 0
  let doubted = false
  let triedAtMs = Number.NEGATIVE_INFINITY

  const current = (): SqlConnection => {
    if (connection === null)
      throw ioFault(`${path} is not open: the disk failed, it is tried again every second`)
    return connection
  }

  /** Without SQLite putting the log in its place, as the last one to close does: from that log nothing was verified. */
  const closeUntouched = (doubtful: SqlConnection): void => {
    const witness = driver.open(path, { readOnly: true })
    try {
      witness.prepare('SELECT count(*) FROM sqlite_schema').get()
      prepared.clear()
      connection = null
      doubtful.close()
    } finally {
      witness.close()
    }
  }

  const renew = (): void => {
    if (connection !== null) closeUntouched(connection)
    const fresh = driver.open(path)
    try {
      prepare(fresh)
      const done = rowOf(fresh.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get())
      if (integerOf(done, 'busy') !== 0)
        throw ioFault(`${path}: another program reads it, so its log can't be emptied`)
    } catch (fault) {
      // Good enough to read from, and closed untouched before the next try.
      connection = fresh
      throw fault
    }
    connection = fresh
    generation += 1
    doubted = false
  }

  return {
    current,
    statement(sql) {
      const known = prepared.get(sql)
      if (known) return known
      const statement = current().prepare(sql)
      prepared.set(sql, statement)
      return statement
    },
    generation: () => generation,
    doubt() {
      if (doubted || connection === null) return
      doubted = true
      try {
        // Written over what failed, of which the log may hold a whole copy: refused mail must not come back to life.
        const version = integerOf(rowOf(connection.prepare('PRAGMA user_version').get()), 'user_version')
        connection.exec(`PRAGMA synchronous = OFF; PRAGMA user_version = ${version}`)
      } catch {
        // Not even that can be written: then the end of what failed, which makes it valid, hardly was.
      }
    },
    trust() {
      if (!doubted) return
      const now = performance.now()
      if (now - triedAtMs < tryEveryMs) throw ioFault(`${path}: the disk failed a moment ago`)
      triedAtMs = now
      renew()
    },
    close() {
      if (connection === null) return
      if (!doubted) connection.close()
      else {
        try {
          closeUntouched(connection)
        } catch {
          // The disk can't even be read: the process ends with it open, which leaves the log as it is too.
        }
      }
    },
  }
}

/** With SQLite's code, so that it is met like one of SQLite's own. */
function ioFault(message: string): Error {
  return Object.assign(new Error(message), { errcode: sqliteResult.inputOutput })
}
