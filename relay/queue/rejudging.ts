import { backInQueue } from './asking.ts'
import type { Database } from './database.ts'
import { integerOf, rowOf, textOf } from './sql.ts'

/** Whose message it is and as whom it is sent: all that a decision about it depends on. */
export type QueuedSender = {
  readonly user: string
  readonly login: string
  /** `identity:address`, as the listener wrote them */
  readonly identities: readonly string[]
}

/**
 * Holds the waiting mail that may no longer go (`sender-not-authorized`) and frees what was held so and may go again.
 * Asks once for each different sender, however many messages wait. Runs inside a transaction; gives the numbers of
 * what changed.
 */
export function rejudge(
  database: Database,
  mayGo: (sender: QueuedSender) => boolean,
  nowMs: number,
): { readonly held: readonly number[]; readonly released: readonly number[] } {
  const senders = database
    .statement(
      `SELECT DISTINCT user, login, identities, state = 'held' AS held FROM message
        WHERE state <> 'sent' AND
          (state IN ('waiting', 'uncertain') OR (state = 'held' AND hold_reason = 'sender-not-authorized'))`,
    )
    .all()
    .map(rowOf)
  const released: number[] = []
  const heldNow: number[] = []
  for (const row of senders) {
    const user = textOf(row, 'user')
    const login = textOf(row, 'login')
    const identities = textOf(row, 'identities')
    const held = integerOf(row, 'held') === 1
    const may = mayGo({ user, login, identities: readIdentities(identities) })
    if (may !== held) continue
    const changed = database
      .statement(held ? releaseSql : holdSql)
      .all(...(held ? [nowMs, nowMs] : [nowMs]), user, login, identities)
    for (const one of changed) (held ? released : heldNow).push(integerOf(rowOf(one), 'id'))
  }
  return { held: heldNow, released }
}

const holdSql = `
  UPDATE message SET state = 'held', hold_reason = 'sender-not-authorized', next_attempt_at = NULL, changed_at = ?
    WHERE state <> 'sent' AND state IN ('waiting', 'uncertain') AND user = ? AND login = ? AND identities = ?
    RETURNING id`

const releaseSql = `
  UPDATE message SET hold_reason = NULL, changed_at = ?, ${backInQueue}
    WHERE state <> 'sent' AND state = 'held' AND hold_reason = 'sender-not-authorized'
      AND user = ? AND login = ? AND identities = ?
    RETURNING id`

function readIdentities(text: string): readonly string[] {
  const parsed: unknown = JSON.parse(text)
  if (!Array.isArray(parsed)) throw new Error('the identities of a queued message are not a list')
  return parsed.map(String)
}
