import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import { type Match, matchSender } from '../../relay/domain/sender-policy.ts'
import { rulesOf, type SavedRules } from './saved-lists.ts'

/** Whether an address that was refused may send under the lists as they are now: then its refusal is old news. */
export function maySendNow(user: SavedRules, address: string): boolean {
  const found = matchNow(user, address)?.found
  return found === 'address' || found === 'domain' || found === 'everyone'
}

/** What the lists as they are now say of an address; null when it, or an entry, can't be read. */
export function matchNow(user: SavedRules, address: string): Match | null {
  const sender = parseMailAddress(address)
  const rules = rulesOf(user)
  return sender.ok && rules ? matchSender(rules, sender.value) : null
}
