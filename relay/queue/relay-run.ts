import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** The mark a relay leaves on its data while it works there. */
export type RelayRun = {
  /** the last sign of life of a relay that ended without taking its mark away; milliseconds since 1970, or null */
  readonly foundAliveAtMs: number | null
  /** A sign of life. Best effort: a full disk must not end the relay. */
  alive(nowMs: number): void
  /** The relay ends as it should. */
  end(): void
}

export function beginRelayRun(database: Database, nowMs: number): RelayRun {
  const row = database.statement('SELECT max(alive_at) AS alive_at FROM relay_run').get()
  const found = row === undefined ? null : rowOf(row)
  const write = (sql: string, ...values: number[]): void => {
    try {
      database.statement(sql).run(...values)
    } catch {
      // A full disk, or another process writes: the mark is a minute older than it could be.
    }
  }
  const alive = (atMs: number): void =>
    write('INSERT OR REPLACE INTO relay_run (only_one, alive_at) VALUES (1, ?)', atMs)
  const foundAliveAtMs = found === null || found['alive_at'] === null ? null : integerOf(found, 'alive_at')
  alive(nowMs)
  return { foundAliveAtMs, alive, end: () => write('DELETE FROM relay_run') }
}
