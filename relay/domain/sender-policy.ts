import { comparableAddress, type MailAddress } from './mail-address.ts'
import type { AddressEntry, DomainEntry } from './sender-list.ts'

/** One pair of lists, made ready for looking up: the form that is compared → the entry as people wrote it. */
export type SenderRules = {
  readonly domains: ReadonlyMap<string, string>
  readonly senders: ReadonlyMap<string, string>
  /** entries of the lists whose owner hasn't confirmed them yet, in compared form; they authorize nothing */
  readonly unverifiedDomains: ReadonlySet<string>
  readonly unverifiedSenders: ReadonlySet<string>
}

/** Everything a decision depends on. `rules` must all allow: the user's, and the login's own narrower ones if any. */
export type SenderPolicy = {
  readonly user: string
  readonly login: string | null
  readonly userActive: boolean
  readonly loginActive: boolean
  readonly unauthorizedSenders: 'block' | 'alert'
  readonly rules: readonly SenderRules[]
}

const nothing: ReadonlySet<string> = new Set()

/** Lists from relay/domain/sender-list; in the configuration file every entry counts as verified. */
export function senderRules(
  domains: readonly DomainEntry[],
  senders: readonly AddressEntry[],
  unverifiedDomains: ReadonlySet<string> = nothing,
  unverifiedSenders: ReadonlySet<string> = nothing,
): SenderRules {
  return {
    domains: new Map(domains.map((entry) => [entry.domain, entry.text])),
    senders: new Map(senders.map((entry) => [comparableAddress(entry.address), entry.text])),
    unverifiedDomains,
    unverifiedSenders,
  }
}

/** Both lists empty: SMTP+ authorizes every sender. */
export function isOpen(rules: SenderRules): boolean {
  return rules.domains.size === 0 && rules.senders.size === 0
}

export type Match =
  | { readonly found: 'address' | 'domain'; readonly entry: string }
  | { readonly found: 'everyone' }
  /** only an entry that isn't verified would have matched */
  | { readonly found: 'not-verified'; readonly entry: string }
  | { readonly found: 'nothing' }

/** Exact matching: a domain doesn't cover its subdomains. A verified entry wins over one that isn't. */
export function matchSender(rules: SenderRules, address: MailAddress): Match {
  if (isOpen(rules)) return { found: 'everyone' }
  const key = comparableAddress(address)
  const sender = rules.senders.get(key)
  if (sender !== undefined && !rules.unverifiedSenders.has(key)) return { found: 'address', entry: sender }
  const domain = rules.domains.get(address.domain)
  if (domain !== undefined && !rules.unverifiedDomains.has(address.domain))
    return { found: 'domain', entry: domain }
  const waiting = sender ?? domain
  return waiting === undefined ? { found: 'nothing' } : { found: 'not-verified', entry: waiting }
}
