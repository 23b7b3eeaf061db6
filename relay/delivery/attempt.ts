import { classifyDelivery } from '../domain/classify-delivery.ts'
import type { DeliveryVerdict, FailureReason } from '../domain/delivery-outcome.ts'
import type { HoldReason } from '../domain/message-state.ts'
import type { AlertKind, AlertReason, RelayNotice } from '../domain/relay-event.ts'
import { assertNever } from '../domain/result.ts'
import { isGivenUp, type RetrySchedule, retryDelayMs } from '../domain/retry-schedule.ts'
import type { ClaimedMessage, RecipientOutcome, Settlement } from '../queue/queue-contract.ts'
import { redact } from '../secrets/redact.ts'
import type { RecipientEvidence } from './upstream-transaction.ts'

/** What one attempt came to: what to write down, what to tell, and what it says about the user's connection. */
export type AttemptResult = {
  readonly settlement: Settlement
  readonly notices: readonly RelayNotice[]
  readonly hold: HoldReason | null
  /** what people should be told, once for each trouble; null when the server talked about this message alone */
  readonly alert: AttemptAlert | null
  /** the server said "not so fast" */
  readonly slowDown: boolean
}

export type AttemptAlert = {
  readonly kind: AlertKind
  readonly reason?: AlertReason
  readonly about: string
}

export type AttemptTerms = {
  readonly nowMs: number
  /** 0 to 1 */
  readonly jitter: number
  readonly schedule: RetrySchedule
  /** how long a held user's mail waits before it is tried again by itself */
  readonly holdMs: number
  /** whether uncertain recipients wait for a person's word instead of being tried again */
  readonly ask: boolean
  /** when the message was tried before, oldest first, in milliseconds since 1970; asked only when it matters */
  readonly attemptsAtMs: () => readonly number[]
}

type Judged = RecipientOutcome & { readonly verdict: DeliveryVerdict; readonly reason: FailureReason }

/** Turns what was seen upstream into a settlement and events. Pure: the same evidence gives the same result. */
export function judgeAttempt(
  message: ClaimedMessage,
  seen: readonly RecipientEvidence[],
  terms: AttemptTerms,
): AttemptResult {
  const { queuedAtMs } = message
  const givenUp = isGivenUp(
    { queuedAtMs, attemptsAtMs: terms.attemptsAtMs, nowMs: terms.nowMs },
    terms.schedule,
  )
  const judged = seen.map((one) => judge(one, givenUp, terms.ask))
  const held = judged.map(({ verdict }) => verdict).find((verdict) => verdict.outcome === 'held')
  const asks = terms.ask && judged.some(({ outcome }) => outcome === 'uncertain')
  const waits = judged.some(
    ({ outcome }) => outcome === 'deferred' || (outcome === 'uncertain' && !terms.ask),
  )
  const delayMs = held ? terms.holdMs : retryDelayMs(message.attempts + 1, terms.jitter, terms.schedule)
  const nextAttemptAtMs = waits ? terms.nowMs + delayMs : null
  return {
    settlement: {
      id: message.id,
      stage: stageOf(seen),
      outcomes: judged.map(({ address, outcome, reply, reason, dsnPassedOn }) => ({
        address,
        outcome,
        reply,
        ...(outcome === 'failed' ? { reason } : {}),
        ...(dsnPassedOn ? { dsnPassedOn } : {}),
      })),
      // A held user's pause says when: the message itself is due whenever that ends.
      nextAttemptAtMs: held ? terms.nowMs : nextAttemptAtMs,
      hold: held?.hold ?? null,
      ...(asks ? { ask: true } : {}),
    },
    notices: noticesOf(message.id, judged, new Date(nextAttemptAtMs ?? terms.nowMs).toISOString()),
    hold: held?.hold ?? null,
    alert: alertOf(judged),
    slowDown: judged.some(({ verdict }) => verdict.outcome === 'deferred' && verdict.slowDown === true),
  }
}

