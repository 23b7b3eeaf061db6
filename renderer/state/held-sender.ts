import { type IdentifiedAddress, listIdentities } from '../../relay/domain/authorize.ts'
import { readHeaderIdentities } from '../../relay/domain/header-identities.ts'
import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import { matchSender } from '../../relay/domain/sender-policy.ts'
import { rulesOf, type SavedRules } from './saved-lists.ts'

/** Why the rules of now hold a message: the first of its senders that is missing from the lists, or not verified. */
export type HeldSender = IdentifiedAddress & { readonly found: 'nothing' | 'not-verified' }

/**
 * `headers`: the stored header block. Null when nothing in it is refused, as where a sign-in has narrower rules of its
 * own, or the rules changed back.
 */
export function heldSender(user: SavedRules, mailFrom: string, headers: string): HeldSender | null {
  const rules = rulesOf(user)
  if (!rules) return null
  const envelope = parseMailAddress(mailFrom)
  const header = readHeaderIdentities(new TextEncoder().encode(headers))
  const identities = listIdentities({
    mailFrom: envelope.ok ? envelope.value : null,
    header: header.ok ? header.value : null,
  })
  for (const one of identities) {
    const { found } = matchSender(rules, one.address)
    if (found === 'nothing' || found === 'not-verified') return { ...one, found }
  }
  return null
}
