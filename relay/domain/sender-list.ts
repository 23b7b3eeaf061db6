import { parse } from 'tldts'
import { canonicalDomain } from './domain-name.ts'
import { comparableAddress, type MailAddress, parseMailAddress } from './mail-address.ts'
import { done, failed, type Result } from './result.ts'

/** `text` is the tidied entry as people read it; `domain` what is compared (A-labels). */
export type DomainEntry = { readonly text: string; readonly domain: string }
export type AddressEntry = { readonly text: string; readonly address: MailAddress }

export type ListName = 'authorizedDomains' | 'authorizedSenders'

export type ListProblemReason =
  | 'comma'
  | 'spaces'
  | 'url'
  | 'www'
  | 'name-beside-address'
  | 'address-among-domains'
  | 'domain-among-senders'
  | 'public-suffix'
  | 'bad-domain'
  | 'bad-address'

/** What is wrong with one entry, or for `comma` and `spaces` with the way the list is separated. */
export type ListProblem = {
  readonly list: ListName
  readonly reason: ListProblemReason
  /** the entry as it was written, without spaces at its ends */
  readonly entry: string
}

/** Cuts at `;`, drops blanks and the spaces at both ends. Case and doubles are tidied where entries are read. */
export function splitList(text: string): readonly string[] {
  return text
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** A list as SMTP+ writes it: `;` between entries, nothing at the ends. */
export function writeList(entries: readonly { readonly text: string }[]): string {
  return entries.map((entry) => entry.text).join(';')
}

/**
 * The authorized domains, tidied: lower case, no doubles, in the order written. Refused with every problem there is,
 * in order; a comma anywhere is one problem for the whole list, because nothing after it can be read with certainty.
 */
export function parseDomainList(text: string): Result<readonly DomainEntry[], readonly ListProblem[]> {
  return parseList('authorizedDomains', text, readDomainEntry, (entry) => entry.domain)
}

/** The authorized senders, tidied alike. */
export function parseSenderList(text: string): Result<readonly AddressEntry[], readonly ListProblem[]> {
  return parseList('authorizedSenders', text, readAddressEntry, (entry) => comparableAddress(entry.address))
}

function parseList<Entry>(
  list: ListName,
  text: string,
  read: (entry: string) => Result<Entry, ListProblemReason>,
  keyOf: (entry: Entry) => string,
): Result<readonly Entry[], readonly ListProblem[]> {
  if (text.includes(',')) {
    return failed([
      { list, reason: 'comma', entry: splitList(text).find((entry) => entry.includes(',')) ?? ',' },
    ])
  }
  const entries = new Map<string, Entry>()
  const problems: ListProblem[] = []
  for (const written of splitList(text)) {
    const entry = read(written)
    if (!entry.ok) problems.push({ list, reason: entry.problem, entry: written })
    else if (!entries.has(keyOf(entry.value))) entries.set(keyOf(entry.value), entry.value)
  }
  return problems.length === 0 ? done([...entries.values()]) : failed(problems)
}

function readDomainEntry(written: string): Result<DomainEntry, ListProblemReason> {
  const shape = wrongShape(written)
  if (shape !== null) return failed(shape)
  if (written.includes('@')) return failed('address-among-domains')
  const text = written.toLowerCase()
  if (text.startsWith('www.')) return failed('www')
  if (isPublicSuffix(text.replace(/^\./, ''))) return failed('public-suffix')
  const domain = canonicalDomain(text)
  if (domain === null || !domain.includes('.')) return failed('bad-domain')
  return done({ text, domain })
}

function readAddressEntry(written: string): Result<AddressEntry, ListProblemReason> {
  const shape = wrongShape(written)
  if (shape !== null) return failed(shape)
  const text = written.toLowerCase()
  if (!text.includes('@') || /^\*?@/.test(text)) return failed('domain-among-senders')
  const address = parseMailAddress(text)
  if (!address.ok) return failed('bad-address')
  return isPublicSuffix(address.value.domain)
    ? failed('public-suffix')
    : done({ text, address: address.value })
}

function wrongShape(written: string): ListProblemReason | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.includes('/')) return 'url'
  if (/[<>()"]/.test(written)) return 'name-beside-address'
  return /\s/.test(written) ? 'spaces' : null
}

/** `.com`, `co.uk`: a name under which strangers register theirs (publicsuffix.org, its ICANN part). */
function isPublicSuffix(domain: string): boolean {
  const found = parse(domain, { allowPrivateDomains: false, extractHostname: false })
  // Without a rule for it the library takes any last label for a suffix: `example` or `local` are just incomplete.
  return found.isIcann === true && found.publicSuffix === domain
}
