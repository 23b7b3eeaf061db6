import { holdReason } from '../domain/message-state.ts'
import type { Database } from './database.ts'
import type { UserPause } from './queue-contract.ts'
import { integerOf, rowOf, textOf } from './sql.ts'

/** Which users' mail is not tried for now: one row a user, however much mail waits. */
export function pausesOf(database: Database): ReadonlyMap<string, UserPause> {
  const rows = database.statement('SELECT user, reason, next_try_at FROM user_pause').all().map(rowOf)
  return new Map(
    rows.map((row) => [
      textOf(row, 'user'),
      { reason: holdReason.parse(row['reason']), nextTryAtMs: integerOf(row, 'next_try_at') },
    ]),
  )
}

/** Sets or, with null, lifts a pause. Runs inside a transaction. */
export function setPause(database: Database, user: string, pause: UserPause | null): void {
  if (pause === null) database.statement('DELETE FROM user_pause WHERE user = ?').run(user)
  else {
    database
      .statement('INSERT OR REPLACE INTO user_pause (user, reason, next_try_at) VALUES (?, ?, ?)')
      .run(user, pause.reason, pause.nextTryAtMs)
  }
}
