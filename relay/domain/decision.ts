import { z } from 'zod'
import { senderIdentity } from './relay-event.ts'

export const decisionReason = z.enum([
  // allow
  'address-authorized',
  'domain-authorized',
  'everyone-authorized',
  // allow so far: the null reverse-path waits for its header From
  'null-sender-awaits-header',
  // alert or block
  'sender-not-authorized',
  'sender-not-verified',
  // block
  'null-sender-not-allowed',
  'address-malformed',
  'headers-malformed',
  'user-inactive',
  'login-inactive',
])
export type DecisionReason = z.infer<typeof decisionReason>

/**
 * May this go out? With the identity that decided it: the first that is not authorized, else the header From
 * (the envelope sender while there is no header yet). `entry`: the list entry that matched, or null.
 * `fault`: for `headers-malformed` and `address-malformed`, what was ambiguous (see header-identities).
 */
export const decision = z.strictObject({
  decision: z.enum(['allow', 'alert', 'block']),
  reason: decisionReason,
  identity: senderIdentity.nullable(),
  address: z.string().nullable(),
  entry: z.string().nullable(),
  fault: z.string().nullable(),
  /** `form-sender`: an online form puts its visitors into From; they belong into Reply-To (see form-sender) */
  hint: z.literal('form-sender').optional(),
})
export type Decision = z.infer<typeof decision>
