import type { HoldReason } from './message-state.ts'
import type { AlertKind } from './relay-event.ts'
import { assertNever } from './result.ts'

/** How far a session with the server upstream had come. `end-of-data`: the message's last byte was handed over. */
export type DeliveryStage =
  | 'password'
  | 'connect'
  | 'greeting'
  | 'starttls'
  | 'auth'
  | 'mail-from'
  | 'rcpt'
  | 'data'
  | 'end-of-data'

/** What was seen upstream. `text`: the server's answer word for word, or our own sentence where there was none. */
export type DeliveryEvidence =
  | { readonly kind: 'reply'; readonly stage: DeliveryStage; readonly code: number; readonly text: string }
  | { readonly kind: 'connection-lost'; readonly stage: DeliveryStage; readonly text: string }
  | { readonly kind: 'unreachable'; readonly text: string }
  | { readonly kind: 'certificate'; readonly text: string }
  | { readonly kind: 'starttls-missing'; readonly text: string }
  | { readonly kind: 'auth-missing'; readonly text: string }
  | { readonly kind: 'unsendable'; readonly reason: UnsendableReason; readonly text: string }

/** What the server can't take, known before anything is sent (RFC 6531 3.2, RFC 6152 3, RFC 1870 6.1). */
export type UnsendableReason = 'smtputf8-missing' | '8bitmime-missing' | 'too-large'

/**
 * What it means. `held`: nothing of this user's mail is tried until the cause is gone. `uncertain`: it may have
 * arrived. `alert`: what people should be told, once for each trouble.
 */
export type DeliveryVerdict =
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'deferred'; readonly alert: AlertKind | null }
  | { readonly outcome: 'failed'; readonly reason: FailureReason }
  | { readonly outcome: 'held'; readonly hold: HoldReason; readonly alert: AlertKind }
  | { readonly outcome: 'uncertain' }

export type FailureReason = 'refused-by-server' | 'gave-up' | UnsendableReason

const delivered: DeliveryVerdict = { outcome: 'delivered' }
const deferred: DeliveryVerdict = { outcome: 'deferred', alert: null }
const refused: DeliveryVerdict = { outcome: 'failed', reason: 'refused-by-server' }
const uncertain: DeliveryVerdict = { outcome: 'uncertain' }
const serverTrouble: DeliveryVerdict = { outcome: 'deferred', alert: 'upstream-unreachable' }
const credentialsRefused: DeliveryVerdict = {
  outcome: 'held',
  hold: 'credentials-refused',
  alert: 'credentials-refused',
}
const accountBlocked: DeliveryVerdict = { outcome: 'held', hold: 'account-blocked', alert: 'account-blocked' }

/** The one table of outcomes: what was seen, at which stage → what becomes of the message. */
export function classifyDelivery(evidence: DeliveryEvidence): DeliveryVerdict {
  switch (evidence.kind) {
    case 'reply':
      return classifyReply(evidence.stage, evidence.code, enhancedCode(evidence.text))
    case 'connection-lost':
      // After the last byte the server may have taken the message and only its answer was lost (RFC 5321 4.5.3.2.6).
      return evidence.stage === 'end-of-data' ? uncertain : deferredAt(evidence.stage)
    case 'certificate':
      return { outcome: 'deferred', alert: 'certificate' }
    case 'unreachable':
    case 'starttls-missing':
    case 'auth-missing':
      return serverTrouble
    case 'unsendable':
      return { outcome: 'failed', reason: evidence.reason }
    default:
      return assertNever(evidence)
  }
}

function classifyReply(stage: DeliveryStage, code: number, enhanced: string | null): DeliveryVerdict {
  const kind = Math.floor(code / 100)
  switch (stage) {
    case 'password':
    case 'connect':
    case 'greeting':
    case 'starttls':
      // 554 in a greeting speaks of the connection, not of the message (RFC 5321 3.1): it may be taken an hour later.
      return serverTrouble
    case 'auth':
      return kind === 5 ? classifyAuthRefusal(code, enhanced) : serverTrouble
    case 'mail-from':
    case 'rcpt':
    case 'data':
    case 'end-of-data':
      if (stage === 'end-of-data' && kind === 2) return delivered
      return kind === 5 ? classifyMessageRefusal(stage, code, enhanced) : deferred
    default:
      return assertNever(stage)
  }
}

function classifyAuthRefusal(code: number, enhanced: string | null): DeliveryVerdict {
  // Not "wrong password" but "I don't know that command or mechanism" (RFC 5321 4.2.2, RFC 4954 4).
  if (code === 500 || code === 502 || code === 503 || code === 504) return serverTrouble
  return isDisabledAccount(code, enhanced) ? accountBlocked : credentialsRefused
}

function classifyMessageRefusal(
  stage: DeliveryStage,
  code: number,
  enhanced: string | null,
): DeliveryVerdict {
  if (isDisabledAccount(code, enhanced)) return accountBlocked
  // 530 and 535 ask for a sign-in, 534 for another kind: our affair and not the message's (RFC 4954 6).
  if (code === 530 || code === 534 || code === 535) return credentialsRefused
  // Out of step, not refused: a new session can go well.
  if (code === 503) return deferred
  // "Too many recipients" by an old server: to be treated as 452 (RFC 5321 4.5.3.1.10).
  if (code === 552 && stage === 'rcpt') return deferred
  return refused
}

// X.7.13 "user account disabled" (RFC 5248 registry), and 525 that goes with it.
function isDisabledAccount(code: number, enhanced: string | null): boolean {
  return code === 525 || enhanced === '5.7.13'
}

function deferredAt(stage: DeliveryStage): DeliveryVerdict {
  const sessionIsUp = stage === 'mail-from' || stage === 'rcpt' || stage === 'data'
  return sessionIsUp ? deferred : serverTrouble
}

/** The enhanced status code of a reply (RFC 3463), or null: `550-5.1.1 no` and `550 5.1.1 no` have one. */
export function enhancedCode(reply: string): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(reply)?.[1] ?? null
}
