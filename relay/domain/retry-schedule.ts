/** When what could not be delivered is tried again; times in milliseconds. */
export type RetrySchedule = {
  /** waits before the second, third … attempt */
  readonly delaysMs: readonly number[]
  /** the wait before every later one */
  readonly thenEveryMs: number
  /** how long after it was queued a message is given up */
  readonly giveUpAfterMs: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

export const defaultRetrySchedule: RetrySchedule = {
  delaysMs: [minuteMs, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs],
  thenEveryMs: hourMs,
  giveUpAfterMs: 48 * hourMs,
}

/** The same schedule run faster or slower, so that its first wait is `firstDelayMs`. */
export function scaledSchedule(firstDelayMs: number, schedule = defaultRetrySchedule): RetrySchedule {
  const scale = firstDelayMs / (schedule.delaysMs[0] ?? schedule.thenEveryMs)
  return {
    delaysMs: schedule.delaysMs.map((delay) => delay * scale),
    thenEveryMs: schedule.thenEveryMs * scale,
    giveUpAfterMs: schedule.giveUpAfterMs * scale,
  }
}

/**
 * The wait after the `attempts`-th attempt (1 for the first), up to a tenth more or less as `jitter` (0 to 1) says:
 * so that what failed together does not come back together.
 */
export function retryDelayMs(attempts: number, jitter: number, schedule = defaultRetrySchedule): number {
  const delay = schedule.delaysMs[attempts - 1] ?? schedule.thenEveryMs
  return Math.round(delay * (0.9 + 0.2 * jitter))
}

/** Whether a message queued then is given up when it can't be delivered now. */
export function isGivenUp(queuedAtMs: number, nowMs: number, schedule = defaultRetrySchedule): boolean {
  return nowMs - queuedAtMs >= schedule.giveUpAfterMs
}
