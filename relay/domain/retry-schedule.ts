/** When what could not be delivered is tried again; times in milliseconds. */
export type RetrySchedule = {
  /** waits before the second, third … attempt */
  readonly delaysMs: readonly number[]
  /** the wait before every later one */
  readonly thenEveryMs: number
  /** how long a message is tried until it is given up */
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
  return Math.round(delayAfter(attempts, schedule) * (0.9 + 0.2 * jitter))
}

/** When a message was queued and tried, this attempt last; milliseconds since 1970. */
export type Trying = {
  readonly queuedAtMs: number
  /** attempts before this one, oldest first */
  readonly attemptsAtMs: () => readonly number[]
  readonly nowMs: number
}

/**
 * How long a message has been tried. The time between two attempts counts at most as a quarter of the time after which
 * it is given up (or as one and a half of its planned wait, where that is longer): a computer that was off or asleep,
 * or a clock that was set forward, takes no mail's chances away; several attempts lie between the first and the last.
 * What seems to have happened later than now, or before it was queued (a clock that was set back, a retry by hand),
 * doesn't count.
 */
export function triedForMs(
  { queuedAtMs, attemptsAtMs, nowMs }: Trying,
  schedule = defaultRetrySchedule,
): number {
  let beforeMs = Math.min(queuedAtMs, nowMs)
  let tried = 0
  for (const [index, atMs] of [...attemptsAtMs(), nowMs].entries()) {
    if (atMs < beforeMs || atMs > nowMs) continue
    const most = Math.max(schedule.giveUpAfterMs / 4, 1.5 * delayAfter(Math.max(index, 1), schedule))
    tried += Math.min(atMs - beforeMs, most)
    beforeMs = atMs
  }
  return tried
}

/** Whether a message is given up when this attempt fails too. */
export function isGivenUp(trying: Trying, schedule = defaultRetrySchedule): boolean {
  // It can't have been tried for longer than it has been there: most are never looked into.
  if (trying.nowMs - trying.queuedAtMs < schedule.giveUpAfterMs) return false
  return triedForMs(trying, schedule) >= schedule.giveUpAfterMs
}

function delayAfter(attempts: number, schedule: RetrySchedule): number {
  return schedule.delaysMs[attempts - 1] ?? schedule.thenEveryMs
}
