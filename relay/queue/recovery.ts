import { leaveNothingInTheFuture } from './clock-jump.ts'
import type { Database } from './database.ts'
import { integerOf, rowOf } from './sql.ts'

/** What the last end of the relay left behind, and was put right. */
export type Recovery = {
  /** was being sent when the relay ended: due at once; may arrive a second time */
  readonly sendingAgain: number
  /** was still coming in, so nobody was told it is safe: removed */
  readonly halfReceived: number
}

/**
 * Run once, before anything is claimed. A pause of a user ends here too: a restart tries the credentials once more,
 * and pauses again when they are still refused.
 */
export function recover(database: Database, nowMs: number): Recovery {
  const { connection } = database
  connection.exec('BEGIN IMMEDIATE')
  try {
    const sending = database
      .statement(
        `UPDATE message SET state = 'waiting', next_attempt_at = ?, changed_at = ?
          WHERE state = 'sending' AND state <> 'sent'`,
      )
      .run(nowMs, nowMs)
    leaveNothingInTheFuture(database, nowMs)
    const half = integerOf(
      rowOf(database.statement('SELECT count(*) AS count FROM receiving').get()),
      'count',
    )
    connection.exec(`
      DELETE FROM body_chunk WHERE message IN (SELECT message FROM receiving);
      DELETE FROM receiving;
      DELETE FROM user_pause;
      COMMIT
    `)
    return { sendingAgain: Number(sending.changes), halfReceived: half }
  } catch (fault) {
    connection.exec('ROLLBACK')
    throw fault
  }
}
