import { z } from 'zod'

/**
 * Where an accepted message is. `waiting`: due now or at `nextAttemptAt` · `sending`: claimed by the courier ·
 * `held`: waits for a person, or for its inactive user · `uncertain`: the connection was lost after the message
 * was handed over · `failed`: given up, kept until deleted or 30 days old · `sent`: out of the queue, kept in the journal
 * · `deleted`: a person or a command removed it; its bytes are gone, its line stays in the journal.
 */
export const messageState = z.enum(['waiting', 'sending', 'held', 'uncertain', 'failed', 'sent', 'deleted'])
export type MessageState = z.infer<typeof messageState>

/** Why mail of an SMTP+ user does not leave although it is due. */
export const holdReason = z.enum([
  'by-hand',
  'user-inactive',
  'sender-not-authorized',
  'credentials-refused',
  'account-blocked',
  'password-unavailable',
  // its line in the database can't be read: set aside, so that the others go on
  'unreadable',
])
export type HoldReason = z.infer<typeof holdReason>

/** What was done to a message beside attempts, and by whom: a person in the app, a command, the rules, the relay. */
export const messageAction = z.strictObject({
  at: z.iso.datetime(),
  action: z.enum(['held', 'released', 'retried', 'arrived', 'deleted', 'set-aside', 'moved']),
  by: z.enum(['person', 'command', 'rules', 'relay']),
})
export type MessageAction = z.infer<typeof messageAction>

/** One accepted message as people and scripts see it; times are ISO 8601 in UTC, sizes in bytes. */
export const messageSummary = z.strictObject({
  id: z.string(),
  state: messageState,
  user: z.string(),
  login: z.string(),
  mailFrom: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  bytes: z.int(),
  attempts: z.int(),
  queuedAt: z.iso.datetime(),
  /** when `state` last changed or an attempt was last made */
  changedAt: z.iso.datetime(),
  nextAttemptAt: z.iso.datetime().nullable(),
  /** the server's last answer, word for word; empty before the first attempt */
  reply: z.string(),
  holdReason: holdReason.nullable(),
})
export type MessageSummary = z.infer<typeof messageSummary>
