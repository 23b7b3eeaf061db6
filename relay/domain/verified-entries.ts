import { canonicalDomain } from './domain-name.ts'
import { comparableAddress } from './mail-address.ts'
import { isPublicMailDomain } from './public-mail-domains.ts'
import { parseDomainList, parseSenderList } from './sender-list.ts'
import { authorizes, confirmedInMailUp, type EntryState, notVerified } from './verification.ts'

/** The two lists of a user, as SMTP+ writes them. */
export type EntryLists = { readonly authorizedDomains: string; readonly authorizedSenders: string }

/**
 * The states of a user's entries by their compared form (A-label domain, comparable address); an entry without one is
 * not verified. Undefined: the user is older than these states or came by import, and all of it is carried over.
 */
export type EntryStates = Readonly<Record<string, EntryState>> | undefined

export type VerifiedEntry = {
  readonly list: 'domains' | 'senders'
  /** as people read it */
  readonly entry: string
  /** what is compared */
  readonly key: string
  readonly state: EntryState
}

/** Every entry of the lists with its state, in their order. A list that can't be read has none: the relay refuses it. */
export function verifiedEntries(lists: EntryLists, states: EntryStates): readonly VerifiedEntry[] {
  const domains = parseDomainList(lists.authorizedDomains)
  const senders = parseSenderList(lists.authorizedSenders)
  const withState = (list: VerifiedEntry['list'], entry: string, key: string): VerifiedEntry => ({
    list,
    entry,
    key,
    state: stateOf(key, states),
  })
  return [
    ...(domains.ok ? domains.value : []).map(({ text, domain }) => withState('domains', text, domain)),
    ...(senders.ok ? senders.value : []).map(({ text, address }) =>
      withState('senders', text, comparableAddress(address)),
    ),
  ]
}

/** The domains that entries' mail comes from, in A-labels. */
export function mailDomainsOf(entries: readonly Pick<VerifiedEntry, 'list' | 'entry'>[]): readonly string[] {
  const domains = entries.map(({ list, entry }) => {
    const text = list === 'domains' ? entry : entry.slice(entry.lastIndexOf('@') + 1)
    return canonicalDomain(text) ?? text
  })
  // Nobody here can publish anything for gmail.com.
  return [...new Set(domains)].filter((domain) => !isPublicMailDomain(domain))
}

/** What the relay is told: the entries that authorize nothing, in compared form. */
export function unverifiedEntriesOf(
  lists: EntryLists,
  states: EntryStates,
): { domains: string[]; senders: string[] } {
  const unverified = verifiedEntries(lists, states).filter(({ state }) => !authorizes(state))
  const keysOf = (list: VerifiedEntry['list']): string[] =>
    unverified.filter((one) => one.list === list).map(({ key }) => key)
  return { domains: keysOf('domains'), senders: keysOf('senders') }
}

/**
 * The states after the lists were edited: what stays keeps its state, what goes loses it, what is new is not verified,
 * unless the person who saves says that MailUp has verified it already.
 */
export function statesAfterEdit(
  before: EntryLists & { readonly states: EntryStates },
  edited: EntryLists,
  options: { readonly alreadyVerified: boolean; readonly nowMs: number },
): Record<string, EntryState> {
  const known = new Map(verifiedEntries(before, before.states).map(({ key, state }) => [key, state]))
  const fresh = options.alreadyVerified ? confirmedInMailUp(notVerified, options.nowMs) : notVerified
  const states = verifiedEntries(edited, {}).map(({ key }) => [key, known.get(key) ?? fresh] as const)
  return Object.fromEntries(states)
}

/** The states with those of `keys` moved on; all are written down, so that none of them changes its meaning. */
export function withNextStates(
  lists: EntryLists,
  states: EntryStates,
  keys: readonly string[],
  next: (state: EntryState) => EntryState,
): Record<string, EntryState> {
  const chosen = new Set(keys)
  const all = verifiedEntries(lists, states).map(
    ({ key, state }) => [key, chosen.has(key) ? next(state) : state] as const,
  )
  return Object.fromEntries(all)
}

function stateOf(key: string, states: EntryStates): EntryState {
  return states ? (states[key] ?? notVerified) : { state: 'carried-over', at: null }
}
