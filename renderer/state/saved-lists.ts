import type { UserView } from '../../electron/ipc/window-contract.ts'
import { canonicalDomain } from '../../relay/domain/domain-name.ts'
import { comparableAddress, parseMailAddress } from '../../relay/domain/mail-address.ts'
import type { AddressEntry, DomainEntry } from '../../relay/domain/sender-list.ts'
import { type SenderRules, senderRules } from '../../relay/domain/sender-policy.ts'

export type SenderLists = { readonly authorizedDomains: string; readonly authorizedSenders: string }
export type SavedRules = Pick<UserView, 'authorizedDomains' | 'authorizedSenders' | 'entries'>

/**
 * The entries of a list as it was saved. Saved lists are tidy, so the first screen does without the list parser:
 * that brings the public-suffix list along, a third of what the whole page has to load.
 */
export function splitEntries(list: string): readonly string[] {
  return list
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean)
}

const known = new WeakMap<SavedRules, SenderRules | null>()

/** The rules a user's saved lists make, as the relay has them; null when an entry can't be read. */
export function rulesOf(user: SavedRules): SenderRules | null {
  const before = known.get(user)
  if (before !== undefined) return before
  const rules = makeRules(user)
  known.set(user, rules)
  return rules
}

function makeRules(user: SavedRules): SenderRules | null {
  const domains: DomainEntry[] = []
  const senders: AddressEntry[] = []
  for (const text of splitEntries(user.authorizedDomains)) {
    const domain = canonicalDomain(text)
    if (domain === null) return null
    domains.push({ text, domain })
  }
  for (const text of splitEntries(user.authorizedSenders)) {
    const address = parseMailAddress(text)
    if (!address.ok) return null
    senders.push({ text, address: address.value })
  }
  const open = new Set(
    user.entries
      .filter(({ state }) => state === 'not-verified' || state === 'waiting')
      .map(({ entry }) => entry),
  )
  return senderRules(
    domains,
    senders,
    new Set(domains.filter(({ text }) => open.has(text)).map(({ domain }) => domain)),
    new Set(senders.filter(({ text }) => open.has(text)).map(({ address }) => comparableAddress(address))),
  )
}