function judge(seen: RecipientEvidence, givenUp: boolean, ask: boolean): Judged {
  const verdict = classifyDelivery(seen.evidence)
  const told = { address: seen.address, reply: redact(seen.evidence.text), verdict }
  const passedOn = seen.dsnPassedOn ? { dsnPassedOn: true as const } : {}
  switch (verdict.outcome) {
    case 'delivered':
      return { ...told, ...passedOn, outcome: 'delivered', reason: 'refused-by-server' }
    case 'failed':
      return { ...told, outcome: 'failed', reason: verdict.reason }
    case 'held':
      return { ...told, outcome: 'deferred', reason: 'refused-by-server' }
    case 'uncertain':
      // What a person decides about, the clock doesn't.
      return { ...told, outcome: givenUp && !ask ? 'failed' : 'uncertain', reason: 'gave-up' }
    case 'deferred':
      return { ...told, outcome: givenUp ? 'failed' : 'deferred', reason: 'gave-up' }
    default:
      return assertNever(verdict)
  }
}

/**
 * The same for a message that may raise no alert: it alone waits, and its user's other mail finds out by itself what
 * is wrong, and says so.
 */
export function waitingAlone(result: AttemptResult, nextAttemptAtMs: number): AttemptResult {
  if (result.hold === null) return result
  return { ...result, hold: null, settlement: { ...result.settlement, hold: null, nextAttemptAtMs } }
}

/** One event for each outcome and answer: recipients that share both share the event. */
function noticesOf(id: string, judged: readonly Judged[], nextAttemptAt: string): readonly RelayNotice[] {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const key = JSON.stringify([one.outcome, one.reply, one.reason])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group): RelayNotice[] => {
    const [first] = group
    if (!first) return []
    const { outcome, reply, reason } = first
    const recipients = group.map(({ address }) => address)
    switch (outcome) {
      case 'delivered':
        return [{ event: 'delivered', id, recipients, reply }]
      case 'deferred':
        return [{ event: 'deferred', id, recipients, reply, nextAttemptAt }]
      case 'failed':
        return [{ event: 'failed', id, recipients, reply, reason }]
      case 'uncertain':
        return [{ event: 'uncertain', id, recipients }]
      default:
        return assertNever(outcome)
    }
  })
}

function alertOf(judged: readonly Judged[]): AttemptResult['alert'] {
  for (const { verdict, reply } of judged) {
    if ((verdict.outcome === 'held' || verdict.outcome === 'deferred') && verdict.alert !== null) {
      const { alert: kind } = verdict
      return { kind, about: reply, ...(kind === 'certificate' ? { reason: 'certificate-not-trusted' } : {}) }
    }
  }
  return null
}

function stageOf(seen: readonly RecipientEvidence[]): string {
  const evidence = seen[0]?.evidence
  if (evidence === undefined) return 'connect'
  switch (evidence.kind) {
    case 'reply':
    case 'connection-lost':
      return evidence.stage
    case 'unreachable':
      return 'connect'
    case 'certificate':
    case 'starttls-missing':
      return 'starttls'
    case 'auth-missing':
      return 'auth'
    case 'unsendable':
      return 'mail-from'
    default:
      return assertNever(evidence)
  }
}

/** Nothing was handed over, and the server said nothing about it. */
export function wasGone(seen: readonly RecipientEvidence[]): boolean {
  return seen.every(({ evidence }) => evidence.kind === 'connection-lost' && evidence.stage !== 'end-of-data')
}

/** The same, or the connection was not even up. */
export function wasCutShort(seen: readonly RecipientEvidence[]): boolean {
  return wasGone(seen) || seen.every(({ evidence }) => evidence.kind === 'unreachable')
}

/** Whether the server heard of the message: what counts for the pace. */
export function wasOffered(seen: readonly RecipientEvidence[]): boolean {
  return seen.some(
    ({ evidence }) =>
      (evidence.kind === 'reply' || evidence.kind === 'connection-lost') && offering.has(evidence.stage),
  )
}

const offering: ReadonlySet<string> = new Set(['mail-from', 'rcpt', 'data', 'end-of-data'])
