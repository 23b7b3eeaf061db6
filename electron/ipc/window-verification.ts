import { z } from 'zod'
import { domainCheck } from '../../relay/domain/domain-ownership.ts'
import { verificationMethod } from '../../relay/domain/verification.ts'

/** One entry of a user's lists and how far it is verified; only `verified` and `carried-over` authorize anything. */
export const entryView = z.strictObject({
  list: z.enum(['domains', 'senders']),
  entry: z.string(),
  state: z.enum(['not-verified', 'waiting', 'verified', 'carried-over']),
  how: verificationMethod.nullable(),
  /** since when; null where that isn't known */
  at: z.iso.datetime().nullable(),
  /** while waiting: the mail with the code, as Activity shows it, and how long and how often the code may be typed */
  codeMail: z
    .strictObject({
      messageId: z.string(),
      expiresAt: z.iso.datetime(),
      triesLeft: z.int(),
    })
    .nullable(),
  /** of a domain that isn't verified: the TXT record that would prove it */
  dnsRecord: z.string().nullable(),
})
export type EntryView = z.infer<typeof entryView>

/** What a user's view says of its entries. */
export const verificationOfUser = {
  /** every entry of both lists, in their order */
  entries: z.array(entryView),
  /** both lists are empty: every sender is authorized */
  open: z.boolean(),
  /** something was verified, and the user is inactive still */
  suggestActive: z.boolean(),
} as const

const commonVerificationReasons = [
  'user-unknown',
  'entry-unknown',
  'already-verified',
  'settings-not-saved',
] as const

/** Why no code was mailed. `not-in-force`: the relay hasn't taken up the list with this address (yet). */
export const codeNotAskedReason = z.enum([
  ...commonVerificationReasons,
  'user-inactive',
  'not-in-force',
  'storage',
  'relay-not-answering',
])
export type CodeNotAskedReason = z.infer<typeof codeNotAskedReason>

export const codeNotTakenReason = z.enum([
  ...commonVerificationReasons,
  'no-code-asked',
  'wrong-code',
  'too-many-tries',
  'code-expired',
])
export type CodeNotTakenReason = z.infer<typeof codeNotTakenReason>

/** Why nothing was looked up; what was found, or why the DNS didn't say, is the check's own `reason`. */
export const domainNotCheckedReason = z.enum([...commonVerificationReasons, 'relay-not-answering'])
export type DomainNotCheckedReason = z.infer<typeof domainNotCheckedReason>

const codeAsked = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** the mail with the code: what became of it is what became of this message */
    messageId: z.string(),
  }),
  z.strictObject({ ok: z.literal(false), reason: codeNotAskedReason }),
])

const codeTyped = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), revision: z.int() }),
  z.strictObject({
    ok: z.literal(false),
    reason: codeNotTakenReason,
    /** with `wrong-code` */
    triesLeft: z.int().nullable(),
  }),
])

const domainChecked = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), check: domainCheck }),
  z.strictObject({ ok: z.literal(false), reason: domainNotCheckedReason }),
])

/** The calls about verifying entries, as part of the window's contract; `saved`: its answer to what is saved. */
export function verificationRequests<Saved extends z.ZodType>(saved: Saved) {
  return {
    /** Mails a code to one of the authorized senders; also again: then only the new one counts. */
    askForCode: { input: z.strictObject({ id: z.string(), address: z.string() }), output: codeAsked },
    typeCode: {
      input: z.strictObject({ id: z.string(), address: z.string(), code: z.string().max(100) }),
      output: codeTyped,
    },
    /** "I have confirmed these in MailUp": entries of either list. */
    confirmInMailUp: {
      input: z.strictObject({ id: z.string(), entries: z.array(z.string()).min(1).max(10_000) }),
      output: saved,
    },
    /** Looks in the DNS whether an authorized domain is one's own; 5 s at most. */
    checkDomain: { input: z.strictObject({ id: z.string(), domain: z.string() }), output: domainChecked },
  } as const
}
