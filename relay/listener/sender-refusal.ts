import type { LoginEntry } from '../config/policy-book.ts'
import type { Decision } from '../domain/decision.ts'
import { parseMailAddress } from '../domain/mail-address.ts'
import { type AlertKind, senderIdentity } from '../domain/relay-event.ts'
import { matchSender, type SenderPolicy } from '../domain/sender-policy.ts'
import type { Door } from './door.ts'
import { senderRefused } from './sender-refused-reply.ts'
import { type Reply, replies, replyLine } from './smtp-reply.ts'

/** A blocked sender: the reply, the refusal for the journal and, where SMTP+ raises one, the alert. */
export function tellSenderRefused(
  door: Door,
  login: LoginEntry,
  policy: SenderPolicy,
  decision: Decision,
): Reply {
  const refused = { event: 'refused', login: login.name, user: login.user } as const
  if (decision.reason === 'user-inactive' || decision.reason === 'login-inactive') {
    const reply = replies[decision.reason]
    door.emit({ ...refused, reason: decision.reason, reply: replyLine(reply) })
    return reply
  }
  const reply = senderRefused({ decision, user: login.user, authorized: entriesOf(policy, decision) })
  const reason = decision.reason === 'sender-not-verified' ? 'sender-not-verified' : 'sender-not-authorized'
  const identity = decision.identity ?? senderIdentity.enum['mail-from']
  const address = decision.address ?? ''
  door.emit({ ...refused, reason, identity, address, reply: replyLine(reply) })
  tellSenderAlert(door, login, decision)
  return reply
}

/** SMTP+ raises an alert for an unauthorized sender whether the message is blocked or let through. */
export function tellSenderAlert(door: Door, login: LoginEntry, decision: Decision): void {
  const kind: AlertKind =
    decision.reason === 'sender-not-verified' ? 'sender-not-verified' : 'unauthorized-sender'
  const { hint } = door.forms.judged(login.name, decision)
  const about = decision.address ?? ''
  const reason = hint === undefined ? {} : { reason: hint }
  door.emit({ event: 'alert', kind, login: login.name, user: login.user, about, ...reason })
}

/** Entries of the list that lacks the address: the user's, or the sign-in's own narrower one. */
function entriesOf(policy: SenderPolicy, decision: Decision): readonly string[] {
  const address = parseMailAddress(decision.address ?? '')
  const lacking = policy.rules.find((rules) => {
    const found = address.ok ? matchSender(rules, address.value).found : 'nothing'
    return found === 'nothing' || found === 'not-verified'
  })
  return lacking === undefined ? [] : [...lacking.domains.values(), ...lacking.senders.values()]
}
