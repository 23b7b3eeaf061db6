import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Result } from '../domain/result.ts'
import { type DataLock, lockData } from './data-lock.ts'
import { migrate, migrations, schemaVersion } from './migrations.ts'
import { type RenewableConnection, renewable } from './renewable-connection.ts'
import { type SqlConnection, type SqlDriver, type SqlStatement, sqliteCode, sqliteResult } from './sql.ts'

/** Why the data folder can't be used. A subset of the relay's problems. */
export type DatabaseProblem =
  | { readonly reason: 'data-in-use'; readonly directory: string; readonly pid: number | null }
  | { readonly reason: 'folder-not-writable'; readonly directory: string }
  | { readonly reason: 'database-newer'; readonly path: string }

/** Why the data of a relay can't be looked into; `path` is the database's. */
export type VisitProblem = {
  readonly reason: 'no-database' | 'other-version' | 'no-access' | 'unreadable'
  readonly path: string
}

/** At so many pages of 4 KB in the log a commit puts them in their place: often enough to be short. */
export const checkpointPages = 4000

export type Database = Pick<RenewableConnection, 'doubt' | 'generation' | 'trust'> & {
  /** Not to be kept: after a fault of the disk it is another one. */
  readonly connection: SqlConnection
  readonly directory: string
  /** true for the one relay of this folder; false for a `queue` command that looks in */
  readonly owner: boolean
  readonly driver: SqlDriver['name']
  /** where an unreadable database was put, whole, before this new one was made; null when it could be read */
  readonly setAside: string | null
  /** Is the folder's file still the one that is open? SQLite goes on writing to a file that was deleted. */
  isInPlace(): boolean
  /** Prepares each text once. */
  statement(sql: string): SqlStatement
  /** Also gives the folder free. Once is enough; a second call does nothing. */
  close(): void
}

/** node:sqlite where the runtime has it, else the add-on with the same interface; asked for one, just that one. */
export async function loadDriver(wanted?: SqlDriver['name']): Promise<SqlDriver> {
  const builtIn = wanted === '@photostructure/sqlite' ? undefined : process.getBuiltinModule('node:sqlite')
  if (builtIn)
    return { name: 'node:sqlite', open: (path, options) => new builtIn.DatabaseSync(path, { ...options }) }
  const addOn = await import('@photostructure/sqlite')
  return {
    name: '@photostructure/sqlite',
    open: (path, options) => new addOn.DatabaseSync(path, { ...options }),
  }
}

/**
 * Opens `DIR/relay.db` for the one relay of that folder, making both when missing. A file that can't be read is put
 * aside whole, never deleted, and a new one begun.
 */
export async function openDatabase(
  directory: string,
  driver?: SqlDriver,
): Promise<Result<Database, DatabaseProblem>> {
  const chosen = driver ?? (await loadDriver())
  const path = join(directory, 'relay.db')
  let lock: Result<DataLock, { reason: 'data-in-use'; pid: number | null }>
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    lock = lockData(chosen, directory)
  } catch (fault) {
    if (isFolderFault(fault)) return failed({ reason: 'folder-not-writable', directory })
    throw fault
  }
  if (!lock.ok) return failed({ ...lock.problem, directory })
  const held = lock.value
  try {
    const opened = openConnection(chosen, path)
    if (opened.ok) return done(database(opened.value, directory, chosen, null, held))
    if (opened.problem.reason === 'database-newer') {
      held.release()
      return failed({ reason: 'database-newer', path })
    }
    const { aside } = opened.problem
    const fresh = openConnection(chosen, path)
    if (!fresh.ok) throw new Error(`a new ${path} could not be read back`)
    return done(database(fresh.value, directory, chosen, aside, held))
  } catch (fault) {
    held.release()
    if (isFolderFault(fault)) return failed({ reason: 'folder-not-writable', directory })
    throw fault
  }
}

