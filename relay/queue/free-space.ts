import { statfsSync } from 'node:fs'
import type { Database } from './database.ts'
import { emptyLog, growthAtCheckpoint } from './write-ahead-log.ts'

/** Kept free so that the queue can still settle, and the computer still work, when senders have filled the disk. */
export const defaultReserveBytes = 50 * 1024 * 1024
/** … but never more than this part of a small disk. */
const reservePart = 0.1

const answerLastsMs = 1000

/**
 * Whether a message of so many bytes fits a folder's file system: twice its size (SQLite writes it to the log and
 * then to its place) on top of the reserve, and what the log has still to put in its place. The file system is asked once a second;
 * in between, what was admitted is subtracted, so that a burst can't slip past an old answer.
 */
export function createFreeSpace(
  database: Database,
  reserveBytes: number,
  nowMs: () => number,
): (bytes: number) => boolean {
  let askedAtMs = Number.NEGATIVE_INFINITY
  let freeBytes = 0
  let keptBytes = reserveBytes

  const ask = (): void => {
    try {
      const { bavail, blocks, bsize } = statfsSync(database.directory)
      freeBytes = bavail * bsize - growthAtCheckpoint(database)
      keptBytes = Math.min(reserveBytes, blocks * bsize * reservePart)
    } catch {
      // The folder is gone or the disk fails: room is not what is missing, and the commit says what is.
      freeBytes = Number.POSITIVE_INFINITY
    }
  }

  return (bytes) => {
    const now = nowMs()
    const fits = (): boolean => freeBytes - 2 * bytes >= keptBytes
    // A clock that jumped back must not make an old answer last for years.
    if (now - askedAtMs >= answerLastsMs || now < askedAtMs) {
      ask()
      askedAtMs = now
      // The log keeps the size it once had: its room may be all that is missing.
      if (!fits() && emptyLog(database)) ask()
    }
    if (!fits()) return false
    freeBytes -= 2 * bytes
    return true
  }
}
