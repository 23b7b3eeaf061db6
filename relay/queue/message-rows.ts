import { z } from 'zod'
import { type DsnRequest, dsnRequest } from '../domain/dsn-request.ts'
import {
  type HoldReason,
  holdReason,
  type MessageState,
  type MessageSummary,
  messageState,
} from '../domain/message-state.ts'
import { messageIdText, timeOfNumber } from './message-id.ts'
import type { UserPause } from './queue-contract.ts'
import { integerOf, integerOrNull, rowOf, textOf, textOrNull } from './sql.ts'

/** Where one recipient of a message is, when not all are where the message is. `asking`: uncertain until a person decides. */
export const recipientState = z.strictObject({
  state: z.enum(['pending', 'uncertain', 'asking', 'delivered', 'failed']),
  reply: z.string(),
})
export type RecipientState = z.infer<typeof recipientState>

const recipientStates = z.array(recipientState)

/** The columns a summary is made of; everything that lists messages selects exactly these. */
export const summaryColumns = `id, state, hold_reason, user, login, mail_from, recipients, subject, bytes,
  queued_at, changed_at, next_attempt_at, attempts, reply`

export function parseAddresses(text: string): readonly string[] {
  const parsed: unknown = JSON.parse(text)
  if (!Array.isArray(parsed) || !parsed.every((one) => typeof one === 'string'))
    throw new TypeError('expected a list of addresses')
  return parsed
}

/** One state a recipient, in the order of the addresses; null in the row means that nothing tells them apart yet. */
export function parseRecipientStates(text: string | null, count: number): readonly RecipientState[] {
  if (text === null) return Array.from({ length: count }, () => ({ state: 'pending', reply: '' }))
  return recipientStates.parse(JSON.parse(text))
}

/** What was asked to be told about all recipients of a message, open or not; null when nothing was. */
export function parseDsn(text: string | null): DsnRequest | null {
  return text === null ? null : dsnRequest.parse(JSON.parse(text))
}

export function stateOf(row: Readonly<Record<string, unknown>>): MessageState {
  return messageState.parse(row['state'])
}

/** A row of `summaryColumns` as people and scripts see it; one that can't be read is shown as that. */
export function summaryOf(value: unknown, pauses: ReadonlyMap<string, UserPause>): MessageSummary {
  try {
    return readSummary(value, pauses)
  } catch {
    return unreadableSummary(rowOf(value))
  }
}

/** A damaged line must not hide the others: what can be read of it, and that it is set aside. */
function unreadableSummary(row: Readonly<Record<string, unknown>>): MessageSummary {
  const text = (column: string): string => (typeof row[column] === 'string' ? row[column] : '')
  const number = (column: string): number => (typeof row[column] === 'number' ? row[column] : 0)
  const state = messageState.safeParse(row['state'])
  const id = integerOf(row, 'id')
  return {
    id: messageIdText(id),
    state: state.success && (state.data === 'sent' || state.data === 'deleted') ? state.data : 'held',
    user: text('user'),
    login: text('login'),
    mailFrom: text('mail_from'),
    recipients: [],
    subject: text('subject'),
    bytes: Math.trunc(number('bytes')),
    attempts: Math.trunc(number('attempts')),
    queuedAt: isoTime(timeOfNumber(id)),
    changedAt: isoTime(timeOfNumber(id)),
    nextAttemptAt: null,
    reply: text('reply'),
    holdReason: 'unreadable',
  }
}

// A paused user's mail waits for the pause to end.
function readSummary(value: unknown, pauses: ReadonlyMap<string, UserPause>): MessageSummary {
  const row = rowOf(value)
  const state = stateOf(row)
  const user = textOf(row, 'user')
  const nextAttemptAt = integerOrNull(row, 'next_attempt_at')
  const pause = nextAttemptAt === null ? undefined : pauses.get(user)
  return {
    id: messageIdText(integerOf(row, 'id')),
    state,
    user,
    login: textOf(row, 'login'),
    mailFrom: textOf(row, 'mail_from'),
    recipients: [...parseAddresses(textOf(row, 'recipients'))],
    subject: textOf(row, 'subject'),
    bytes: integerOf(row, 'bytes'),
    attempts: integerOf(row, 'attempts'),
    queuedAt: isoTime(integerOf(row, 'queued_at')),
    changedAt: isoTime(integerOf(row, 'changed_at')),
    nextAttemptAt:
      nextAttemptAt === null ? null : isoTime(Math.max(nextAttemptAt, pause?.nextTryAtMs ?? nextAttemptAt)),
    reply: textOf(row, 'reply'),
    holdReason: pause?.reason ?? holdReasonOf(textOrNull(row, 'hold_reason')),
  }
}

function holdReasonOf(text: string | null): HoldReason | null {
  return text === null ? null : holdReason.parse(text)
}

export function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString()
}
