import type { Database } from './database.ts'
import { integerOf, rowOf, sqliteCode } from './sql.ts'
import { emptyLog } from './write-ahead-log.ts'
import type { Writer } from './writer.ts'

/** So much is kept for mail to come. */
const keptFreeBytes = 16 * 1024 * 1024
const quicklyCopiedBytes = 32 * 1024 * 1024
const lookEveryMs = 5000
/** A step takes a few milliseconds, and others get their turn between two. */
const stepPages = 64
const betweenStepsMs = 10

const pragma = (database: Database, name: string): number =>
  integerOf(rowOf(database.statement(`PRAGMA ${name}`).get()), name)

function surplusPages(database: Database): number {
  return pragma(database, 'freelist_count') - Math.floor(keptFreeBytes / pragma(database, 'page_size'))
}

/** Whether the file can give room back in steps: decided when it was made, or last copied as a whole. */
function isIncremental(database: Database): boolean {
  return pragma(database, 'auto_vacuum') === 2
}

/**
 * Lets a database that was made without it give room back in steps from now on. It is copied for that, so only a small
 * one, once, at a start; a disk too full to copy it is left as it is.
 */
export function makeIncremental(database: Database): void {
  if (isIncremental(database)) return
  const freePages = pragma(database, 'freelist_count')
  const usedBytes = (pragma(database, 'page_count') - freePages) * pragma(database, 'page_size')
  if (usedBytes > quicklyCopiedBytes) return
  try {
    database.connection.exec('PRAGMA auto_vacuum = INCREMENTAL; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (fault) {
    if (sqliteCode(fault) === null) throw fault
  }
}

/**
 * Gives the room of mail that is long gone back to the computer, which SQLite keeps for itself otherwise: a little at a
 * time, and only while no mail comes or goes.
 */
export function startGivingRoomBack(options: {
  readonly database: Database
  readonly writer: Writer
  readonly isIdle: () => boolean
  /** how often to see whether there is any to give, in milliseconds */
  readonly everyMs?: number
}): { readonly close: () => void } {
  const { database, writer, isIdle, everyMs = lookEveryMs } = options
  let next: NodeJS.Timeout | null = null
  let closed = false

  const again = (afterMs: number): void => {
    if (closed) return
    next = setTimeout(() => void step(), afterMs)
    next.unref()
  }
  const giveSome = async (): Promise<boolean> => {
    if (!isIdle() || !isIncremental(database)) return false
    const surplus = surplusPages(database)
    if (surplus <= 0) return false
    const pages = Math.min(surplus, stepPages)
    await writer.write(() => database.connection.exec(`PRAGMA incremental_vacuum(${pages})`), 'riding')
    // The file itself gets shorter when the log is put in its place.
    if (surplus <= stepPages) emptyLog(database)
    return true
  }
  const step = async (): Promise<void> => {
    let gave = false
    try {
      gave = await giveSome()
    } catch {
      // A full disk, or closed meanwhile: there is a next time.
    }
    again(gave ? betweenStepsMs : everyMs)
  }
  again(everyMs)

  return {
    close() {
      closed = true
      if (next) clearTimeout(next)
    },
  }
}
