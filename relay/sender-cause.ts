import type { PolicyBook } from './config/policy-book.ts'
import type { AlertCause } from './domain/alert-cause.ts'
import { authorize } from './domain/authorize.ts'
import { parseMailAddress } from './domain/mail-address.ts'

/**
 * Whether an alert about a sender has lost its cause under these rules: its address may send now, its sign-in may not
 * (paused or gone), or its user is gone. Of other alerts about a user: whether that user is gone.
 */
export function isSenderCauseGone(cause: AlertCause, book: PolicyBook): boolean {
  if (cause.user === null) return false
  const ofUser = book.policyOfUser(cause.user)
  if (ofUser === null) return true
  if (cause.kind !== 'unauthorized-sender' && cause.kind !== 'sender-not-verified') return false
  const ofLogin = cause.login === null ? ofUser : book.policyOfLoginNamed(cause.login)
  if (ofLogin === null || !ofLogin.loginActive) return true
  if (cause.reason === 'form-sender') return book.rewritesFormSender(cause.login ?? '')
  const address = parseMailAddress(cause.about)
  if (!address.ok) return false
  const policy = { ...ofLogin, userActive: true }
  return authorize(policy, { mailFrom: address.value, header: null }).decision === 'allow'
}
