import { z } from 'zod'
import { alertAction } from '../../relay/domain/alert-action.ts'
import { alertChannel, alertFrequency, alertMail } from '../../relay/domain/alert-settings.ts'
import { alertKind } from '../../relay/domain/relay-event.ts'
import { alertSummary, relayContract } from '../../relay/ipc/relay-contract.ts'

/** An alert with what can be pressed beside it, most helpful first. */
export const alertView = alertSummary.extend({ actions: z.array(alertAction) })
export type AlertView = z.infer<typeof alertView>

export const alertSettingsView = z.strictObject({
  /** one a kind, in the order of the kinds */
  frequency: z.array(z.strictObject({ kind: alertKind, desktop: alertFrequency, mail: alertFrequency })),
  mail: alertMail.nullable(),
  ignored: z.array(z.strictObject({ kind: alertKind, about: z.string() })),
})
export type AlertSettingsView = z.infer<typeof alertSettingsView>

/** Why something about alerts can't be saved; lists refuse with the reasons of relay/domain/sender-list. */
export const alertProblemReason = z.enum([
  'user-unknown',
  'user-inactive',
  'address-malformed',
  /** the mail's sender isn't allowed by that user's own lists (or not verified) */
  'from-not-authorized',
  'alert-unknown',
  'cannot-be-ignored',
  'sign-in-unknown',
  'settings-not-saved',
])
export type AlertProblemReason = z.infer<typeof alertProblemReason>

/** The calls about alerts, as part of the window's contract; `saved`: its answer to what is saved. */
export function alertRequests<Saved extends z.ZodType>(saved: Saved) {
  return {
    /** `settled`: the next repeat is a new alert. */
    setAlertState: relayContract.requests.setAlertState,
    /** No alert for this cause any more, and this one is settled; its refusals stay in Activity. */
    ignoreAlert: { input: z.strictObject({ id: z.string() }), output: saved },
    heedAgain: { input: z.strictObject({ kind: alertKind, about: z.string() }), output: saved },
    /** Adds one entry to a user's list, by the same path as the whole list is saved; `alreadyVerified`: as there. */
    authorizeAddress: {
      input: z.strictObject({ user: z.string(), address: z.string().max(320), alreadyVerified: z.boolean() }),
      output: saved,
    },
    authorizeDomain: {
      input: z.strictObject({ user: z.string(), domain: z.string().max(320), alreadyVerified: z.boolean() }),
      output: saved,
    },
    setAlertFrequency: {
      input: z.strictObject({ kind: alertKind, channel: alertChannel, frequency: alertFrequency }),
      output: saved,
    },
    /** null: no alert is mailed. Problems name the field: `user`, `from` or `to`. */
    setAlertMail: { input: z.strictObject({ mail: alertMail.nullable() }), output: saved },
    setFormSender: { input: z.strictObject({ name: z.string(), rewrite: z.boolean() }), output: saved },
  } as const
}
