import { z } from 'zod'
import { type DsnRequest, nothingAsked, type RecipientDsn } from '../domain/dsn-request.ts'
import { isSilent } from '../domain/own-logins.ts'
import type { Database } from './database.ts'
import { headerBytesOf } from './listing.ts'
import { numberOfTime } from './message-id.ts'
import { parseAddresses, parseDsn, parseRecipientStates } from './message-rows.ts'
import { bytesOf, integerOf, rowOf, textOf, textOrNull } from './sql.ts'

const owedRecipient = z.strictObject({
  /** the place among the message's recipients: an address may stand there twice */
  index: z.int(),
  reply: z.string(),
  reason: z
    .enum(['refused-by-server', 'gave-up', 'smtputf8-missing', '8bitmime-missing', 'too-large'])
    .nullable(),
})
export type OwedRecipient = z.infer<typeof owedRecipient>
const owedRecipients = z.array(owedRecipient)
/** So much of a header is kept and shown at most. */
export const mostHeaderBytes = 64 * 1024
const noticeKind = z.enum(['failed', 'delayed', 'relayed'])

/** Something about a message that its sender may have to be told; whether it must is decided when the notice is made. */
export type OwedNotice = {
  readonly id: number
  /** `failed`: given up · `delayed`: it has waited long, and is tried on · `relayed`: passed on to a server that will tell nobody */
  readonly kind: z.infer<typeof noticeKind>
  /** milliseconds since 1970 */
  readonly atMs: number
  readonly recipients: readonly (Omit<OwedRecipient, 'index'> & {
    readonly address: string
    readonly dsn: RecipientDsn
  })[]
  readonly message: {
    readonly number: number
    readonly user: string
    readonly login: string
    readonly mailFrom: string
    readonly subject: string
    readonly dsn: DsnRequest | null
    readonly bytes: number
    readonly headerBytes: number
    readonly queuedAtMs: number
  }
  /** of a message whose bytes are gone; null: it is in the queue */
  readonly header: Uint8Array | null
}

/**
 * Writes down, in the transaction that settles the message, that these recipients have failed: the notice itself is
 * made later, and this line goes in the very transaction that puts it into the queue. Nothing is owed for mail with
 * the null reverse-path (RFC 5321 4.5.5), nor for the relay's own mail about mail. False: nothing is.
 */
export function oweFailures(
  database: Database,
  message: SettledMessage,
  failed: readonly OwedRecipient[],
  nowMs: number,
): boolean {
  if (failed.length === 0 || isToldNothing(message)) return false
  owe(database, { ...message, kind: 'failed', recipients: failed, nowMs, header: null })
  return true
}

/**
 * The same for recipients whose message was passed on to a server that tells nobody (RFC 3461 5.2.2). The header is
 * kept with it: the message's bytes may go in the same transaction.
 */
export function oweRelayed(
  database: Database,
  message: SettledMessage,
  relayed: readonly OwedRecipient[],
  nowMs: number,
): boolean {
  if (relayed.length === 0 || isToldNothing(message)) return false
  const header = headerBytesOf(database, message.number, mostHeaderBytes)
  owe(database, { ...message, kind: 'relayed', recipients: relayed, nowMs, header })
  return true
}

type SettledMessage = {
  readonly number: number
  readonly user: string
  readonly login: string
  readonly mailFrom: string
}

function isToldNothing({ mailFrom, login }: SettledMessage): boolean {
  return mailFrom === '' || isSilent({ login })
}

/** Notes with a message that comes in whether its sender asked to hear of delays; runs inside its transaction. */
export function wishForDelayNotice(database: Database, number: number, dsn: DsnRequest): void {
  if (!dsn.recipients.some(({ notify }) => notify?.includes('DELAY'))) return
  database.statement('INSERT INTO delay_wish (message) VALUES (?)').run(number)
}

const waits: ReadonlySet<string | null> = new Set(['waiting', 'sending', 'uncertain'])

