/**
 * A user's pace: a token bucket. One token is one message; the bucket holds one minute's worth (at least one), so that
 * a quiet hour doesn't end in a burst and a small pace still lets a message leave at once. A server that says "not so
 * fast" halves the pace; from then on it grows back by a twentieth of the full pace each minute (additive increase,
 * multiplicative decrease, as in RFC 5681 3.1).
 */
export type Pace = {
  /** messages that may leave at `atMs` */
  readonly tokens: number
  /** monotonic milliseconds */
  readonly atMs: number
  /** the part of the full pace in force: 1, or less after "not so fast" */
  readonly part: number
  /** the full pace where none was bought: what went out in an hour's time when the server said "not so fast" */
  readonly learnedPerHour: number | null
  /** when it was last halved, monotonic milliseconds */
  readonly slowedAtMs: number | null
}

const hourMs = 3_600_000
const smallestPart = 1 / 16
const recoveryMs = 20 * 60_000
/** Answers to what was on its way together are one "not so fast". */
const sameBurstMs = 30_000
/** "Not so fast" soon after a start says little about how fast is right: one a second is not what it means. */
const smallestLearnedPerHour = 3600

/** A pace as at the first start: a full bucket. */
export function newPace(boughtPerHour: number | null, nowMs: number): Pace {
  const tokens = boughtPerHour === null ? 0 : bucketSize(boughtPerHour)
  return { tokens, atMs: nowMs, part: 1, learnedPerHour: null, slowedAtMs: null }
}

/** How many messages may leave in one go at this pace, messages an hour. */
export function bucketSize(perHour: number): number {
  return Math.max(1, perHour / 60)
}

/** Messages an hour in force now, or null: as fast as the server takes them. */
export function paceInForce(pace: Pace, boughtPerHour: number | null): number | null {
  const full = boughtPerHour ?? pace.learnedPerHour
  return full === null ? null : full * pace.part
}

/** The same pace some time later: tokens filled up, recovered a little. A clock that stands still or goes back adds nothing. */
export function paceAt(pace: Pace, boughtPerHour: number | null, nowMs: number): Pace {
  const elapsedMs = Math.max(0, nowMs - pace.atMs)
  const perHour = paceInForce(pace, boughtPerHour)
  const part = Math.min(1, pace.part + elapsedMs / recoveryMs)
  const tokens =
    perHour === null ? 0 : Math.min(bucketSize(perHour), pace.tokens + (perHour * elapsedMs) / hourMs)
  return {
    tokens,
    atMs: nowMs,
    part,
    learnedPerHour: part === 1 ? null : pace.learnedPerHour,
    slowedAtMs: pace.slowedAtMs,
  }
}

/** After "not so fast". `observedPerHour`: what went out lately, the full pace where none was bought. */
export function slowed(pace: Pace, observedPerHour: number, nowMs: number): Pace {
  if (pace.slowedAtMs !== null && nowMs - pace.slowedAtMs < sameBurstMs) return pace
  return {
    tokens: 0,
    atMs: nowMs,
    part: Math.max(smallestPart, pace.part / 2),
    learnedPerHour: pace.learnedPerHour ?? Math.max(smallestLearnedPerHour, observedPerHour),
    slowedAtMs: nowMs,
  }
}

/** How many messages may leave now; no limit: Infinity. */
export function freePlaces(pace: Pace, boughtPerHour: number | null): number {
  if (paceInForce(pace, boughtPerHour) === null) return Number.POSITIVE_INFINITY
  // What a minute of thirds adds up to is a whole, whatever the last binary digit says.
  return Math.max(0, Math.floor(pace.tokens + 1e-6))
}

/** Milliseconds until the next message may leave. */
export function nextPlaceMs(pace: Pace, boughtPerHour: number | null): number {
  const perHour = paceInForce(pace, boughtPerHour)
  if (perHour === null || freePlaces(pace, boughtPerHour) > 0) return 0
  return Math.ceil(((1 - pace.tokens) * hourMs) / perHour)
}

/** Takes places, or gives them back (a negative number) for what was never offered to the server. */
export function placesTaken(pace: Pace, count: number): Pace {
  return { ...pace, tokens: pace.tokens - count }
}

/** When the last of these messages leaves at the pace in force, in milliseconds from now; null: not a matter of pace. */
export function doneInMs(pace: Pace, boughtPerHour: number | null, waiting: number): number | null {
  const perHour = paceInForce(pace, boughtPerHour)
  const late = waiting - freePlaces(pace, boughtPerHour)
  if (perHour === null || late <= 0) return null
  return Math.max(0, ((waiting - pace.tokens) * hourMs) / perHour)
}
