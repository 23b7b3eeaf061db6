import { type AlertCause, foldKey } from '../domain/alert-cause.ts'
import type { AlertNote } from '../domain/relay-event.ts'
import type { Database } from '../queue/database.ts'
import { integerOf, rowOf } from '../queue/sql.ts'
import type { Writer } from '../queue/writer.ts'
import {
  type Alert,
  type AlertSummary,
  alertColumns,
  alertOf,
  alertSummaryOf,
  saveAlert,
} from './alert-rows.ts'

export type Alerts = {
  /** Counts one more of this cause, or begins a new alert when none is open for it. */
  raise(cause: AlertCause, nowMs: number): AlertSummary
  /** Null when there is no such open alert. A settled one stays as it is; the next repeat begins another. */
  setState(id: string, state: 'seen' | 'settled'): AlertSummary | null
  /** Settles every open alert whose cause is over. */
  settle(isOver: (cause: AlertCause) => boolean): readonly AlertSummary[]
  /** Null when nothing changed. */
  setNote(id: number, note: AlertNote | null): AlertSummary | null
  open(): readonly Alert[]
  /** newest first */
  list(limit: number): readonly AlertSummary[]
}

/** So many causes may be open at once; beyond that, one alert a kind, sign-in and user counts all the rest. */
const mostOpen = 500

/** The alerts that are not settled are kept in memory too, so that a repeat costs no look-up; all are on disk. */
export function openAlerts(database: Database, writer: Writer): Alerts {
  const open = new Map<string, Alert>()
  const rows = database.statement(
    `SELECT ${alertColumns} FROM alert WHERE state <> 'settled' ORDER BY id DESC LIMIT ${mostOpen}`,
  )
  for (const row of rows.all()) {
    const alert = alertOf(row)
    open.set(foldKey(alert.cause), alert)
  }
  let lastId = integerOf(
    rowOf(database.statement('SELECT coalesce(max(id), 0) AS last FROM alert').get()),
    'last',
  )

  const keep = (alert: Alert): AlertSummary => {
    if (alert.state === 'settled') open.delete(foldKey(alert.cause))
    else open.set(foldKey(alert.cause), alert)
    const saved = writer.write(() => saveAlert(database, alert), 'riding')
    // A full disk: the alert is told and counted all the same, and saved with its next repeat.
    saved.catch(() => undefined)
    return alertSummaryOf(alert)
  }

  return {
    raise(cause, nowMs) {
      const isKnown = open.has(foldKey(cause))
      const folded = isKnown || open.size < mostOpen ? cause : { ...cause, about: '' }
      const known = open.get(foldKey(folded))
      return keep({
        id: known?.id ?? ++lastId,
        // The last words about it are the ones that count.
        cause: folded,
        count: (known?.count ?? 0) + 1,
        firstAtMs: known?.firstAtMs ?? nowMs,
        lastAtMs: nowMs,
        state: known?.state ?? 'new',
        note: known?.note ?? null,
      })
    },
    setState(id, state) {
      const alert = [...open.values()].find((one) => String(one.id) === id)
      return alert ? keep({ ...alert, state }) : null
    },
    settle: (isOver) =>
      [...open.values()]
        .filter(({ cause }) => isOver(cause))
        .map((alert) => keep({ ...alert, state: 'settled' })),
    setNote(id, note) {
      const alert = [...open.values()].find((one) => one.id === id)
      return alert && alert.note !== note ? keep({ ...alert, note }) : null
    },
    open: () => [...open.values()],
    list(limit) {
      writer.flush()
      const all = database.statement(
        `SELECT ${alertColumns} FROM alert ORDER BY last_at DESC, id DESC LIMIT ?`,
      )
      return all.all(limit).map((row) => alertSummaryOf(alertOf(row)))
    },
  }
}
