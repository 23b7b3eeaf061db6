import { z } from 'zod'

/** Which of a message's sender identities a decision was about (RFC 5321 4.1.1.2, RFC 5322 3.6.2, 3.6.6). */
export const senderIdentity = z.enum(['mail-from', 'header-from', 'sender', 'resent-from', 'resent-sender'])
export type SenderIdentity = z.infer<typeof senderIdentity>

export const refusalReason = z.enum([
  'sender-not-authorized',
  'sender-not-verified',
  'address-malformed',
  'headers-malformed',
  'user-inactive',
  'login-inactive',
  'sign-in-failed',
  'too-large',
  'too-many-recipients',
  'too-many-connections',
  'too-many-messages',
  'address-not-allowed',
  'implicit-tls',
  'storage',
])
export type RefusalReason = z.infer<typeof refusalReason>

export const alertKind = z.enum([
  'unauthorized-sender',
  'sender-not-verified',
  'credentials-refused',
  'account-blocked',
  'upstream-unreachable',
  'certificate',
  'delivery-failing',
  'queue-growing',
  'disk-low',
  'relay-stopped',
])
export type AlertKind = z.infer<typeof alertKind>

/** What exactly it is, where a kind has several causes with cures of their own; for words, never in the events. */
export const alertReason = z.enum([
  // unauthorized-sender: ever other addresses from one sign-in, as a website's form sends them
  'form-sender',
  // certificate
  'certificate-not-trusted',
  'server-certificate-expiring',
  'own-certificate-expiring',
  // delivery-failing
  'gave-up',
  'refused-for-good',
  'notice-not-delivered',
  'waiting-long',
  'password-unavailable',
  'message-damaged',
  'database-damaged',
  'database-set-aside',
  // disk-low
  'disk-nearly-full',
  'disk-refuses-mail',
  'outcome-not-written',
  // relay-stopped
  'ended-unexpectedly',
  'kept-ending',
])
export type AlertReason = z.infer<typeof alertReason>

/** Why an alert was not mailed although it should have been. */
export const alertNote = z.enum([
  // the mail would have gone to the very address that was refused
  'not-mailed-to-its-sender',
  // its sender or recipient is not what it was: no longer authorized, or its user gone or inactive
  'mail-not-possible',
])
export type AlertNote = z.infer<typeof alertNote>

export const listenAddress = z.strictObject({ address: z.string(), port: z.int().min(0).max(65_535) })
export type ListenAddress = z.infer<typeof listenAddress>

const at = z.iso.datetime()
const id = z.string()
const recipients = z.array(z.string())

/**
 * Everything the relay says while it runs: the lines of `serve --json`, the deltas of the app.
 * Field names and meanings are public (the scripted interface).
 */
export const relayEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('ready'), at, pid: z.int(), listen: z.array(listenAddress) }),
  z.strictObject({
    event: z.literal('queued'),
    at,
    id,
    login: z.string(),
    user: z.string(),
    mailFrom: z.string(),
    recipients,
    bytes: z.int(),
  }),
  z.strictObject({ event: z.literal('delivered'), at, id, recipients, reply: z.string() }),
  z.strictObject({ event: z.literal('deferred'), at, id, recipients, reply: z.string(), nextAttemptAt: at }),
  z.strictObject({ event: z.literal('failed'), at, id, recipients, reply: z.string(), reason: z.string() }),
  z.strictObject({ event: z.literal('uncertain'), at, id, recipients }),
  z.strictObject({
    event: z.literal('refused'),
    at,
    login: z.string().nullable(),
    reason: refusalReason,
    identity: senderIdentity.optional(),
    address: z.string().optional(),
  }),
  z.strictObject({
    event: z.literal('alert'),
    at,
    kind: alertKind,
    login: z.string().nullable(),
    user: z.string().nullable(),
    count: z.int(),
    about: z.string(),
  }),
  z.strictObject({ event: z.literal('reloaded'), at, revision: z.int() }),
  z.strictObject({
    event: z.literal('reload-refused'),
    at,
    path: z.string(),
    expected: z.string(),
    found: z.string(),
  }),
  z.strictObject({ event: z.literal('stopping'), at, reason: z.string() }),
])
export type RelayEvent = z.infer<typeof relayEvent>

type WithoutTime<Event> = Event extends { readonly at: string } ? Omit<Event, 'at'> : never

/**
 * What a room tells the journal, which adds the time, keeps what is to be kept and passes the event on.
 * A refusal carries two more things that stay inside: whose rules refused it, and the reply word for word.
 * An alert is told once for each cause; the journal counts the repeats.
 */
export type RelayNotice =
  | Exclude<WithoutTime<RelayEvent>, { event: 'refused' } | { event: 'alert' }>
  | (Extract<WithoutTime<RelayEvent>, { event: 'refused' }> & { user: string | null; reply: string })
  | (Omit<Extract<WithoutTime<RelayEvent>, { event: 'alert' }>, 'count'> & { reason?: AlertReason })
