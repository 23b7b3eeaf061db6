import type { Decision } from '../domain/decision.ts'
import type { SenderIdentity } from '../domain/relay-event.ts'
import { assertNever } from '../domain/result.ts'

const identityNames: Record<SenderIdentity, string> = {
  'mail-from': 'the envelope sender',
  'header-from': 'the header From',
  sender: 'the header Sender',
  'resent-from': 'the header Resent-From',
  'resent-sender': 'the header Resent-Sender',
}

/** A decision in English: what would become of the message, why, and the cure. */
export function decisionSentence(decision: Decision, user: string): string {
  const who = `${decision.address ?? ''} (${identityNames[decision.identity ?? 'mail-from']})`
  const outcome = decision.decision === 'alert' ? 'It would be sent, with an alert.' : 'It would not be sent.'
  switch (decision.reason) {
    case 'address-authorized':
      return `Allowed: ${who} is authorized for user ${user} as an address.`
    case 'domain-authorized':
      return `Allowed: ${who} is authorized for user ${user} through the domain ${decision.entry ?? ''}.`
    case 'everyone-authorized':
      return `Allowed: user ${user} may send as anybody, because both lists are empty.`
    case 'null-sender-awaits-header':
      return `Allowed so far: with an empty envelope sender the message needs an authorized header From.`
    case 'sender-not-authorized':
      return `Not authorized: ${who} is on no list of user ${user}. ${outcome} To allow it, add the address or its domain.`
    case 'sender-not-verified':
      return `Not verified: ${who} is on a list of user ${user}, but not confirmed yet. ${outcome}`
    case 'null-sender-not-allowed':
      return `Not authorized: with an empty envelope sender, ${who} must be authorized for user ${user}. ${outcome}`
    case 'address-malformed':
      return `Malformed: ${decision.address ?? ''} is not one mailbox in plain form such as info@firm.example. ${outcome}`
    case 'headers-malformed':
      return `Malformed headers (${decision.fault ?? ''}): they could be read in two ways. ${outcome}`
    case 'user-inactive':
      return `User ${user} is not active. ${outcome} To send, set its status to active.`
    case 'login-inactive':
      return `The login is not active. ${outcome} To send, set its status to active.`
    default:
      return assertNever(decision.reason)
  }
}
