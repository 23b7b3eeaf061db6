/** What SMTP+ asks for in a domain's SPF record. */
export const smtpPlusSpf = 'include:musvc.com'

/** More lookups than this make a record void (RFC 7208, 4.6.4). */
export const mostSpfLookups = 10

/** One term of a record (RFC 7208, 4.6.1). `value`: after `:` or `=`, or empty; modifiers have no qualifier. */
export type SpfTerm = {
  readonly text: string
  readonly qualifier: '+' | '-' | '~' | '?' | null
  readonly name: string
  readonly value: string
}

const mechanisms = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'])
const costly = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect'])

/** Whether a TXT record is an SPF record: the version is all of its first term (RFC 7208, 4.5). */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/** The terms after the version, or null when one of them is none: then the whole record is void (RFC 7208, 4.6). */
export function readSpfTerms(record: string): readonly SpfTerm[] | null {
  const terms: SpfTerm[] = []
  for (const text of record.trim().split(/ +/).slice(1)) {
    const modifier = /^([a-z][a-z0-9._-]*)=(.*)$/i.exec(text)
    if (modifier) {
      terms.push({ text, qualifier: null, name: lower(modifier[1]), value: modifier[2] ?? '' })
      continue
    }
    const found = /^([+~?-]?)([a-z0-9]+)(?:([:/])(.*))?$/i.exec(text)
    const name = lower(found?.[2])
    if (!found || !mechanisms.has(name)) return null
    const value = found[3] === ':' ? (found[4] ?? '') : ''
    if ((name === 'include' || name === 'exists' || name === 'ip4' || name === 'ip6') && value === '')
      return null
    terms.push({ text, qualifier: qualifierOf(found[1]), name, value })
  }
  return terms
}

/** Whether checking this term costs a question to the DNS (RFC 7208, 4.6.4). */
export function costsLookup({ name }: SpfTerm): boolean {
  return costly.has(name)
}

/** Whether these terms let SMTP+ send: included, and not with a qualifier that says the contrary. */
export function includesSmtpPlus(terms: readonly SpfTerm[]): boolean {
  return terms.some(
    ({ name, qualifier, value }) =>
      name === 'include' && qualifier === '+' && lower(value).replace(/\.$/, '') === 'musvc.com',
  )
}

/**
 * The one record to publish in place of those there are (none, one, or several, which void each other): all of their
 * terms once, SMTP+'s added, and of several endings the mildest, so that nothing that passes today is refused.
 */
export function mergedSpfRecord(records: readonly string[]): string {
  const all = records.flatMap((record) => [...(readSpfTerms(record) ?? [])])
  const isOurs = ({ name, value }: SpfTerm): boolean =>
    name === 'include' && lower(value).replace(/\.$/, '') === 'musvc.com'
  const kept = all.filter((term) => term.name !== 'all' && term.name !== 'redirect' && !isOurs(term))
  const seen = new Set<string>()
  const texts = [...kept.map(({ text }) => text), smtpPlusSpf].filter((text) => {
    const isNew = !seen.has(lower(text))
    seen.add(lower(text))
    return isNew
  })
  return ['v=spf1', ...texts, endingOf(all)].join(' ')
}

// `redirect` is asked only where there is no `all` (RFC 7208, 6.1).
function endingOf(terms: readonly SpfTerm[]): string {
  const endings = new Set(terms.filter(({ name }) => name === 'all').map(({ qualifier }) => qualifier))
  for (const mild of ['?', '~', '-'] as const) if (endings.has(mild)) return `${mild}all`
  const redirect = terms.find(({ name }) => name === 'redirect')
  return redirect ? redirect.text : '~all'
}

function qualifierOf(text: string | undefined): SpfTerm['qualifier'] {
  return text === '-' || text === '~' || text === '?' ? text : '+'
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase()
}
