import { checkpointPages, type Database } from './database.ts'
import { sqliteCode, sqliteResult } from './sql.ts'
import { emptyLog } from './write-ahead-log.ts'

/**
 * How soon a change must be on disk. `synced`: its promise resolves after the sync, with the next commit.
 * `riding`: as safe, but it may wait a few milliseconds for another commit to ride on. `unsynced`: written, and
 * safe with the next synced commit; for what may be lost in a power cut without losing mail.
 */
export type Haste = 'synced' | 'riding' | 'unsynced'

export type WriteTerms = {
  /** about how much it writes, where that is much: nobody waits for more than a few megabytes of others */
  readonly bytes?: number
  /** whether the rows must say what the courier has in hand before: for all that goes by the states of messages */
  readonly claims?: 'written' | 'as-they-are'
}

type Job = Required<WriteTerms> & {
  readonly haste: Haste
  run(): void
  fail(fault: unknown): void
  settle(): void
}

export type Writer = {
  /**
   * Runs `work` inside the next transaction; resolves with its value once that is committed. Everything asked for
   * within one turn of the event loop shares one BEGIN IMMEDIATE … COMMIT and one sync. `work` may run twice (alone,
   * when a neighbour spoiled the shared transaction), so it may change nothing but the database.
   */
  write<Value>(work: () => Value, haste: Haste, terms?: WriteTerms): Promise<Value>
  /** A transaction of its own, at once, without a sync. */
  now<Value>(work: () => Value): Value
  /** Commits everything asked for so far, at once. */
  flush(): void
}

export type WriterOptions = {
  /** how long a riding change waits at most, in milliseconds */
  readonly rideMs?: number
  /** lets the rows say what the courier has in hand; inside a transaction, before its work */
  readonly writeClaims?: () => void
  /** whether more is about to be written: a commit then waits for it, a few turns of the event loop at most */
  readonly moreIsComing?: () => boolean
}

const turnsWaited = 3
/** What one transaction writes at most: nothing else happens in this process meanwhile. */
const groupBytes = 1024 * 1024
/** As long messages come in, one transaction is synced after so much: no sync has more to do. */
const unsyncedBytesAtMost = 4 * 1024 * 1024

/** The one place that writes to the database. */
export function createWriter(database: Database, options: WriterOptions = {}): Writer {
  const { rideMs = 10, writeClaims = () => undefined, moreIsComing = () => false } = options
  let jobs: Job[] = []
  let immediate: NodeJS.Immediate | null = null
  let ride: NodeJS.Timeout | null = null
  let turnsGone = 0
  let synchronous = true
  let generation = database.generation()
  let unsyncedBytes = 0

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

  const run = (group: readonly Job[]): void => {
    if (group.some(({ claims }) => claims === 'written')) writeClaims()
    for (const job of group) job.run()
  }

  const alone = (job: Job): void => {
    try {
      transaction(() => run([job]), job.haste !== 'unsynced')
      job.settle()
    } catch (fault) {
      job.fail(fault)
    }
  }

  /** The first of what waits, as much as belongs into one transaction. */
  const takeGroup = (): readonly Job[] => {
    let bytes = 0
    const end = jobs.findIndex((job) => {
      bytes += job.bytes
      return bytes > groupBytes
    })
    return jobs.splice(0, end === -1 ? jobs.length : Math.max(end, 1))
  }

  const writeGroup = (): void => {
    const group = takeGroup()
    if (group.length === 0) return
    unsyncedBytes += group.reduce((sum, job) => sum + job.bytes, 0)
    const synced = unsyncedBytes > unsyncedBytesAtMost || group.some((job) => job.haste !== 'unsynced')
    if (synced) unsyncedBytes = 0
    try {
      transaction(() => run(group), synced)
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

  const forgetTimers = (): void => {
    if (immediate) clearImmediate(immediate)
    if (ride) clearTimeout(ride)
    immediate = null
    ride = null
    turnsGone = 0
  }

  /** Programs that send at the same time share a sync; who sends alone waits for nobody. */
  const turnOrWait = (): void => {
    turnsGone += 1
    if (turnsGone <= turnsWaited && moreIsComing()) immediate = setImmediate(turnOrWait)
    else turn()
  }

  const turn = (): void => {
    forgetTimers()
    writeGroup()
    if (jobs.length > 0) immediate ??= setImmediate(turn)
  }

  return {
    write(work, haste, { bytes = 0, claims = 'written' } = {}) {
      return new Promise((resolve, reject) => {
        let value: ReturnType<typeof work>
        jobs.push({
          haste,
          bytes,
          claims,
          run() {
            value = work()
          },
          settle: () => resolve(value),
          fail: reject,
        })
        if (haste === 'riding') ride ??= setTimeout(turn, rideMs)
        else immediate ??= setImmediate(turnOrWait)
      })
    },
    now: (work) =>
      transaction(() => {
        writeClaims()
        return work()
      }, false),
    flush() {
      forgetTimers()
      while (jobs.length > 0) writeGroup()
    },
  }
}
