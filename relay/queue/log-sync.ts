import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { sqliteResult } from './sql.ts'

export type LogSync = {
  /**
   * Whatever was committed before is on disk, says `done`; or why that can't be said, with SQLite's code. `bytes`: about
   * how much there is to sync.
   */
  begin(bytes: number, done: (fault: Error | null) => void): void
  close(): void
}

/** A disk that is quicker is waited for: to hand its work to another thread and back takes as long. */
const quickMs = 1
const quickBytes = 256 * 1024

/**
 * Syncs SQLite's log (`relay.db-wal`). Beside everything else this process does, unless the disk is quick: a sync takes
 * from a tenth of a millisecond to many, in which SQLite's own would hold up every connection. A sync is the file's,
 * whoever asks for it through whichever descriptor (fsync(2)). None may be asked for while another is under way.
 */
export function createLogSync(
  database: Pick<Database, 'directory' | 'generation'>,
  monotonicMs: () => number = () => performance.now(),
): LogSync {
  const path = join(database.directory, 'relay.db-wal')
  let open: { readonly descriptor: number; readonly generation: number } | null = null

  const close = (): void => {
    if (open) closeSync(open.descriptor)
    open = null
  }
  const descriptor = (): number => {
    const generation = database.generation()
    if (open?.generation !== generation) {
      close()
      // Windows flushes only what may be written to.
      open = { descriptor: openSync(path, 'r+'), generation }
    }
    return open.descriptor
  }

  let usualMs = 0
  const took = (sinceMs: number): void => {
    usualMs += (monotonicMs() - sinceMs - usualMs) / 5
  }

  return {
    begin(bytes, done) {
      const sinceMs = monotonicMs()
      const ended = (fault: unknown): void => {
        took(sinceMs)
        done(fault ? asStorageFault(path, fault) : null)
      }
      let file: number
      try {
        file = descriptor()
        if (usualMs < quickMs && bytes < quickBytes) fdatasyncSync(file)
        else return fdatasync(file, ended)
      } catch (fault) {
        return ended(fault)
      }
      ended(null)
    },
    close,
  }
}

/** With SQLite's code, so that it is met like a fault of SQLite's own sync. */
function asStorageFault(path: string, cause: unknown): Error {
  const full =
    cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
  return Object.assign(new Error(`${path} can't be synced: ${String(cause)}`, { cause }), {
    errcode: full ? sqliteResult.full : sqliteResult.inputOutput,
  })
}
