import { alertLogin, noticeLogin } from '../domain/own-logins.ts'
import type { Settlement } from '../queue/queue-contract.ts'
import type { AttemptAlert } from './attempt.ts'

/**
 * What people are told of a message that was given up, once for each: the journal folds them and counts. Of mail
 * about alerts nothing, else each would bring forth the next; of a notice to a sender that it didn't get through.
 */
export function givenUpAlert(
  message: { readonly login: string },
  settlement: Settlement,
): AttemptAlert | null {
  const failed = settlement.outcomes.find(({ outcome }) => outcome === 'failed')
  if (!failed || message.login === alertLogin) return null
  const alert = { kind: 'delivery-failing', about: failed.reply } as const
  if (message.login === noticeLogin) return { ...alert, reason: 'notice-not-delivered' }
  return { ...alert, reason: failed.reason === 'gave-up' ? 'gave-up' : 'refused-for-good' }
}
