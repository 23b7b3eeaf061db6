import type { Decision } from './decision.ts'
import type { HeaderIdentities } from './header-identities.ts'
import type { HeaderProblem } from './header-problem.ts'
import type { AddressProblem, MailAddress } from './mail-address.ts'
import type { SenderIdentity } from './relay-event.ts'
import { assertNever } from './result.ts'
import { type Match, matchSender, type SenderPolicy } from './sender-policy.ts'

/** Who a message says it is from. `mailFrom` null: the null reverse-path; `header` null: before DATA. */
export type MessageIdentities = {
  readonly mailFrom: MailAddress | null
  readonly header: Pick<HeaderIdentities, 'from' | 'sender' | 'resentFrom' | 'resentSender'> | null
}

export type IdentifiedAddress = { readonly identity: SenderIdentity; readonly address: MailAddress }

/**
 * Every sender identity of a message in the order in which they are judged: envelope sender (RFC 5321, 4.1.1.2),
 * header From and Sender (RFC 5322, 3.6.2), Resent-From and Resent-Sender (3.6.6).
 */
export function listIdentities(identities: MessageIdentities): readonly IdentifiedAddress[] {
  const { mailFrom, header } = identities
  const list: IdentifiedAddress[] = []
  if (mailFrom) list.push({ identity: 'mail-from', address: mailFrom })
  if (!header) return list
  list.push({ identity: 'header-from', address: header.from })
  if (header.sender) list.push({ identity: 'sender', address: header.sender })
  for (const address of header.resentFrom) list.push({ identity: 'resent-from', address })
  for (const address of header.resentSender) list.push({ identity: 'resent-sender', address })
  return list
}

/**
 * The one decision: every identity present must be authorized by every list that binds the sender.
 * Null reverse-path (receipts, RFC 5321, 4.5.5): needs an authorized header From, also where the user's rule is
 * "alert", because nothing else vouches for it; before the header is there it passes provisionally.
 */
export function authorize(policy: SenderPolicy, identities: MessageIdentities): Decision {
  if (!policy.userActive) return blocked('user-inactive')
  if (!policy.loginActive) return blocked('login-inactive')
  const present = listIdentities(identities)
  let deciding: { readonly present: IdentifiedAddress; readonly match: Match } | null = null

  for (const one of present) {
    const match = matchAll(policy, one.address)
    if (match.found === 'nothing' || match.found === 'not-verified') {
      if (identities.mailFrom === null && one.identity === 'header-from') {
        return refusal('block', 'null-sender-not-allowed', one, match)
      }
      const reason = match.found === 'nothing' ? 'sender-not-authorized' : 'sender-not-verified'
      return refusal(policy.unauthorizedSenders, reason, one, match)
    }
    if (deciding === null || one.identity === 'header-from') deciding = { present: one, match }
  }
  if (deciding === null) {
    return { ...blocked('null-sender-awaits-header'), decision: 'allow', identity: 'mail-from', address: '' }
  }
  return {
    decision: 'allow',
    reason: allowReason(deciding.match),
    identity: deciding.present.identity,
    address: deciding.present.address.text,
    entry: 'entry' in deciding.match ? deciding.match.entry : null,
    fault: null,
  }
}

/** An address that isn't one mailbox is refused whatever the lists say, and also where the rule is "alert". */
export function blockMalformedAddress(text: string, problem: AddressProblem): Decision {
  return { ...blocked('address-malformed'), identity: 'mail-from', address: text, fault: problem.reason }
}

/** A header block that two programs could read differently is never guessed at: blocked, also in "alert". */
export function blockMalformedHeader(problem: HeaderProblem): Decision {
  return { ...blocked('headers-malformed'), fault: problem.reason }
}

// All lists must match; the narrowest (last) one names the entry.
function matchAll(policy: SenderPolicy, address: MailAddress): Match {
  let match: Match = { found: 'everyone' }
  for (const rules of policy.rules) {
    const one = matchSender(rules, address)
    if (one.found === 'nothing' || one.found === 'not-verified') return one
    if (one.found !== 'everyone') match = one
  }
  return match
}

function allowReason(match: Match): Decision['reason'] {
  switch (match.found) {
    case 'address':
      return 'address-authorized'
    case 'domain':
      return 'domain-authorized'
    case 'everyone':
      return 'everyone-authorized'
    case 'not-verified':
    case 'nothing':
      throw new Error('an unauthorized sender has no reason to be allowed')
    default:
      return assertNever(match)
  }
}

function refusal(
  decision: 'alert' | 'block',
  reason: Decision['reason'],
  one: IdentifiedAddress,
  match: Match,
): Decision {
  const entry = 'entry' in match ? match.entry : null
  return { decision, reason, identity: one.identity, address: one.address.text, entry, fault: null }
}

function blocked(reason: Decision['reason']): Decision {
  return { decision: 'block', reason, identity: null, address: null, entry: null, fault: null }
}
