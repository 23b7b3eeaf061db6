import { z } from 'zod'
import { ownDoorReport } from '../domain/own-door.ts'
import { probeReport, stageReport } from '../domain/probe-report.ts'

/** Made by whoever asks; names a check in its progress and when it is cancelled. */
export const checkId = z.string().min(1).max(64)
const port = z.int().min(1).max(65_535)
export const checkPorts = z.array(port).min(1).max(64)

/** One stage of one port is over. */
export const checkProgress = z.strictObject({ check: checkId, port: z.int(), stage: stageReport })
export type CheckProgress = z.infer<typeof checkProgress>

/** Why a check did not sign in although its user has a user name; everything else was looked at all the same. */
export const notSignedIn = z.enum([
  'keychain-absent',
  'keychain-locked',
  'keychain-denied',
  'keychain-not-answering',
  'item-missing',
])

/**
 * A finished check. `signIn`: `tried` where a port got that far, `not-needed` without a user name. After a cancel the
 * report holds what was found until then.
 */
export const connectionChecked = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    report: probeReport,
    signIn: z.enum(['tried', 'not-needed', ...notSignedIn.options]),
    cancelled: z.boolean(),
  }),
  z.strictObject({ ok: z.literal(false), reason: z.enum(['trusted-file-unreadable', 'too-many-checks']) }),
])
export type ConnectionChecked = z.infer<typeof connectionChecked>

export const ownDoorChecked = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), report: ownDoorReport }),
  z.strictObject({ ok: z.literal(false), reason: z.literal('too-many-checks') }),
])

/** What main asks of the relay about a server upstream; progress comes as the event `checkProgress`. */
export const probeRequests = {
  /** Looks at ports side by side, 8 s at most each; sends no message. The relay asks for the password of `user` itself. */
  checkConnection: {
    input: z.strictObject({
      check: checkId,
      server: z.string().min(1),
      /** left out: the usual ones */
      ports: checkPorts.optional(),
      encryption: z.enum(['starttls', 'none']),
      caFile: z.string().optional(),
      /** who signs in; null: nobody */
      user: z.strictObject({ id: z.string(), username: z.string() }).nullable(),
      /** envelope senders to ask for */
      senders: z.array(z.string()).max(20),
      /** an earlier check saw STARTTLS at this server */
      knownToOfferStartTls: z.boolean(),
    }),
    output: connectionChecked,
  },
  /** The relay knocks at its own door, on every address, and signs in with a sign-in made for that; sends no message. */
  checkOwnDoor: { input: z.null(), output: ownDoorChecked },
  /** Ends a check; its own answer follows at once. Nothing happens when it is over already. */
  cancelCheck: { input: z.strictObject({ check: checkId }), output: z.null() },
} as const