/** Turns those wishes into owed notices whose message came before that moment and still waits: once for each message. */
export function oweDelays(database: Database, beforeMs: number, nowMs: number): void {
  const wishes = database
    .statement(
      `SELECT message, state, user, mail_from, recipients, recipient_states, reply FROM delay_wish
        LEFT JOIN message ON message.id = delay_wish.message WHERE delay_wish.message < ? ORDER BY 1`,
    )
    .all(numberOfTime(beforeMs))
    .map(rowOf)
  for (const row of wishes) {
    const state = textOrNull(row, 'state')
    // What a person put on hold waits because of that person.
    if (state === 'held') continue
    const number = integerOf(row, 'message')
    database.statement('DELETE FROM delay_wish WHERE message = ?').run(number)
    const mailFrom = textOrNull(row, 'mail_from') ?? ''
    if (mailFrom === '' || !waits.has(state)) continue
    const count = parseAddresses(textOf(row, 'recipients')).length
    const recipients = parseRecipientStates(textOrNull(row, 'recipient_states'), count).flatMap(
      (one, index) =>
        one.state === 'pending' || one.state === 'uncertain'
          ? [{ index, reply: one.reply || textOf(row, 'reply'), reason: null }]
          : [],
    )
    if (recipients.length === 0) continue
    const user = textOf(row, 'user')
    owe(database, { number, user, mailFrom, kind: 'delayed', recipients, nowMs, header: null })
  }
}

function owe(
  database: Database,
  owed: {
    readonly number: number
    readonly user: string
    readonly mailFrom: string
    readonly kind: OwedNotice['kind']
    readonly recipients: readonly OwedRecipient[]
    readonly nowMs: number
    readonly header: Uint8Array | null
  },
): void {
  const { number, user, mailFrom, kind, recipients, nowMs, header } = owed
  database
    .statement(
      `INSERT INTO notice_owed (message, user, sender, kind, recipients, at, folded, header)
        VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
    )
    .run(number, user, mailFrom, kind, JSON.stringify(recipients), nowMs, header)
}

export const owedColumns = `notice_owed.id AS owed, notice_owed.kind, notice_owed.recipients AS told, notice_owed.at, notice_owed.header,
  message.id AS number, message.user, message.login, mail_from, message.recipients, subject, dsn, bytes, header_bytes,
  queued_at FROM notice_owed JOIN message ON message.id = notice_owed.message`

/** The oldest notices that nobody has decided about, at most so many. */
export function owedNotices(database: Database, limit: number): readonly OwedNotice[] {
  return database
    .statement(`SELECT ${owedColumns} WHERE folded = 0 ORDER BY notice_owed.id LIMIT ?`)
    .all(limit)
    .map(owedNotice)
}

/** These notices are told, or need not be. Runs inside a transaction. */
export function dischargeNotices(database: Database, ids: readonly number[]): void {
  const remove = database.statement('DELETE FROM notice_owed WHERE id = ?')
  for (const id of ids) remove.run(id)
}

/** Whether anything is owed, or wished for about a message from before that moment: most of the time, nothing. */
export function isAnythingOwed(database: Database, beforeMs: number): boolean {
  const found = database
    .statement(
      'SELECT EXISTS (SELECT 1 FROM notice_owed) OR EXISTS (SELECT 1 FROM delay_wish WHERE message < ?) AS owed',
    )
    .get(numberOfTime(beforeMs))
  return integerOf(rowOf(found), 'owed') === 1
}

/** Forgets what is owed about messages that a person deleted. Runs inside a transaction. */
export function forgetDeleted(database: Database): void {
  database
    .statement(
      `DELETE FROM notice_owed WHERE NOT EXISTS
        (SELECT 1 FROM message WHERE message.id = notice_owed.message AND state <> 'deleted')`,
    )
    .run()
}

/** A row of `owedColumns`. */
export function owedNotice(value: unknown): OwedNotice {
  const row = rowOf(value)
  const addresses = parseAddresses(textOf(row, 'recipients'))
  const dsn = parseDsn(textOrNull(row, 'dsn'))
  const told = owedRecipients.parse(JSON.parse(textOf(row, 'told')))
  return {
    id: integerOf(row, 'owed'),
    kind: noticeKind.parse(row['kind']),
    atMs: integerOf(row, 'at'),
    recipients: told.map(({ index, reply, reason }) => ({
      address: addresses[index] ?? '',
      dsn: dsn?.recipients[index] ?? nothingAsked,
      reply,
      reason,
    })),
    message: {
      number: integerOf(row, 'number'),
      user: textOf(row, 'user'),
      login: textOf(row, 'login'),
      mailFrom: textOf(row, 'mail_from'),
      subject: textOf(row, 'subject'),
      dsn,
      bytes: integerOf(row, 'bytes'),
      headerBytes: integerOf(row, 'header_bytes'),
      queuedAtMs: integerOf(row, 'queued_at'),
    },
    header: row['header'] === null ? null : bytesOf(row, 'header'),
  }
}
