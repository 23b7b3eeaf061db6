import { authorize } from '../domain/authorize.ts'
import type { Decision } from '../domain/decision.ts'
import { isFormCase, rewriteFormSender } from '../domain/form-sender.ts'
import { type HeaderIdentities, readHeaderIdentities } from '../domain/header-identities.ts'
import type { MailAddress } from '../domain/mail-address.ts'
import type { SenderPolicy } from '../domain/sender-policy.ts'

export type CuredForm = {
  readonly block: Uint8Array
  readonly header: HeaderIdentities
  readonly decision: Decision
}

/**
 * An online form's message with its authorized envelope sender in From: read again by the strict parser and judged
 * again by the same rules, as if it had come in so. Null when it isn't such a message, or would not be allowed even
 * then (another identity isn't authorized either): it is refused as it is.
 */
export function cureForm(
  policy: SenderPolicy,
  mailFrom: MailAddress | null,
  before: { readonly block: Uint8Array; readonly header: HeaderIdentities; readonly decision: Decision },
): CuredForm | null {
  if (mailFrom === null || before.decision.decision === 'allow' || !isFormCase(before.decision)) return null
  const block = rewriteFormSender(before.block, before.header, mailFrom)
  const header = readHeaderIdentities(block)
  if (!header.ok) return null
  const decision = authorize(policy, { mailFrom, header: header.value })
  return decision.decision === 'allow' ? { block, header: header.value, decision } : null
}