/** Opens the database of a relay that may be running, beside it: to look, and for short changes. Makes nothing. */
export async function visitDatabase(directory: string): Promise<Result<Database, VisitProblem>> {
  const path = join(directory, 'relay.db')
  if (!existsSync(path)) return failed({ reason: 'no-database', path })
  const driver = await loadDriver()
  let connection: SqlConnection | null = null
  try {
    connection = driver.open(path)
    prepareConnection(connection)
    // Only the relay changes the schema: a visitor of another version than the file's could misread it.
    if (schemaVersion(connection) !== migrations.length) {
      connection.close()
      return failed({ reason: 'other-version', path })
    }
    return done(database(connection, directory, driver, null, null))
  } catch (fault) {
    connection?.close()
    if (isUnreadable(fault)) return failed({ reason: 'unreadable', path })
    if (isFolderFault(fault)) return failed({ reason: 'no-access', path })
    throw fault
  }
}

function openConnection(
  driver: SqlDriver,
  path: string,
): Result<SqlConnection, { reason: 'unreadable'; aside: string } | { reason: 'database-newer' }> {
  let connection: SqlConnection | null = null
  try {
    connection = driver.open(path)
    prepareConnection(connection)
    if (schemaVersion(connection) > migrations.length) {
      connection.close()
      return failed({ reason: 'database-newer' })
    }
    migrate(connection)
    // Every table and index is opened once here, so that a damaged one shows now and not with a message in hand.
    connection.exec(
      'SELECT count(*) FROM sqlite_schema; SELECT max(id) FROM message; SELECT * FROM receiving',
    )
    return done(connection)
  } catch (fault) {
    if (isUnreadable(fault)) return failed({ reason: 'unreadable', aside: setAside(path, connection) })
    connection?.close()
    throw fault
  }
}

function prepareConnection(connection: SqlConnection): void {
  // auto_vacuum is heeded while there is no table yet: see room.ts.
  // FULL in WAL syncs the log at each commit: COMMIT returns when the message is on disk (sqlite.org/pragma.html#pragma_synchronous).
  connection.exec(`
    PRAGMA busy_timeout = 2000;
    PRAGMA auto_vacuum = INCREMENTAL;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    PRAGMA journal_size_limit = 67108864;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
  `)
}

function database(
  connection: SqlConnection,
  directory: string,
  driver: SqlDriver,
  aside: string | null,
  lock: DataLock | null,
): Database {
  const path = join(directory, 'relay.db')
  const inode = statSync(path).ino
  const opened = renewable({ driver, path, first: connection, prepare: prepareConnection })
  let closed = false
  /** as of this turn of the event loop: what commits in one asks once */
  let inPlace: boolean | null = null
  return {
    get connection() {
      return opened.current()
    },
    doubt: opened.doubt,
    generation: opened.generation,
    trust: opened.trust,
    directory,
    owner: lock !== null,
    driver: driver.name,
    setAside: aside,
    isInPlace() {
      if (inPlace === null) {
        inPlace = statSync(path, { throwIfNoEntry: false })?.ino === inode
        setImmediate(() => {
          inPlace = null
        })
      }
      return inPlace
    },
    statement: opened.statement,
    close() {
      if (closed) return
      closed = true
      opened.close()
      lock?.release()
    },
  }
}

/**
 * The log goes along under the matching name, so that SQLite's own tools can still read both as one. It is copied
 * before the connection closes: closing writes the log into the database and removes it.
 */
function setAside(path: string, connection: SqlConnection | null): string {
  const time = new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
  let aside = `${path}.unreadable-${time}`
  for (let number = 2; existsSync(aside); number++) aside = `${path}.unreadable-${time}-${number}`
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${aside}-wal`)
  connection?.close()
  renameSync(path, aside)
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
  return aside
}

function isUnreadable(fault: unknown): boolean {
  const code = sqliteCode(fault)
  return code === sqliteResult.corrupt || code === sqliteResult.notADatabase
}

function isFolderFault(fault: unknown): boolean {
  const code = sqliteCode(fault)
  const faults: readonly (number | null)[] = [
    sqliteResult.permission,
    sqliteResult.readOnly,
    sqliteResult.inputOutput,
    sqliteResult.full,
    sqliteResult.cannotOpen,
  ]
  return code === null ? fault instanceof Error && 'syscall' in fault : faults.includes(code)
}
