import { closeSync, fdatasync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { sqliteResult } from './sql.ts'

export type LogSync = {
  /** Whatever was committed before is on disk, says `done`; or why that can't be said, with SQLite's code. */
  begin(done: (fault: Error | null) => void): void
  close(): void
}

/**
 * Syncs SQLite's log (`relay.db-wal`) beside everything else this process does: a disk takes from a tenth of a
 * millisecond to many for it, in which SQLite's own sync would hold up every connection. A sync is the file's, whoever
 * asks for it through whichever descriptor (fsync(2)). None may be asked for while another is under way.
 */
export function createLogSync(database: Pick<Database, 'directory' | 'generation'>): LogSync {
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

  return {
    begin(done) {
      let file: number
      try {
        file = descriptor()
      } catch (fault) {
        setImmediate(done, asStorageFault(path, fault))
        return
      }
      fdatasync(file, (fault) => done(fault === null ? null : asStorageFault(path, fault)))
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
