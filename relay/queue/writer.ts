import { checkpointPages, type Database } from './database.ts'
import { sqliteCode, sqliteResult } from './sql.ts'
import { emptyLog } from './write-ahead-log.ts'

/**
 * How soon a change must be on disk. `synced`: its promise resolves after the sync, with the next commit.
 * `riding`: as safe, but it may wait a few milliseconds for another commit to ride on. `unsynced`: written, and
 * safe with the next synced commit; for what may be lost in a power cut without losing mail.
 */
export type Haste = 'synced' | 'riding' | 'unsynced'

type Job = { readonly haste: Haste; run(): void; fail(fault: unknown): void; settle(): void }

export type Writer = {
  /**
   * Runs `work` inside the next transaction; resolves with its value once that is committed. Everything asked for
   * within one turn of the event loop shares one BEGIN IMMEDIATE … COMMIT and one sync. `work` may run twice (alone,
   * when a neighbour spoiled the shared transaction), so it may change nothing but the database.
   */
  write<Value>(work: () => Value, haste: Haste): Promise<Value>
  /** A transaction of its own, at once, without a sync. */
  now<Value>(work: () => Value): Value
  /** Commits everything asked for so far, at once. */
  flush(): void
}

const unsyncedGroupsAtMost = 8

/** The one place that writes to the database. `rideMs`: how long a riding change waits at most. */
export function createWriter(database: Database, rideMs = 10): Writer {
  let jobs: Job[] = []
  let immediate: NodeJS.Immediate | null = null
  let ride: NodeJS.Timeout | null = null
  let synchronous = true
  let generation = database.generation()
  let unsyncedGroups = 0

  const transaction = <Value>(work: () => Value, synced: boolean): Value => {
    database.trust()
    const { connection } = database
    if (generation !== database.generation()) {
      generation = database.generation()
      synchronous = true
    }
    if (synced !== synchronous) {
      // The log is put in its place after synced commits alone: SQLite tells nobody when that first syncs the log and
      // fails, which must not happen to pages that a later commit relies on.
      connection.exec(
        synced
          ? `PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${checkpointPages}`
          : 'PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0',
      )
      synchronous = synced
    }
    connection.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      connection.exec('COMMIT')
      return value
    } catch (fault) {
      rollBack()
      if (sqliteCode(fault) === sqliteResult.inputOutput) database.doubt()
      throw fault
    }
  }

  const rollBack = (): void => {
    try {
      database.connection.exec('ROLLBACK')
    } catch {
      // SQLite rolls back by itself after some faults (a full disk, an I/O error): then there is nothing left to do.
    }
  }

  const alone = (job: Job): void => {
    try {
      transaction(() => job.run(), job.haste !== 'unsynced')
      job.settle()
    } catch (fault) {
      job.fail(fault)
    }
  }

  const flush = (): void => {
    if (immediate) clearImmediate(immediate)
    if (ride) clearTimeout(ride)
    immediate = null
    ride = null
    const group = jobs
    jobs = []
    if (group.length === 0) return
    try {
      // Long messages that come in write unsynced: now and then one is synced, so that the log can be emptied
      // meanwhile, and no sync has much to write.
      unsyncedGroups += 1
      const synced =
        unsyncedGroups >= unsyncedGroupsAtMost || group.some((job) => job.haste !== 'unsynced')
      if (synced) unsyncedGroups = 0
      transaction(() => {
        for (const job of group) job.run()
      }, synced)
    } catch (fault) {
      if (sqliteCode(fault) === sqliteResult.full) emptyLog(database)
      // One that can't be written must not take the others with it: each gets its own chance. Not when another
      // process holds the database, or the disk fails: then each would wait its turn in vain.
      const code = sqliteCode(fault)
      const hopeless = code === sqliteResult.busy || code === sqliteResult.inputOutput
      for (const job of group) {
        if (hopeless) job.fail(fault)
        else alone(job)
      }
      return
    }
    for (const job of group) job.settle()
  }

  return {
    write(work, haste) {
      return new Promise((resolve, reject) => {
        let value: ReturnType<typeof work>
        jobs.push({
          haste,
          run() {
            value = work()
          },
          settle: () => resolve(value),
          fail: reject,
        })
        if (haste === 'riding') ride ??= setTimeout(flush, rideMs)
        else immediate ??= setImmediate(flush)
      })
    },
    now: (work) => transaction(work, false),
    flush,
  }
}
