import type { PolicyBook } from './config/policy-book.ts'
import { authorize, type MessageIdentities } from './domain/authorize.ts'
import { comparableAddress, type MailAddress, parseMailAddress } from './domain/mail-address.ts'
import { senderIdentity } from './domain/relay-event.ts'
import type { QueuedSender } from './queue/rejudging.ts'

/**
 * Would the rules of today still let this queued message through? Those of its sign-in where that still exists, else
 * its user's. A user that is gone or not active is another reason to hold, told apart elsewhere: here it may go.
 */
export function mayStillGo(book: PolicyBook, sender: QueuedSender): boolean {
  const [first = '', ...others] = sender.identities
  if (first.startsWith(verification) && others.length === 0) {
    return mayVerify(book, sender.user, readAddress(first.slice(verification.length)))
  }
  const ofLogin = book.policyOfLoginNamed(sender.login)
  const policy = ofLogin?.user === sender.user ? ofLogin : book.policyOfUser(sender.user)
  if (!policy) return true
  const judged = authorize(
    { ...policy, userActive: true, loginActive: true },
    identitiesOf(sender.identities),
  )
  return judged.decision !== 'block'
}

/** What a code mail has in place of a sender's identities; no message that comes in from outside has it. */
const verification = 'verification:'

export function verificationIdentity(address: MailAddress): string {
  return verification + address.text
}

/** A code mail goes to whom it is from: the address must be in the user's list, it needn't be verified. */
export function mayVerify(book: PolicyBook, userId: string, address: MailAddress): boolean {
  const rules = book.policyOfUser(userId)?.rules[0]
  return rules?.senders.has(comparableAddress(address)) ?? true
}

function identitiesOf(lines: readonly string[]): MessageIdentities {
  const found = lines.map((line) => {
    const colon = line.indexOf(':')
    return {
      identity: senderIdentity.parse(line.slice(0, colon)),
      address: readAddress(line.slice(colon + 1)),
    }
  })
  const of = (identity: string): MailAddress[] =>
    found.filter((one) => one.identity === identity).map((one) => one.address)
  const from = of('header-from')[0]
  if (!from) throw new Error('a queued message has no header From')
  return {
    mailFrom: of('mail-from')[0] ?? null,
    header: {
      from,
      sender: of('sender')[0] ?? null,
      resentFrom: of('resent-from'),
      resentSender: of('resent-sender'),
    },
  }
}

function readAddress(text: string): MailAddress {
  const address = parseMailAddress(text)
  if (!address.ok) throw new Error('a queued message has an address that was never accepted')
  return address.value
}
