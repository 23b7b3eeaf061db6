import {
  type AddressEntry,
  type DomainEntry,
  parseDomainList,
  parseSenderList,
  writeList,
} from './sender-list.ts'
import { isOpen, matchSender, type SenderRules, senderRules } from './sender-policy.ts'
import type { EntryLists } from './verified-entries.ts'

/** Entries of a sign-in's own lists that its user's lists don't allow. */
export type Outside = { readonly domains: readonly DomainEntry[]; readonly senders: readonly AddressEntry[] }

/** A user's lists made ready for comparing; null when they can't be read. */
export function rulesOfLists(lists: EntryLists): SenderRules | null {
  const domains = parseDomainList(lists.authorizedDomains)
  const senders = parseSenderList(lists.authorizedSenders)
  return domains.ok && senders.ok ? senderRules(domains.value, senders.value) : null
}

/**
 * What a sign-in's own lists name beyond its user's: narrower, never wider. Nothing when the user's lists are both
 * empty, since those allow everyone; lists that can't be read have other problems.
 */
export function outsideOf(user: SenderRules, own: EntryLists): Outside {
  const domains = parseDomainList(own.authorizedDomains)
  const senders = parseSenderList(own.authorizedSenders)
  if (!domains.ok || !senders.ok || isOpen(user)) return { domains: [], senders: [] }
  return {
    domains: domains.value.filter(({ domain }) => !user.domains.has(domain)),
    senders: senders.value.filter(({ address }) => matchSender(user, address).found === 'nothing'),
  }
}

/**
 * A sign-in's own lists without what its user's no longer allow. Null: nothing is left of them, and it may send as
 * nobody; as empty lists they would allow all that the user's do.
 */
export function listsWithin(user: SenderRules, own: EntryLists): EntryLists | null {
  const outside = outsideOf(user, own)
  if (outside.domains.length === 0 && outside.senders.length === 0) return own
  const domains = parseDomainList(own.authorizedDomains)
  const senders = parseSenderList(own.authorizedSenders)
  if (!domains.ok || !senders.ok) return own
  const goneDomains = new Set(outside.domains.map(({ domain }) => domain))
  const goneSenders = new Set(outside.senders.map(({ text }) => text))
  const left = {
    authorizedDomains: writeList(domains.value.filter(({ domain }) => !goneDomains.has(domain))),
    authorizedSenders: writeList(senders.value.filter(({ text }) => !goneSenders.has(text))),
  }
  return left.authorizedDomains === '' && left.authorizedSenders === '' ? null : left
}
