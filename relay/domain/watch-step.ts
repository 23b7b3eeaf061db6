import { z } from 'zod'

const text = z.string().max(1_000)

/** The commands a watched program is told about by name; anything else it may have written is shown as `other`. */
export const watchedCommand = z.enum(['EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'other'])
export type WatchedCommand = z.infer<typeof watchedCommand>

/** What a program did. Never a password, a line of a message, or a command as it was written. */
export const watchDeed = z.discriminatedUnion('kind', [
  /** `from`: its IP address; `nearby`: it is this computer itself */
  z.strictObject({ kind: z.literal('connected'), from: text, nearby: z.boolean() }),
  /** turned away before a word; `reply`: what it was told */
  z.strictObject({ kind: z.literal('turned-away'), from: text, nearby: z.boolean(), reply: text }),
  z.strictObject({
    kind: z.literal('greeted'),
    verb: z.enum(['EHLO', 'HELO']),
    name: text,
    encrypted: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('signed-in'), login: text }),
  /** it may send without a password: its address is a sign-in's */
  z.strictObject({ kind: z.literal('recognised'), login: text }),
  /** its MAIL FROM was taken; empty: the null sender */
  z.strictObject({ kind: z.literal('sender'), address: text }),
  z.strictObject({ kind: z.literal('recipient'), address: text }),
  /** `sender`: whom it wanted to send as, where MAIL FROM was refused and could be read */
  z.strictObject({
    kind: z.literal('refused'),
    command: watchedCommand,
    reply: text,
    sender: text.nullable(),
  }),
  /** the message is in the queue under this id */
  z.strictObject({ kind: z.literal('accepted'), id: text }),
  z.strictObject({ kind: z.literal('left') }),
])
export type WatchDeed = z.infer<typeof watchDeed>

/** One deed of one connection, at its time; `number` counts up from 1 within a watch. */
export const watchStep = z.strictObject({
  number: z.int(),
  at: z.iso.datetime(),
  connection: z.int(),
  deed: watchDeed,
})
export type WatchStep = z.infer<typeof watchStep>
