import type { FailureReason } from '../domain/delivery-outcome.ts'
import type { DsnRequest } from '../domain/dsn-request.ts'
import type { HoldReason, MessageAction, MessageState, MessageSummary } from '../domain/message-state.ts'
import type { Result } from '../domain/result.ts'
import type { MessageFilter } from '../ipc/journal-requests.ts'
import type { AcceptedMinute } from './accepted-lately.ts'
import type { QueuedSender } from './rejudging.ts'
import type { PaceRow } from './user-paces.ts'
import type { WaitingMail } from './waiting-mail.ts'

export type StorageProblem =
  | { readonly reason: 'storage-full' }
  | { readonly reason: 'storage-failed'; readonly message: string }

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
  /** what the relay changed in it, for its history: the address that stood in From */
  readonly rewrittenFrom?: string
  /** what is to be told about its delivery, when anything was asked for; its `recipients` in the order of these */
  readonly dsn?: DsnRequest
}

/**
 * A message on its way in. Bytes are appended as they come and belong to nobody until `commit` resolves:
 * only then is the message on disk, synced, and the sender may be told 250.
 */
export type IncomingMessage = {
  readonly id: string
  /** Resolves when the queue is ready for more. A storage problem is kept and comes back from `commit`. */
  append(bytes: Uint8Array): void | Promise<void>
  /** `alongside`: runs in the same transaction, after the message is in it; see Writer.write. */
  commit(
    envelope: MessageEnvelope,
    alongside?: () => void,
  ): Promise<Result<{ readonly id: string; readonly bytes: number }, StorageProblem>>
  /** Once, instead of `commit`. */
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
  /** null when nothing was asked for, as in most mail; its `recipients` in the order of these */
  readonly dsn: DsnRequest | null
  /** the stored bytes in order, read in chunks of at most 256 KB */
  readonly body: () => Iterable<Uint8Array>
}

export type RecipientOutcome = {
  readonly address: string
  readonly outcome: 'delivered' | 'deferred' | 'failed' | 'uncertain'
  readonly reply: string
  /** why it failed, for the notice to its sender; absent otherwise */
  readonly reason?: FailureReason
  /** delivered, and the server tells the sender what it asked to be told (RFC 3461 5.2.2) */
  readonly dsnPassedOn?: true
}

/** What one attempt came to: per recipient, or the whole user paused and nothing tried. */
export type Settlement = {
  readonly id: string
  readonly stage: string
  readonly outcomes: readonly RecipientOutcome[]
  readonly nextAttemptAtMs: number | null
  readonly hold: HoldReason | null
  /** the recipients that are uncertain now wait for a person's word, the message only with them */
  readonly ask?: boolean
  /** written down with it, where the user's pace is limited */
  readonly pace?: PaceRow
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

/** What people and scripts may do to messages in the queue. */
export type QueueAction = 'retry' | 'hold' | 'release' | 'delete' | 'arrived'

/** Messages by id, all in the queue, or all that match. */
export type ActionTarget = readonly string[] | 'all' | MessageFilter

/** One attempt as kept: when, what came of it, the server's answer word for word, and how far the session had come. */
export type AttemptRecord = {
  readonly at: string
  readonly outcome: string
  readonly reply: string
  readonly stage: string
}

export type MessageDetail = {
  readonly summary: MessageSummary
  /** the header block as stored, at most 64 KB of it */
  readonly headers: string
  /** oldest first */
  readonly attempts: readonly AttemptRecord[]
  /** what was done to it beside, oldest first */
  readonly actions: readonly MessageAction[]
}

/** How many messages are in each state right now; a message being sent counts as waiting. */
export type QueueCounts = { readonly waiting: number; readonly held: number; readonly uncertain: number }

/** Why nothing of a user's mail is tried for now, and when it is tried again by itself (milliseconds since 1970). */
export type UserPause = {
  readonly reason: HoldReason
  readonly nextTryAtMs: number
}

/**
 * `delete` and `hold` leave alone what is being sent at this moment; `retry` makes due what waits (after refused
 * credentials too) and, asked for by id, what was given up; `release` frees what is held; `arrived` closes what is
 * uncertain, because a person knows that it arrived.
 */
export type Queue = WaitingMail & {
  receive(): IncomingMessage
  /** Whether a message of this size (bytes) would fit now and leave the reserve free. Cheap: the answer is cached for a second. */
  hasRoomFor(bytes: number): boolean
  /** What was accepted from a sign-in within the last hour, but before this queue was opened. */
  acceptedBefore(login: string): readonly AcceptedMinute[]
  /** Due messages of these users, most urgent first; they are `sending` until settled or given back. */
  claimDue(nowMs: number, limit: number, users: readonly string[]): readonly ClaimedMessage[]
  /** Puts a claimed message back untouched, due at once. */
  giveBack(id: string): void
  /** Everything one attempt came to, in one transaction. Resolves when it is on disk. */
  settle(settlement: Settlement): Promise<void>
  /** A claimed message whose bytes can't be read: it stays as it is, on hold, and people are told. */
  setAside(id: string): Promise<void>
  /** when the next message of these users is due, or null */
  nextDueAtMs(users: readonly string[]): number | null
  /** Nothing of this user's mail is tried until the pause is lifted: kept on disk, so that every process sees it. */
  pauseUser(user: string, pause: UserPause): Promise<void>
  resumeUser(user: string): Promise<void>
  pausedUsers(): ReadonlyMap<string, UserPause>
  /** Holds the waiting mail of every other user (`user-inactive`) and frees what was held so for these. */
  applyActiveUsers(users: readonly string[]): Promise<void>
  /** What is in the queue for one user becomes another's; what is being sent at this moment stays. How many. */
  moveToUser(from: string, to: string): Promise<number>
  /** Rules changed: holds what may no longer go, frees what was held for that and may go again. */
  rejudge(mayGo: (sender: QueuedSender) => boolean): Promise<void>
  /** How many were changed: of these, or of all that match and that the action makes sense for. In slices. */
  act(action: QueueAction, target: ActionTarget): Promise<number>
  /** How many an action on all that match would change now. */
  countForAction(action: QueueAction, filter: MessageFilter): Promise<number>
  /** Newest first. */
  list(filter: QueueFilter): readonly MessageSummary[]
  summary(id: string): MessageSummary | null
  detail(id: string): MessageDetail | null
  /** The stored bytes in order, in chunks of at most 256 KB; null when the message or its bytes are gone. */
  body(id: string): Iterable<Uint8Array> | null
  counts(): QueueCounts
  close(): Promise<void>
}

/** What changed in the queue, told after it is on disk. `elsewhere`: another process changed something. */
export type QueueChange =
  | { readonly kind: 'changed'; readonly id: string }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'elsewhere' }
