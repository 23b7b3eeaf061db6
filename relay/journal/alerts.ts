import type { z } from 'zod'
import { type AlertKind, alertKind } from '../domain/relay-event.ts'
import type { alertSummary } from '../ipc/relay-contract.ts'
import type { Database } from '../queue/database.ts'
import { isoTime } from '../queue/message-rows.ts'
import { integerOf, rowOf, textOf, textOrNull } from '../queue/sql.ts'
import type { Writer } from '../queue/writer.ts'

export type AlertSummary = z.infer<typeof alertSummary>

export type AlertCause = {
  readonly kind: AlertKind
  readonly login: string | null
  readonly user: string | null
  readonly about: string
}

type Alert = {
  readonly id: number
  readonly cause: AlertCause
  readonly firstAtMs: number
  count: number
  lastAtMs: number
  state: AlertSummary['state']
}

export type Alerts = {
  /** Counts one more of this cause, or begins a new alert when none is open for it. */
  raise(cause: AlertCause, nowMs: number): AlertSummary
  /** Null when there is no such alert. A settled one stays as it is; the next repeat begins another. */
  setState(id: string, state: 'seen' | 'settled'): AlertSummary | null
  /** newest first */
  list(limit: number): readonly AlertSummary[]
}

/** So many causes may be open at once; beyond that, one alert a kind, sign-in and user counts all the rest. */
const mostOpen = 500

/** The alerts that are not settled are kept in memory too, so that a repeat costs no look-up; all are on disk. */
export function openAlerts(database: Database, writer: Writer): Alerts {
  const columns = 'id, kind, login, user, about, count, first_at, last_at, state'
  const open = new Map<string, Alert>()
  const rows = database.statement(
    `SELECT ${columns} FROM alert WHERE state <> 'settled' ORDER BY id DESC LIMIT ${mostOpen}`,
  )
  for (const row of rows.all()) {
    const alert = alertOf(row)
    open.set(keyOf(alert.cause), alert)
  }
  let lastId = integerOf(
    rowOf(database.statement('SELECT coalesce(max(id), 0) AS last FROM alert').get()),
    'last',
  )

  const save = (alert: Alert): void => {
    const { kind, login, user, about } = alert.cause
    const saved = writer.write(
      () =>
        database
          .statement(`INSERT OR REPLACE INTO alert (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
          .run(alert.id, kind, login, user, about, alert.count, alert.firstAtMs, alert.lastAtMs, alert.state),
      'riding',
    )
    // A full disk: the alert is told and counted all the same, and saved with its next repeat.
    saved.catch(() => undefined)
  }

  return {
    raise(cause, nowMs) {
      const known = open.get(keyOf(cause))
      const folded = known || open.size < mostOpen ? cause : { ...cause, about: '' }
      const alert: Alert = known ??
        open.get(keyOf(folded)) ?? {
          id: ++lastId,
          cause: folded,
          count: 0,
          firstAtMs: nowMs,
          lastAtMs: nowMs,
          state: 'new',
        }
      alert.count += 1
      alert.lastAtMs = nowMs
      open.set(keyOf(folded), alert)
      save(alert)
      return summaryOf(alert)
    },
    setState(id, state) {
      const alert = [...open.values()].find((one) => String(one.id) === id)
      if (!alert) return null
      alert.state = state
      if (state === 'settled') open.delete(keyOf(alert.cause))
      save(alert)
      return summaryOf(alert)
    },
    list(limit) {
      writer.flush()
      const all = database.statement(`SELECT ${columns} FROM alert ORDER BY last_at DESC, id DESC LIMIT ?`)
      return all.all(limit).map((row) => summaryOf(alertOf(row)))
    },
  }
}

function keyOf(cause: AlertCause): string {
  return JSON.stringify([cause.kind, cause.login, cause.user, cause.about])
}

function alertOf(value: unknown): Alert {
  const row = rowOf(value)
  const state = textOf(row, 'state')
  return {
    id: integerOf(row, 'id'),
    cause: {
      kind: alertKind.parse(row['kind']),
      login: textOrNull(row, 'login'),
      user: textOrNull(row, 'user'),
      about: textOf(row, 'about'),
    },
    count: integerOf(row, 'count'),
    firstAtMs: integerOf(row, 'first_at'),
    lastAtMs: integerOf(row, 'last_at'),
    state: state === 'seen' || state === 'settled' ? state : 'new',
  }
}

function summaryOf(alert: Alert): AlertSummary {
  const { id, cause, count, firstAtMs, lastAtMs, state } = alert
  return { id: String(id), ...cause, count, firstAt: isoTime(firstAtMs), lastAt: isoTime(lastAtMs), state }
}
