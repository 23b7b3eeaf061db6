import type { HoldReason } from './message-state.ts'
import type { AlertKind } from './relay-event.ts'

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
 * arrived. `alert`: what people should be told, once for each trouble. `slowDown`: the server said "not so fast".
 */
export type DeliveryVerdict =
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'deferred'; readonly alert: AlertKind | null; readonly slowDown?: true }
  | { readonly outcome: 'failed'; readonly reason: FailureReason }
  | { readonly outcome: 'held'; readonly hold: HoldReason; readonly alert: AlertKind }
  | { readonly outcome: 'uncertain' }

export type FailureReason = 'refused-by-server' | 'gave-up' | UnsendableReason
