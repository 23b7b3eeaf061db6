import { claimTurns } from '../domain/priority.ts'
import type { Database } from './database.ts'
import { noteActions } from './message-actions.ts'
import { messageIdText } from './message-id.ts'
import { parseAddresses, parseDsn, parseRecipientStates, type RecipientState } from './message-rows.ts'
import type { ClaimedMessage } from './queue-contract.ts'
import { bytesOf, integerOf, rowOf, textOf, textOrNull } from './sql.ts'

const priorities = [1, 2, 3, 4, 5] as const

/**
 * Marks due messages of these users as `sending` and reads what the courier needs of them: by turns of their priorities
 * (claimTurns; `turn`: how many were claimed before), within one the longest due. Runs inside a transaction.
 * Milliseconds since 1970.
 */
export function claimDue(
  database: Database,
  nowMs: number,
  limit: number,
  users: readonly string[],
  turn = 0,
): readonly ClaimedMessage[] {
  const due = database.statement(
    `SELECT id, user, login, mail_from, recipients, recipient_states, bytes, smtp_utf8, eight_bit_mime, attempts,
      queued_at, dsn FROM message WHERE user = ? AND priority = ? AND next_attempt_at <= ?
      ORDER BY next_attempt_at LIMIT ?`,
  )
  const claim = database.statement(
    `UPDATE message SET state = 'sending', next_attempt_at = NULL, changed_at = ? WHERE id = ?`,
  )
  const claimed: ClaimedMessage[] = []
  const claimInOrder = (order: readonly number[], most: number): void => {
    for (const priority of order) {
      for (const user of users) {
        if (claimed.length >= most) return
        for (const row of due.all(user, priority, nowMs, most - claimed.length)) {
          claim.run(nowMs, integerOf(rowOf(row), 'id'))
          const message = claimedOrSetAside(database, row, nowMs)
          if (message !== null) claimed.push(message)
        }
      }
    }
  }
  while (claimed.length < limit) {
    const { order, count } = claimTurns(turn + claimed.length)
    const most = Math.min(claimed.length + count, limit)
    claimInOrder(order, most)
    if (claimed.length < most) break
  }
  return claimed
}

/** When the next message of these users is due; null when none waits. One look into the index for each priority. */
export function nextDueAtMs(database: Database, users: readonly string[]): number | null {
  const first = database.statement(
    `SELECT next_attempt_at AS due FROM message
      WHERE user = ? AND priority = ? AND next_attempt_at IS NOT NULL ORDER BY next_attempt_at LIMIT 1`,
  )
  let next: number | null = null
  for (const user of users) {
    for (const priority of priorities) {
      const row = first.get(user, priority)
      if (row === undefined) continue
      const due = integerOf(rowOf(row), 'due')
      if (next === null || due < next) next = due
    }
  }
  return next
}

/** The stored bytes of a message, one chunk in memory at a time. Throws when a chunk is missing. */
export function* readBody(database: Database, message: number, bytes: number): Iterable<Uint8Array> {
  for (let number = 0, left = bytes; left > 0; number++) {
    // Asked for at each chunk: in between, the database may have been opened again.
    const row = database
      .statement('SELECT bytes FROM body_chunk WHERE message = ? AND number = ?')
      .get(message, number)
    if (row === undefined)
      throw new Error(`message ${messageIdText(message)}: chunk ${number} is not in the queue`)
    const chunk = bytesOf(rowOf(row), 'bytes')
    left -= chunk.length
    yield chunk
  }
}

/** One damaged line must not stop the mail of all: it is set aside, where people see it. */
function claimedOrSetAside(database: Database, row: unknown, nowMs: number): ClaimedMessage | null {
  try {
    return claimedMessage(database, row)
  } catch {
    const number = integerOf(rowOf(row), 'id')
    database
      .statement(
        `UPDATE message SET state = 'held', hold_reason = 'unreadable', next_attempt_at = NULL WHERE id = ?`,
      )
      .run(number)
    noteActions(database, [number], 'set-aside', 'relay', nowMs)
    return null
  }
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
