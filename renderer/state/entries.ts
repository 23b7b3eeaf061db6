import type { UserView } from '../../electron/ipc/window-contract.ts'
import type { EntryView } from '../../electron/ipc/window-verification.ts'
import { canonicalDomain } from '../../relay/domain/domain-name.ts'
import { comparableAddress, parseMailAddress } from '../../relay/domain/mail-address.ts'
import { type SenderLists, splitEntries } from './saved-lists.ts'

/** Only these authorize anything. */
export function authorizesMail({ state }: Pick<EntryView, 'state'>): boolean {
  return state === 'verified' || state === 'carried-over'
}

export function unverifiedOf(entries: readonly EntryView[]): readonly EntryView[] {
  return entries.filter((entry) => !authorizesMail(entry))
}

/** The entries that saving these (tidy) lists would add, as they are written. */
export function addedEntries(user: Pick<UserView, 'entries'>, tidy: SenderLists): readonly string[] {
  const known = new Set(user.entries.map(({ entry }) => entry))
  return [...splitEntries(tidy.authorizedDomains), ...splitEntries(tidy.authorizedSenders)].filter(
    (entry) => !known.has(entry),
  )
}

/** The lists without one entry. */
export function listsWithout(lists: SenderLists, gone: EntryView): SenderLists {
  const without = (list: string): string =>
    splitEntries(list)
      .filter((entry) => entry !== gone.entry)
      .join(';')
  return gone.list === 'domains'
    ? { ...lists, authorizedDomains: without(lists.authorizedDomains) }
    : { ...lists, authorizedSenders: without(lists.authorizedSenders) }
}

/** The entry by which an address is listed, verified or not: the address itself before its domain. */
export function entryFor(user: Pick<UserView, 'entries'>, text: string): EntryView | undefined {
  const address = parseMailAddress(text)
  if (!address.ok) return undefined
  const key = comparableAddress(address.value)
  const names = ({ list, entry }: EntryView): boolean =>
    list === 'senders' ? isAddress(entry, key) : canonicalDomain(entry) === address.value.domain
  const named = user.entries.filter(names)
  return named.find(({ list }) => list === 'senders') ?? named[0]
}

/** Entries with the searched text somewhere in them; `onlyUnverified`: those that authorize nothing yet. */
export function filterEntries(
  entries: readonly EntryView[],
  search: string,
  onlyUnverified: boolean,
): readonly EntryView[] {
  const wanted = search.trim().toLowerCase()
  return entries.filter((entry) => entry.entry.includes(wanted) && !(onlyUnverified && authorizesMail(entry)))
}

function isAddress(entry: string, key: string): boolean {
  const address = parseMailAddress(entry)
  return address.ok && comparableAddress(address.value) === key
}
