import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Kept free so that the queue can still settle, and the computer still work, when senders have filled the disk. */
export const defaultReserveBytes = 50 * 1024 * 1024
/** … but never more than this part of a small disk. */
const reservePart = 0.1

const answerLastsMs = 1000

/**
 * Whether a message of so many bytes fits a folder's file system: twice its size (SQLite writes it to the log and
 * then to its place) on top of the reserve. The file system is asked once a second; in between, what was admitted
 * is subtracted, so that a burst can't slip past an old answer. What the log holds needs its own size once more: a
 * checkpoint that ran out of space would fill the disk to the brim, and no outcome could be written down any more.
 */
export function createFreeSpace(
  directory: string,
  reserveBytes: number,
  nowMs: () => number,
): (bytes: number) => boolean {
  let askedAtMs = Number.NEGATIVE_INFINITY
  let freeBytes = 0
  let keptBytes = reserveBytes
  return (bytes) => {
    const now = nowMs()
    // A clock that jumped back must not make an old answer last for years.
    if (now - askedAtMs >= answerLastsMs || now < askedAtMs) {
      const { bavail, blocks, bsize } = statfsSync(directory)
      freeBytes = bavail * bsize - logBytes(directory)
      keptBytes = Math.min(reserveBytes, blocks * bsize * reservePart)
      askedAtMs = now
    }
    if (freeBytes - 2 * bytes < keptBytes) return false
    freeBytes -= 2 * bytes
    return true
  }
}

function logBytes(directory: string): number {
  return statSync(join(directory, 'relay.db-wal'), { throwIfNoEntry: false })?.size ?? 0
}
