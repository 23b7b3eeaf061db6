import type { AlertCause } from './alert-cause.ts'
import { assertNever } from './result.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** From when on what the relay watches is worth an alert. Times in milliseconds, sizes in bytes. */
export const alertThresholds = {
  /** so many messages waiting, and ever more for so long */
  growingMessages: 100,
  growingForMs: 30 * minuteMs,
  /** free space under this, or under this part of a small disk; and fine again above that many times it */
  diskLowBytes: 200 * 1024 * 1024,
  diskLowPart: 0.15,
  diskFineTimes: 1.5,
  /** a certificate that ends so soon */
  certificateExpiringMs: 14 * dayMs,
  /** a relay that has run so long is no longer one that has stopped */
  runningAgainMs: hourMs,
} as const

/** How many messages waited at a moment. */
export type QueueSample = { readonly atMs: number; readonly waiting: number }

export type SeenCertificate = {
  /** whose server's; null: the relay's own */
  readonly user: string | null
  /** `host:port`; the relay's own is for this computer */
  readonly server: string
  readonly endsAtMs: number
}

/** What the relay finds when it looks around, once a minute. */
export type Observation = {
  readonly nowMs: number
  readonly runningSinceMs: number
  readonly directory: string
  readonly freeBytes: number
  readonly diskBytes: number
  /** oldest first; at least those of the last half hour */
  readonly samples: readonly QueueSample[]
  /** users with mail that waits longer than the configuration calls normal (`delivery.warnAfterMinutes`), with the server's last answer about the oldest */
  readonly waitingLong: readonly { readonly user: string; readonly reply: string }[]
  readonly certificates: readonly SeenCertificate[]
}

/** Everything that is wrong at this moment. */
export function troublesOf(seen: Observation): readonly AlertCause[] {
  const nobody = { login: null, user: null, reason: null }
  const troubles: AlertCause[] = []
  if (seen.freeBytes < diskLowBytes(seen)) {
    troubles.push({ ...nobody, kind: 'disk-low', reason: 'disk-nearly-full', about: seen.directory })
  }
  if (isGrowing(seen)) {
    troubles.push({ ...nobody, kind: 'queue-growing', about: String(seen.samples.at(-1)?.waiting ?? 0) })
  }
  for (const { user, reply } of seen.waitingLong) {
    troubles.push({ ...nobody, user, kind: 'delivery-failing', reason: 'waiting-long', about: reply })
  }
  for (const certificate of seen.certificates) {
    if (isExpiring(certificate, seen.nowMs)) troubles.push(expiring(certificate))
  }
  return troubles
}

/** Whether an alert that is open has lost its cause, as far as looking around can tell; false when it can't. */
export function isOver(cause: AlertCause, seen: Observation): boolean {
  switch (cause.kind) {
    case 'disk-low':
      return seen.freeBytes >= diskLowBytes(seen) * alertThresholds.diskFineTimes
    case 'queue-growing':
      return !isGrowing(seen) && (isFew(seen) || hasShrunk(seen))
    case 'delivery-failing':
      return cause.reason === 'waiting-long' && seen.waitingLong.every(({ user }) => user !== cause.user)
    case 'certificate': {
      // A server that was not met again since the start says nothing about its certificate.
      const known = seen.certificates.find(({ user }) => user === cause.user)
      return isExpiryReason(cause) && known !== undefined && !isExpiring(known, seen.nowMs)
    }
    case 'relay-stopped':
      return seen.nowMs - seen.runningSinceMs >= alertThresholds.runningAgainMs
    case 'unauthorized-sender':
    case 'sender-not-verified':
    case 'credentials-refused':
    case 'account-blocked':
    case 'upstream-unreachable':
      return false
    default:
      return assertNever(cause.kind)
  }
}

/** Whether this open alert already says why mail of that user waits: a second one would only repeat it. */
export function explainsWaiting(cause: AlertCause, user: string): boolean {
  const { kind, reason } = cause
  const isHold =
    kind === 'credentials-refused' || kind === 'account-blocked' || reason === 'password-unavailable'
  return isHold && cause.user === user
}

/**
 * Whether a session that went well settles an alert: the server of `user` was reached, trusted and took the
 * credentials (`delivered`: and a message). What was given up stays open: those messages still need a person.
 */
export function isOverAfterSession(cause: AlertCause, user: string, delivered: boolean): boolean {
  if (cause.user !== user) return false
  switch (cause.kind) {
    case 'credentials-refused':
    case 'upstream-unreachable':
      return true
    case 'account-blocked':
      return delivered
    case 'certificate':
      return cause.reason === 'certificate-not-trusted'
    case 'delivery-failing':
      return cause.reason === 'password-unavailable'
    case 'unauthorized-sender':
    case 'sender-not-verified':
    case 'queue-growing':
    case 'disk-low':
    case 'relay-stopped':
      return false
    default:
      return assertNever(cause.kind)
  }
}

/**
 * Did the last run end by itself, without being told to? Not when the whole computer went down since: nobody need look
 * at the relay for that. `aliveAtMs`: its last sign of life; null: it ended as it should, or never ran.
 */
export function endedUnexpectedly(aliveAtMs: number | null, computerStartedAtMs: number): boolean {
  return aliveAtMs !== null && aliveAtMs > computerStartedAtMs
}

function diskLowBytes({ diskBytes }: Observation): number {
  return Math.min(alertThresholds.diskLowBytes, diskBytes * alertThresholds.diskLowPart)
}

// Ever more: in the middle of the time more than at its beginning, and now more than in the middle.
function isGrowing(seen: Observation): boolean {
  if (isFew(seen)) return false
  const { growingForMs } = alertThresholds
  const before = sampleAt(seen, seen.nowMs - growingForMs)
  const middle = sampleAt(seen, seen.nowMs - growingForMs / 2)
  const now = seen.samples.at(-1)
  if (!before || !middle || !now) return false
  return before.waiting < middle.waiting && middle.waiting < now.waiting
}

function isFew({ samples }: Observation): boolean {
  return (samples.at(-1)?.waiting ?? 0) <= alertThresholds.growingMessages
}

function hasShrunk(seen: Observation): boolean {
  const middle = sampleAt(seen, seen.nowMs - alertThresholds.growingForMs / 2)
  return middle !== undefined && (seen.samples.at(-1)?.waiting ?? 0) < middle.waiting
}

/** The newest sample that is at least so old. */
function sampleAt({ samples }: Observation, atMs: number): QueueSample | undefined {
  return samples.findLast((sample) => sample.atMs <= atMs)
}

function isExpiring({ endsAtMs }: SeenCertificate, nowMs: number): boolean {
  return endsAtMs - nowMs < alertThresholds.certificateExpiringMs
}

function isExpiryReason({ reason }: AlertCause): boolean {
  return reason === 'server-certificate-expiring' || reason === 'own-certificate-expiring'
}

function expiring({ user, server, endsAtMs }: SeenCertificate): AlertCause {
  const lastDay = new Date(endsAtMs).toISOString().slice(0, 10)
  const reason = user === null ? 'own-certificate-expiring' : 'server-certificate-expiring'
  return { kind: 'certificate', reason, login: null, user, about: `${server} (${lastDay})` }
}
