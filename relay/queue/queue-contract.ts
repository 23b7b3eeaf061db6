import type { HoldReason, MessageState, MessageSummary } from '../domain/message-state.ts'
import type { Result } from '../domain/result.ts'

export type StorageProblem = { readonly reason: 'storage-full' } | { readonly reason: 'storage-failed'; readonly message: string }

/** What the listener knows about a message when its last byte is in. */
export type MessageEnvelope = {
  readonly user: string
  readonly login: string
  readonly mailFrom: string
  /** verbatim, one for each RCPT */
  readonly recipients: readonly string[]
  readonly priority: number
  readonly smtpUtf8: boolean
  readonly eightBitMime: boolean
  readonly subject: string
  /** for a later look at the rules: every sender identity of the header, `identity:address` */
  readonly identities: readonly string[]
  /** length of the header block in bytes, the blank line included */
  readonly headerBytes: number
}

/**
 * A message on its way in. Bytes are appended as they come and belong to nobody until `commit` resolves:
 * only then is the message on disk, synced, and the sender may be told 250.
 */
export type IncomingMessage = {
  readonly id: string
  /** Resolves when the queue is ready for more. A storage problem is kept and comes back from `commit`. */
  append(bytes: Uint8Array): void | Promise<void>
  commit(envelope: MessageEnvelope): Promise<Result<{ readonly id: string; readonly bytes: number }, StorageProblem>>
  abandon(): void
}

export type ClaimedMessage = {
  readonly id: string
  readonly user: string
  readonly login: string
  readonly mailFrom: string
  /** the recipients still to be delivered */
  readonly recipients: readonly string[]
  readonly bytes: number
  readonly smtpUtf8: boolean
  readonly eightBitMime: boolean
  readonly attempts: number
  readonly queuedAtMs: number
  /** the stored bytes in order, read in chunks of at most 256 KB */
  readonly body: () => Iterable<Uint8Array>
}

export type RecipientOutcome = {
  readonly address: string
  readonly outcome: 'delivered' | 'deferred' | 'failed' | 'uncertain'
  readonly reply: string
}

/** What one attempt came to: per recipient, or the whole user paused and nothing tried. */
export type Settlement = {
  readonly id: string
  readonly stage: string
  readonly outcomes: readonly RecipientOutcome[]
  readonly nextAttemptAtMs: number | null
  readonly hold: HoldReason | null
}

export type QueueFilter = {
  readonly states?: readonly MessageState[] | undefined
  readonly user?: string | undefined
  readonly login?: string | undefined
  readonly search?: string | undefined
  /** page on: messages older than this id */
  readonly before?: string | undefined
  readonly limit: number
}

export type Queue = {
  receive(): IncomingMessage
  claimDue(nowMs: number, limit: number, users: readonly string[]): readonly ClaimedMessage[]
  /** Puts a claimed message back untouched, due at once. */
  giveBack(id: string): void
  settle(settlement: Settlement): Promise<void>
  /** when the next waiting message is due, or null */
  nextDueAtMs(): number | null
  list(filter: QueueFilter): readonly MessageSummary[]
  summary(id: string): MessageSummary | null
  close(): Promise<void>
}
