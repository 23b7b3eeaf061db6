import { z } from 'zod'
import { whenUncertain } from '../../relay/config/configuration.ts'

/** What sort of program or device signs in: for people, the relay treats all of them alike. */
export const loginKind = z.enum(['mail-program', 'accounting', 'device', 'website', 'script'])
export type LoginKind = z.infer<typeof loginKind>

/** A sign-in as the page sees it: without its password, of which nobody but its program knows more than a hash. */
export const loginView = z.strictObject({
  name: z.string(),
  user: z.string(),
  status: z.enum(['active', 'inactive']),
  lastSeenAt: z.iso.datetime().nullable(),
  /** its online form gets an authorized From from the relay */
  rewritesFormSender: z.boolean(),
  /** null: nobody said */
  kind: loginKind.nullable(),
  /** `none`: recognised by its address alone */
  auth: z.enum(['password', 'none']),
  /** it came from another computer, and nobody can sign in with it until it is given a password here */
  needsPassword: z.boolean(),
  /** IP addresses and CIDR blocks, with `auth: none` */
  addresses: z.array(z.string()),
  /** when its addresses stop counting; null: never */
  until: z.iso.datetime().nullable(),
  /** its own narrower lists; both empty: its user's alone bind it */
  authorizedDomains: z.string(),
  authorizedSenders: z.string(),
  /** entries of its own lists that its user's no longer allow; the relay leaves them out */
  ineffective: z.array(z.string()),
  /** null: no limit of its own */
  messagesPerHour: z.int().nullable(),
  /** in one message; null: as many as the relay takes */
  recipients: z.int().nullable(),
  /** null: as its user has it */
  whenUncertain: whenUncertain.nullable(),
})
export type LoginView = z.infer<typeof loginView>

/** Why a sign-in can't be saved, beside the reasons of every form and of the two lists. */
export const loginProblemReason = z.enum([
  'wider-than-user',
  'login-not-a-count',
  'too-many-recipients-wanted',
  'device-address-taken',
  'has-no-password',
])
export type LoginProblemReason = z.infer<typeof loginProblemReason>

/** The most messages an hour that can be asked for, and recipients of one message, which is the relay's own limit. */
export const loginLimits = { messagesPerHour: 1_000_000, recipients: 500 } as const

/** `detail`: the system's words; a person who closed the dialog printed nothing either. */
export const printed = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), detail: z.string() }),
])
export type Printed = z.infer<typeof printed>

/** The longest that a sign-in without password is made for a while only. */
const longestTrialMinutes = 7 * 24 * 60

const addressesText = z.string().max(10_000)

/** `saved` and `shownOnce`: window-contract's answers to what is saved, and to a password that was made. */
export function loginRequests<Saved extends z.ZodType, ShownOnce extends z.ZodType>(
  saved: Saved,
  shownOnce: ShownOnce,
) {
  return {
    addLogin: {
      input: z.strictObject({ name: z.string().max(100), user: z.string(), kind: loginKind.optional() }),
      output: shownOnce,
    },
    /** A sign-in without password; `addresses` as in updateLogin. */
    addAddressLogin: {
      input: z.strictObject({
        name: z.string().max(100),
        user: z.string(),
        kind: loginKind.optional(),
        addresses: addressesText,
        /** the one address it may send as; left out: whatever its user may */
        onlySender: z.string().max(320).optional(),
        /** for how long; left out: for good */
        minutes: z.int().min(1).max(longestTrialMinutes).optional(),
      }),
      output: saved,
    },
    /** One that was let in for a while stays for good. */
    keepLogin: { input: z.strictObject({ name: z.string() }), output: saved },
    /** Everything but name, password and status. */
    updateLogin: {
      input: z.strictObject({
        name: z.string(),
        user: z.string(),
        kind: loginKind.nullable(),
        /** one a line or separated by ";" or spaces; looked at only where there is no password */
        addresses: addressesText,
        authorizedDomains: z.string().max(200_000),
        authorizedSenders: z.string().max(200_000),
        messagesPerHour: z.int().nullable(),
        recipients: z.int().nullable(),
        whenUncertain: whenUncertain.nullable(),
      }),
      output: saved,
    },
    resetLogin: { input: z.strictObject({ name: z.string() }), output: shownOnce },
    /** The sheet with a sign-in's values, while the page shows them. */
    printPage: { input: z.null(), output: printed },
    removeLogin: { input: z.strictObject({ name: z.string() }), output: saved },
    setLoginStatus: {
      input: z.strictObject({ name: z.string(), status: z.enum(['active', 'inactive']) }),
      output: saved,
    },
  } as const
}
