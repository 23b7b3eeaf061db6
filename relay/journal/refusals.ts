import type { z } from 'zod'
import type { refusalSummary } from '../ipc/journal-requests.ts'
import type { Database } from '../queue/database.ts'
import { createMessageNumbers } from '../queue/message-id.ts'
import { isoTime } from '../queue/message-rows.ts'
import { integerOf, rowOf, textOf, textOrNull } from '../queue/sql.ts'
import { addToTally } from '../queue/tally.ts'
import type { Writer } from '../queue/writer.ts'

export type RefusalSummary = z.infer<typeof refusalSummary>
type Refusal = Omit<RefusalSummary, 'id' | 'at'>

export type Refusals = {
  add(refusal: Refusal, nowMs: number): RefusalSummary
  /** newest first */
  list(limit: number): readonly RefusalSummary[]
}

export const refusalColumns = 'id, at, login, user, reason, identity, address, reply'

/** The journal of what never became a message. */
export function openRefusals(database: Database, writer: Writer): Refusals {
  const last = database.statement('SELECT coalesce(max(id), 0) AS last FROM refusal').get()
  let now = 0
  const nextNumber = createMessageNumbers(() => now, integerOf(rowOf(last), 'last'))
  return {
    add(refusal, nowMs) {
      now = nowMs
      const id = nextNumber()
      const { login, user, reason, identity, address, reply } = refusal
      const saved = writer.write(() => {
        database
          .statement(`INSERT INTO refusal (${refusalColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
          .run(id, nowMs, login, user, reason, identity, address, reply)
        addToTally(database, 'refused', nowMs)
      }, 'riding')
      // A full disk: the sender has its reply, and there is no room for the line about it.
      saved.catch(() => undefined)
      return { id: String(id), at: isoTime(nowMs), ...refusal }
    },
    list(limit) {
      writer.flush()
      return database
        .statement(`SELECT ${refusalColumns} FROM refusal ORDER BY id DESC LIMIT ?`)
        .all(limit)
        .map(refusalOf)
    },
  }
}

/** A row of `refusalColumns`. */
export function refusalOf(value: unknown): RefusalSummary {
  const row = rowOf(value)
  return {
    id: String(integerOf(row, 'id')),
    at: isoTime(integerOf(row, 'at')),
    login: textOrNull(row, 'login'),
    user: textOrNull(row, 'user'),
    reason: textOf(row, 'reason'),
    identity: textOrNull(row, 'identity'),
    address: textOrNull(row, 'address'),
    reply: textOf(row, 'reply'),
  }
}
