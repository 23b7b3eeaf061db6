import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Result } from '../domain/result.ts'
import { type SqlDriver, sqliteCode, sqliteResult } from './sql.ts'

export type DataLock = { release(): void }

/**
 * Makes this process the only relay on a data folder, until it ends in whatever way. The lock is the operating
 * system's, held through SQLite on a file of its own: it goes with the process, also after kill -9, and can't be
 * mistaken for another process that got the same number. The number beside it is for people.
 */
export function lockData(
  driver: SqlDriver,
  directory: string,
): Result<DataLock, { readonly reason: 'data-in-use'; readonly pid: number | null }> {
  const pidFile = join(directory, 'relay.pid')
  const connection = driver.open(join(directory, 'relay.lock'))
  try {
    connection.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (fault) {
    connection.close()
    if (sqliteCode(fault) === sqliteResult.busy)
      return failed({ reason: 'data-in-use', pid: readPid(pidFile) })
    throw fault
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return done({
    release() {
      rmSync(pidFile, { force: true })
      connection.close()
    },
  })
}

function readPid(path: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
    return Number.isSafeInteger(pid) ? pid : null
  } catch {
    // The holder has the lock and not yet written its number, or is just going.
    return null
  }
}
