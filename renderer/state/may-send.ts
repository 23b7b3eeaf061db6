import { canonicalDomain } from '../../relay/domain/domain-name.ts'
import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import type { AddressEntry, DomainEntry } from '../../relay/domain/sender-list.ts'
import { matchSender, senderRules } from '../../relay/domain/sender-policy.ts'

/** Whether an address that was refused may send under the lists as they are now: then its refusal is old news. */
export function maySendNow(
  user: { readonly authorizedDomains: string; readonly authorizedSenders: string },
  address: string,
): boolean {
  const sender = parseMailAddress(address)
  const domains: DomainEntry[] = []
  const senders: AddressEntry[] = []
  for (const text of entriesOf(user.authorizedDomains)) {
    const domain = canonicalDomain(text)
    if (domain === null) return false
    domains.push({ text, domain })
  }
  for (const text of entriesOf(user.authorizedSenders)) {
    const entry = parseMailAddress(text)
    if (!entry.ok) return false
    senders.push({ text, address: entry.value })
  }
  if (!sender.ok) return false
  const { found } = matchSender(senderRules(domains, senders), sender.value)
  return found === 'address' || found === 'domain' || found === 'everyone'
}

/**
 * The entries of a list as it was saved. Saved lists are tidy, so the first screen does without the list parser:
 * that brings the public-suffix list along, a third of what the whole page has to load.
 */
export function entriesOf(list: string): readonly string[] {
  return list
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean)
}
