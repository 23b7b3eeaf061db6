import type { AlertFrequency } from './alert-settings.ts'
import type { AlertKind } from './relay-event.ts'
import { assertNever } from './result.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The hour of the daily digest on this computer's clock. */
export const digestHour = 8

/** An alert with repeats that one channel hasn't told yet. Times in milliseconds since 1970. */
export type UntoldAlert = {
  readonly id: number
  readonly kind: AlertKind
  /** when this very alert was last told on this channel; null: never */
  readonly lastToldMs: number | null
}

/** What one channel told so far; kept across restarts. */
export type ChannelHistory = {
  readonly lastToldMs: ReadonlyMap<AlertKind, number>
  /** the last daily digest, or when the channel was first used; null: just now */
  readonly lastDigestMs: number | null
}

export type DueAlerts = {
  /** ids of what is to be told now, together */
  readonly ids: readonly number[]
  /** the daily digest is due (also when there is nothing to put in it): note the time */
  readonly digest: boolean
}

/**
 * What is to be told now. Hourly: the first of a kind at once, what comes within the hour together at its end.
 * Daily: at eight; when the computer slept then, as soon as it is back. A clock that was put back delays nothing.
 */
export function dueAlerts(
  untold: readonly UntoldAlert[],
  frequencyOf: (kind: AlertKind) => AlertFrequency,
  history: ChannelHistory,
  nowMs: number,
): DueAlerts {
  const digest = history.lastDigestMs !== null && history.lastDigestMs < lastDigestTimeMs(nowMs)
  const isDue = ({ kind, lastToldMs }: UntoldAlert): boolean => {
    const frequency = frequencyOf(kind)
    switch (frequency) {
      case 'every-time':
        return hasPassed(lastToldMs, minuteMs, nowMs)
      case 'hourly':
        return hasPassed(history.lastToldMs.get(kind) ?? null, hourMs, nowMs)
      case 'daily':
        return digest
      case 'never':
        return false
      default:
        return assertNever(frequency)
    }
  }
  return { ids: untold.filter(isDue).map(({ id }) => id), digest }
}

/** The last time it was eight o'clock here, in milliseconds since 1970. */
export function lastDigestTimeMs(nowMs: number): number {
  const today = new Date(nowMs)
  today.setHours(digestHour, 0, 0, 0)
  // Not 24 hours earlier: days of 23 and 25 hours exist.
  if (today.getTime() > nowMs) today.setDate(today.getDate() - 1)
  return today.getTime()
}

function hasPassed(sinceMs: number | null, gapMs: number, nowMs: number): boolean {
  return sinceMs === null || nowMs - sinceMs >= gapMs || nowMs < sinceMs
}
