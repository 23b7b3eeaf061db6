import type { ChannelHistory, UntoldAlert } from '../domain/alert-schedule.ts'
import { type AlertChannel, alertChannel } from '../domain/alert-settings.ts'
import { type AlertKind, alertKind } from '../domain/relay-event.ts'
import type { Database } from '../queue/database.ts'
import { integerOf, integerOrNull, rowOf } from '../queue/sql.ts'
import type { Writer } from '../queue/writer.ts'
import type { Alert } from './alert-rows.ts'

/** What each channel has told; kept in the database, so that a restart tells nothing twice. */
export type AlertTold = {
  /** Those of the open alerts with repeats that the channel hasn't told. */
  untold(channel: AlertChannel, open: readonly Alert[]): readonly UntoldAlert[]
  history(channel: AlertChannel): ChannelHistory
  /** Everything these alerts count was told at `nowMs`. */
  note(channel: AlertChannel, alerts: readonly Alert[], nowMs: number): void
  noteDigest(channel: AlertChannel, nowMs: number): void
}

type Told = { readonly count: number; readonly atMs: number }

/** Keeps in memory what concerns open alerts; `open`: those of this moment. */
export function openAlertTold(database: Database, writer: Writer, open: readonly Alert[]): AlertTold {
  const told = new Map<string, Told>()
  const kinds = new Map<AlertChannel, Map<AlertKind, number>>(
    alertChannel.options.map((one) => [one, new Map()]),
  )
  const digests = new Map<AlertChannel, number>()

  const isOpen = new Set(open.map(({ id }) => id))
  for (const value of database.statement('SELECT alert, channel, count, at FROM alert_told').all()) {
    const row = rowOf(value)
    const id = integerOf(row, 'alert')
    if (!isOpen.has(id)) continue
    const channel = alertChannel.parse(row['channel'])
    told.set(`${channel} ${id}`, { count: integerOf(row, 'count'), atMs: integerOf(row, 'at') })
  }
  const lastOfKind = database.statement(
    `SELECT max(alert_told.at) AS at FROM alert_told JOIN alert ON alert.id = alert_told.alert
      WHERE alert_told.channel = ? AND alert.kind = ?`,
  )
  const lastDigest = database.statement('SELECT max(at) AS at FROM alert_digest WHERE channel = ?')
  for (const channel of alertChannel.options) {
    for (const kind of alertKind.options) {
      const atMs = integerOrNull(rowOf(lastOfKind.get(channel, kind)), 'at')
      if (atMs !== null) kinds.get(channel)?.set(kind, atMs)
    }
    const atMs = integerOrNull(rowOf(lastDigest.get(channel)), 'at')
    if (atMs !== null) digests.set(channel, atMs)
  }

  const save = (work: () => void): void => {
    // A full disk: after a restart an alert may be told a second time.
    writer.write(work, 'riding').catch(() => undefined)
  }

  return {
    untold: (channel, alerts) =>
      alerts.flatMap(({ id, cause, count }) => {
        const before = told.get(`${channel} ${id}`)
        if (before && before.count >= count) return []
        return [{ id, kind: cause.kind, lastToldMs: before?.atMs ?? null }]
      }),
    history: (channel) => ({
      lastToldMs: kinds.get(channel) ?? new Map<AlertKind, number>(),
      lastDigestMs: digests.get(channel) ?? null,
    }),
    note(channel, alerts, nowMs) {
      for (const { id, cause, count } of alerts) {
        told.set(`${channel} ${id}`, { count, atMs: nowMs })
        kinds.get(channel)?.set(cause.kind, nowMs)
      }
      save(() => {
        const insert = database.statement(
          'INSERT OR REPLACE INTO alert_told (alert, channel, count, at) VALUES (?, ?, ?, ?)',
        )
        for (const { id, count } of alerts) insert.run(id, channel, count, nowMs)
      })
    },
    noteDigest(channel, nowMs) {
      digests.set(channel, nowMs)
      save(() =>
        database
          .statement('INSERT OR REPLACE INTO alert_digest (channel, at) VALUES (?, ?)')
          .run(channel, nowMs),
      )
    },
  }
}
