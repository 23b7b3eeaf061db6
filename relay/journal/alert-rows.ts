import type { z } from 'zod'
import type { AlertCause } from '../domain/alert-cause.ts'
import { type AlertNote, alertKind, alertNote, alertReason } from '../domain/relay-event.ts'
import type { alertSummary } from '../ipc/relay-contract.ts'
import type { Database } from '../queue/database.ts'
import { isoTime } from '../queue/message-rows.ts'
import { integerOf, rowOf, textOf, textOrNull } from '../queue/sql.ts'

export type AlertSummary = z.infer<typeof alertSummary>

/** One alert as it is kept. Times in milliseconds since 1970. */
export type Alert = {
  readonly id: number
  readonly cause: AlertCause
  readonly count: number
  readonly firstAtMs: number
  readonly lastAtMs: number
  readonly state: AlertSummary['state']
  readonly note: AlertNote | null
}

export const alertColumns = 'id, kind, reason, login, user, about, count, first_at, last_at, state, note'

/** Runs inside a transaction. */
export function saveAlert(
  database: Database,
  { id, cause, count, firstAtMs, lastAtMs, state, note }: Alert,
): void {
  const { kind, reason, login, user, about } = cause
  database
    .statement(`INSERT OR REPLACE INTO alert (${alertColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(id, kind, reason, login, user, about, count, firstAtMs, lastAtMs, state, note)
}

/** A row of `alertColumns`. */
export function alertOf(value: unknown): Alert {
  const row = rowOf(value)
  const state = textOf(row, 'state')
  return {
    id: integerOf(row, 'id'),
    cause: {
      kind: alertKind.parse(row['kind']),
      reason: alertReason.nullable().parse(row['reason']),
      login: textOrNull(row, 'login'),
      user: textOrNull(row, 'user'),
      about: textOf(row, 'about'),
    },
    count: integerOf(row, 'count'),
    firstAtMs: integerOf(row, 'first_at'),
    lastAtMs: integerOf(row, 'last_at'),
    state: state === 'seen' || state === 'settled' ? state : 'new',
    note: alertNote.nullable().parse(row['note']),
  }
}

export function alertSummaryOf(alert: Alert): AlertSummary {
  const { id, cause, count, firstAtMs, lastAtMs, state, note } = alert
  return {
    id: String(id),
    ...cause,
    count,
    firstAt: isoTime(firstAtMs),
    lastAt: isoTime(lastAtMs),
    state,
    note,
  }
}
