import type { Database } from './database.ts'
import { sqliteCode, sqliteResult } from './sql.ts'

/** Takes back what was committed and could not be synced: whoever asked for it was told that it failed. */
export type Undo = {
  /** inside a transaction */
  run(): void
  /** it is nowhere to be seen any more, or never was */
  done(): void
}

export type Transactions = {
  /** One transaction around `work`, committed without a sync. Rolled back, it throws; a faulty disk is doubted. */
  transact<Value>(work: () => Value): Value
  /** A sync failed: what may be taken back is, now or before the next transaction, and the disk is doubted. */
  takeBack(undos: readonly Undo[]): void
}

export function createTransactions(database: Database): Transactions {
  let generation: number | null = null
  let toUndo: readonly Undo[] = []

  /** SQLite neither syncs at a commit nor empties its log by itself: the writer does both, when it has synced. */
  const prepare = (): void => {
    if (generation === database.generation()) return
    generation = database.generation()
    database.connection.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0')
  }

  const commit = <Value>(work: () => Value): Value => {
    const { connection } = database
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

  const undo = (): void => {
    if (toUndo.length === 0) return
    commit(() => {
      for (const one of toUndo) one.run()
    })
    for (const one of toUndo) one.done()
    toUndo = []
  }

  return {
    transact(work) {
      database.trust()
      prepare()
      undo()
      return commit(work)
    },
    takeBack(undos) {
      toUndo = [...toUndo, ...undos]
      try {
        undo()
      } catch {
        // Before the next transaction, then.
      }
      database.doubt()
    },
  }
}
