import { asDamage, DamagedBody, noteDamagedMessage } from './damage.ts'
import type { Database } from './database.ts'
import { noteActions } from './message-actions.ts'
import { messageIdText } from './message-id.ts'
import { parseAddresses, parseDsn, parseRecipientStates, type RecipientState } from './message-rows.ts'
import type { ClaimedMessage } from './queue-contract.ts'
import { bytesOf, integerOf, rowOf, textOf, textOrNull } from './sql.ts'

/** Lets the row say that the message is being sent. Runs inside a transaction. */
export function markAsSending(database: Database, message: number, nowMs: number): void {
  database
    .statement(
      `UPDATE message SET state = 'sending', next_attempt_at = NULL, hold_reason = NULL, changed_at = ? WHERE id = ?`,
    )
    .run(nowMs, message)
}

/**
 * What the courier needs of a message that is due, `kept` being its body if it is still in memory. 'gone': removed
 * meanwhile, or not due any more, as a command beside the relay may make it; 'damaged': its row can't be read.
 */
export function readForSending(
  database: Database,
  message: number,
  nowMs: number,
  kept: Uint8Array | undefined,
): ClaimedMessage | 'gone' | 'damaged' {
  const row = database
    .statement(
      `SELECT id, user, login, mail_from, recipients, recipient_states, bytes, smtp_utf8, eight_bit_mime, attempts,
        queued_at, dsn FROM message WHERE id = ? AND next_attempt_at <= ?`,
    )
    .get(message, nowMs)
  if (row === undefined) return 'gone'
  try {
    const claimed = claimedMessage(database, row)
    return kept ? { ...claimed, body: () => [kept] } : claimed
  } catch {
    return 'damaged'
  }
}

/** One damaged message must not stop the mail of all: it is kept where people see it, who are told. Runs inside a transaction. */
export function setAside(database: Database, message: number, nowMs: number): void {
  database
    .statement(
      `UPDATE message SET state = 'held', hold_reason = 'unreadable', next_attempt_at = NULL WHERE id = ?`,
    )
    .run(message)
  noteActions(database, [message], 'set-aside', 'relay', nowMs)
  noteDamagedMessage(database, message, nowMs)
}

/** The stored bytes of a message, one chunk in memory at a time. Throws `DamagedBody` when they are not all there. */
export function* readBody(database: Database, message: number, bytes: number): Iterable<Uint8Array> {
  for (let number = 0, left = bytes; left > 0; number++) {
    // Asked for at each chunk: in between, the database may have been opened again.
    const chunk = readChunk(database, message, number)
    left -= chunk.length
    if (left < 0) throw new DamagedBody(`message ${messageIdText(message)} has more bytes than were accepted`)
    yield chunk
  }
}

function readChunk(database: Database, message: number, number: number): Uint8Array {
  let row: unknown
  try {
    row = database
      .statement('SELECT bytes FROM body_chunk WHERE message = ? AND number = ?')
      .get(message, number)
  } catch (fault) {
    throw asDamage(fault)
  }
  if (row === undefined)
    throw new DamagedBody(`message ${messageIdText(message)}: part ${number} is not in the queue`)
  return bytesOf(rowOf(row), 'bytes')
}

function claimedMessage(database: Database, value: unknown): ClaimedMessage {
  const row = rowOf(value)
  const number = integerOf(row, 'id')
  const bytes = integerOf(row, 'bytes')
  const all = parseAddresses(textOf(row, 'recipients'))
  const states = textOrNull(row, 'recipient_states')
  const parsed = parseRecipientStates(states, all.length)
  const isOpenAt = (_: unknown, index: number): boolean => isOpen(parsed[index]?.state ?? 'pending')
  const open = all.filter(isOpenAt)
  const dsn = parseDsn(textOrNull(row, 'dsn'))
  return {
    id: messageIdText(number),
    user: textOf(row, 'user'),
    login: textOf(row, 'login'),
    mailFrom: textOf(row, 'mail_from'),
    recipients: open,
    bytes,
    smtpUtf8: integerOf(row, 'smtp_utf8') === 1,
    eightBitMime: integerOf(row, 'eight_bit_mime') === 1,
    attempts: integerOf(row, 'attempts'),
    queuedAtMs: integerOf(row, 'queued_at'),
    dsn: dsn && { ...dsn, recipients: dsn.recipients.filter(isOpenAt) },
    body: () => readBody(database, number, bytes),
  }
}

/** Whether the courier still has to try this recipient. */
export function isOpen(state: RecipientState['state']): boolean {
  return state === 'pending' || state === 'uncertain'
}
