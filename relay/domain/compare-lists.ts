import { comparableAddress } from './mail-address.ts'
import { parseDomainList, parseSenderList } from './sender-list.ts'
import type { ListDifference, ListsCompared, ServiceListing } from './service-listing.ts'
import type { EntryLists } from './verified-entries.ts'

type Entry = { readonly text: string; readonly key: string }
type Side = { readonly entries: readonly Entry[]; readonly unreadable: readonly string[] }

/** Compares the lists as the relay does: domains in A-labels, addresses by their comparable form. */
export function compareLists(
  here: EntryLists,
  there: Pick<ServiceListing, 'domains' | 'senders'>,
): ListsCompared {
  const domains = there.domains && sideOf(there.domains, domainEntries)
  const senders = there.senders && sideOf(there.senders, senderEntries)
  return {
    domains: domains && difference(domainEntries(here.authorizedDomains) ?? [], domains.entries),
    senders: senders && difference(senderEntries(here.authorizedSenders) ?? [], senders.entries),
    unreadable: [...(domains?.unreadable ?? []), ...(senders?.unreadable ?? [])],
  }
}

function difference(here: readonly Entry[], there: readonly Entry[]): ListDifference {
  return { onlyHere: missingIn(there, here), onlyThere: missingIn(here, there) }
}

function missingIn(others: readonly Entry[], entries: readonly Entry[]): string[] {
  const known = new Set(others.map(({ key }) => key))
  return entries.filter(({ key }) => !known.has(key)).map(({ text }) => text)
}

/** One at a time, so that an entry nobody can read doesn't hide the others. */
function sideOf(texts: readonly string[], read: (text: string) => readonly Entry[] | null): Side {
  const entries = new Map<string, Entry>()
  const unreadable: string[] = []
  for (const text of texts) {
    const found = read(text)
    if (found === null) unreadable.push(text)
    for (const entry of found ?? []) entries.set(entry.key, entry)
  }
  return { entries: [...entries.values()], unreadable }
}

function domainEntries(text: string): readonly Entry[] | null {
  const list = parseDomainList(text)
  return list.ok ? list.value.map((entry) => ({ text: entry.text, key: entry.domain })) : null
}

function senderEntries(text: string): readonly Entry[] | null {
  const list = parseSenderList(text)
  return list.ok
    ? list.value.map((entry) => ({ text: entry.text, key: comparableAddress(entry.address) }))
    : null
}
