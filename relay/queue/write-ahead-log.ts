import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { integerOf, rowOf, sqliteCode, sqliteResult } from './sql.ts'

/** By how many bytes `relay.db` grows when SQLite puts what its log (`relay.db-wal`) holds in its place. */
export function growthAtCheckpoint(database: Database): number {
  const pragma = (name: string): number => integerOf(rowOf(database.statement(`PRAGMA ${name}`).get()), name)
  const file = statSync(join(database.directory, 'relay.db'), { throwIfNoEntry: false })
  return Math.max(0, pragma('page_count') * pragma('page_size') - (file?.size ?? 0))
}

/**
 * Puts what the log holds in its place and gives its room free. Only where that is sure to fit: a checkpoint that
 * runs out of space fills the disk to the brim, and then no outcome could be written down any more. False: not done.
 */
export function emptyLog(database: Database): boolean {
  return checkpoint(database, 'TRUNCATE')
}

/** Puts what the log holds in its place, so that it is written from its beginning again; others may go on reading. */
export function putLogInPlace(database: Database): void {
  checkpoint(database, 'PASSIVE')
}

function checkpoint(database: Database, mode: 'TRUNCATE' | 'PASSIVE'): boolean {
  try {
    const { bavail, bsize } = statfsSync(database.directory)
    if (bavail * bsize < growthAtCheckpoint(database)) return false
    database.connection.exec(`PRAGMA wal_checkpoint(${mode})`)
    return true
  } catch (fault) {
    // Held by another process, or another program took the room just now: there is a next time, and what wasn't put in
    // its place stays in the log. A disk that failed is another matter.
    if (sqliteCode(fault) === sqliteResult.inputOutput) database.doubt()
    return false
  }
}
