import type { Database } from './database.ts'
import { createLogSync, type LogSync } from './log-sync.ts'
import { sqliteCode, sqliteResult } from './sql.ts'
import { createTransactions } from './transactions.ts'
import { emptyLog, putLogInPlace } from './write-ahead-log.ts'
import { type Haste, type Job, takeGroup, type WriteTerms } from './write-job.ts'

export type Writer = {
  /**
   * Runs `work` inside the next transaction; resolves with its value once that is as safe as `haste` says. Everything
   * asked for within one turn of the event loop, or while a sync is under way, shares one BEGIN IMMEDIATE … COMMIT and
   * the sync after it. `work` may run twice (alone, when a neighbour spoiled the shared transaction), so it may change
   * nothing but the database.
   */
  write<Value>(work: () => Value, haste: Haste, terms?: WriteTerms): Promise<Value>
  /** A transaction of its own, at once, without a sync. */
  now<Value>(work: () => Value): Value
  /** Commits everything asked for so far, at once. */
  flush(): void
  /** Flushes; resolves when that is on disk, or has failed. Nothing may be asked for afterwards. */
  close(): Promise<void>
}

export type WriterOptions = {
  /** how long a riding change waits at most, in milliseconds */
  readonly rideMs?: number
  /** lets the rows say what the courier has in hand; inside a transaction, before its work */
  readonly writeClaims?: () => void
  /** whether more is about to be written: a commit then waits for it, a few turns of the event loop at most */
  readonly moreIsComing?: () => boolean
  readonly log?: LogSync
}

const turnsWaited = 3
/** As long messages come in, they are synced after so much: no sync has more to do. */
const unsyncedBytesAtMost = 4 * 1024 * 1024
/** Pages of 4 KB that a small change writes to the log, about. */
const pagesOfAJob = 4
const pageBytes = 4096
/** At so many pages the log is put in its place: often enough to be short. */
const logPagesAtMost = 4000

/** The one place that writes to the database. */
export function createWriter(database: Database, options: WriterOptions = {}): Writer {
  const { rideMs = 10, writeClaims = () => undefined, moreIsComing = () => false } = options
  const log = options.log ?? createLogSync(database)
  const { transact, takeBack } = createTransactions(database)
  let jobs: Job[] = []
  /** committed, and waited for until they are synced */
  let unsynced: Job[] = []
  /** the same, in the sync that is under way; null: none is */
  let syncing: readonly Job[] | null = null
  let immediate: NodeJS.Immediate | null = null
  let ride: NodeJS.Timeout | null = null
  let rodeLongEnough = false
  let turnsGone = 0
  let unsyncedBytes = 0
  let isDirty = false
  let logPages = 0
  let onQuiet: (() => void) | null = null

  const run = (group: readonly Job[]): void => {
    if (group.some(({ claims }) => claims !== 'as-they-are')) writeClaims()
    for (const job of group) job.run()
  }

  const fail = (job: Job, fault: unknown): void => {
    job.undo?.done()
    job.fail(fault)
  }

  const committed = (job: Job): void => {
    logPages += pagesOfAJob + Math.ceil(job.bytes / pageBytes)
    if (job.haste === 'unsynced' && unsyncedBytes <= unsyncedBytesAtMost) job.settle()
    else unsynced.push(job)
  }

  const alone = (job: Job): void => {
    try {
      transact(() => run([job]))
    } catch (fault) {
      return fail(job, fault)
    }
    committed(job)
  }

  const writeGroup = (): void => {
    const group = takeGroup(jobs)
    if (group.length === 0) return
    isDirty = true
    try {
      transact(() => run(group))
    } catch (fault) {
      if (sqliteCode(fault) === sqliteResult.full) emptyLog(database)
      // One that can't be written must not take the others with it: each gets its own chance. Not when another
      // process holds the database, or the disk fails: then each would wait its turn in vain.
      const code = sqliteCode(fault)
      const hopeless = code === sqliteResult.busy || code === sqliteResult.inputOutput
      for (const job of group) {
        if (hopeless) fail(job, fault)
        else alone(job)
      }
      return
    }
    for (const job of group) {
      unsyncedBytes += job.bytes
      committed(job)
    }
  }

  /** What was committed since the last sync began is synced, beside everything else. */
  const sync = (): void => {
    if (syncing !== null || (unsynced.length === 0 && logPages < logPagesAtMost)) return
    const bytes = unsyncedBytes
    syncing = unsynced
    unsynced = []
    unsyncedBytes = 0
    isDirty = false
    log.begin(bytes, synced)
  }

  const synced = (fault: Error | null): void => {
    const done = syncing ?? []
    syncing = null
    if (fault === null) {
      for (const job of done) job.settle()
      putInPlace()
    } else lost(done, fault)
    if (unsynced.length > 0 || rodeLongEnough || jobs.some(({ haste }) => haste !== 'riding')) turn()
    else onQuiet?.()
  }

  /** What was committed since goes down with it: a sync after one that failed says nothing (fsync(2), NOTES). */
  const lost = (failed: readonly Job[], fault: Error): void => {
    const all = [...failed, ...unsynced]
    unsynced = []
    takeBack(all.flatMap(({ undo }) => undo ?? []))
    for (const job of all) job.fail(fault)
  }

  /**
   * Only while nothing in the log is unsynced: SQLite syncs it first, and tells nobody when that fails, which must not
   * happen to pages that somebody is told are safe.
   */
  const putInPlace = (): void => {
    if (isDirty || logPages < logPagesAtMost) return
    putLogInPlace(database)
    logPages = 0
  }
  /** Long messages would otherwise write on and on beside the syncs, and the log grow without an end. */
  const mustWait = (): boolean => syncing !== null && logPages >= logPagesAtMost

  const forgetTimers = (): void => {
    if (immediate) clearImmediate(immediate)
    if (ride) clearTimeout(ride)
    immediate = null
    ride = null
    rodeLongEnough = false
    turnsGone = 0
  }

  const turn = (): void => {
    forgetTimers()
    if (!mustWait()) writeGroup()
    sync()
    if (jobs.length > 0 && !mustWait()) immediate ??= setImmediate(turnOrWait)
  }
  /** Programs that send at the same time share a sync; who sends alone waits for nobody. */
  const turnOrWait = (): void => {
    turnsGone += 1
    if (turnsGone <= turnsWaited && moreIsComing()) immediate = setImmediate(turnOrWait)
    else turn()
  }

  /** Written during a sync, it would wait for the next one all the same: with others, then. */
  const rideOver = (): void => {
    if (syncing === null) turn()
    else rodeLongEnough = true
  }

  const flush = (): void => {
    forgetTimers()
    while (jobs.length > 0) writeGroup()
    sync()
  }

  return {
    write(work, haste, { bytes = 0, ...terms } = {}) {
      return new Promise((resolve, reject) => {
        let value: ReturnType<typeof work>
        jobs.push({
          ...terms,
          haste,
          bytes,
          run() {
            value = work()
          },
          settle: () => resolve(value),
          fail: reject,
        })
        if (haste === 'riding') ride ??= setTimeout(rideOver, rideMs)
        // While a sync is under way what must be synced gathers: it shares the next commit.
        else if (haste === 'unsynced' || syncing === null) immediate ??= setImmediate(turnOrWait)
      })
    },
    now(work) {
      isDirty = true
      return transact(() => {
        writeClaims()
        return work()
      })
    },
    flush,
    async close() {
      flush()
      if (syncing !== null) {
        await new Promise<void>((resolve) => {
          onQuiet = resolve
        })
      }
      log.close()
    },
  }
}
