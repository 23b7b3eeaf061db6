import { getDomain } from 'tldts'
import { firstDmarcRecord, isDmarcRecord, readDmarcRecord } from '../domain/dmarc-record.ts'
import { dkimNames } from '../domain/domain-ownership.ts'
import type { DomainRecordsCheck, DomainRecordsRead } from '../domain/domain-records.ts'
import {
  includesSmtpPlus,
  isSpfRecord,
  mergedSpfRecord,
  mostSpfLookups,
  readSpfTerms,
} from '../domain/spf-record.ts'
import { aliasTargets, dnsTroubleOf, noneIf, txtRecords } from './dns-answers.ts'
import type { DnsResolver } from './dns-resolver.ts'
import { countSpfLookups } from './spf-lookups.ts'

const longestMs = 8000

/**
 * Reads what a domain's DNS (A-labels) says about sending through SMTP+, and what to publish where something is
 * missing. Asks all resolvers at once for `limitMs` at most; the one that sees most speaks, since their caches differ.
 */
export async function readDomainRecords(
  domain: string,
  resolvers: readonly DnsResolver[],
  limitMs = longestMs,
): Promise<DomainRecordsCheck> {
  const giveUp = (): void => {
    for (const resolver of resolvers) resolver.cancel()
  }
  const timer = setTimeout(giveUp, limitMs)
  try {
    const checks = resolvers.map((resolver) => readWith(domain, resolver))
    return await Promise.any(checks.map(complete)).catch(async () => mostComplete(await Promise.all(checks)))
  } finally {
    clearTimeout(timer)
    giveUp()
  }
}

/** Rejects unless everything is there: who sees it all needn't wait for who doesn't answer. */
async function complete(checking: Promise<DomainRecordsCheck>): Promise<DomainRecordsCheck> {
  const check = await checking
  if (check.reason !== 'read' || !check.complete) throw new Error(check.reason)
  return check
}

function mostComplete(checks: readonly DomainRecordsCheck[]): DomainRecordsCheck {
  const [best] = checks.toSorted((one, other) => completeness(other) - completeness(one))
  return best ?? { reason: 'dns-not-answering' }
}

function completeness(check: DomainRecordsCheck): number {
  if (check.reason !== 'read') return check.reason === 'no-such-domain' ? -1 : -2
  const parts = [
    check.spf.status === 'ok',
    ...check.dkim.map(({ status }) => status === 'ok'),
    dmarcIsThere(check),
  ]
  return parts.filter(Boolean).length
}

async function readWith(domain: string, resolver: DnsResolver): Promise<DomainRecordsCheck> {
  try {
    const [txt, dkim] = await Promise.all([
      // NXDOMAIN says something about the domain here; below it only that there is no record.
      resolver.resolveTxt(domain).catch((fault: unknown) => noneIf(fault, ['ENODATA'])),
      Promise.all(dkimNames(domain).map((key) => readKey(key, resolver))),
    ])
    const spf = await adviseSpf(
      txt.map((pieces) => pieces.join('')),
      resolver,
    )
    const dmarc = await adviseDmarc(
      domain,
      dkim.every(({ status }) => status === 'ok'),
      resolver,
    )
    const read = { reason: 'read', domain, complete: false, spf, dkim, dmarc } as const
    const complete = spf.status === 'ok' && dkim.every(({ status }) => status === 'ok') && dmarcIsThere(read)
    return { ...read, complete }
  } catch (fault) {
    return dnsTroubleOf(fault)
  }
}

async function readKey(
  { name, expected }: { readonly name: string; readonly expected: string },
  resolver: DnsResolver,
): Promise<DomainRecordsRead['dkim'][number]> {
  const [target = null] = await aliasTargets(resolver, name)
  if (target === null) return { name, expected, status: 'missing', target }
  const isRight = target.toLowerCase().replace(/\.$/, '') === expected
  return { name, expected, status: isRight ? 'ok' : 'other-target', target }
}

async function adviseSpf(txt: readonly string[], resolver: DnsResolver): Promise<DomainRecordsRead['spf']> {
  const records = txt.filter(isSpfRecord)
  const [only] = records
  const advice = (status: DomainRecordsRead['spf']['status'], lookups: number | null = null) => ({
    status,
    records,
    lookups,
    publish: status === 'ok' || status === 'too-many-lookups' ? null : mergedSpfRecord(records),
  })
  if (only === undefined) return advice('missing')
  if (records.length > 1) return advice('several')
  const terms = readSpfTerms(only)
  if (terms === null) return advice('malformed')
  const lookups = await countSpfLookups(only, resolver)
  if (!includesSmtpPlus(terms)) return advice('without-smtp-plus', lookups)
  return advice(lookups !== null && lookups > mostSpfLookups ? 'too-many-lookups' : 'ok', lookups)
}

async function adviseDmarc(
  domain: string,
  isSigned: boolean,
  resolver: DnsResolver,
): Promise<DomainRecordsRead['dmarc']> {
  const organisation = getDomain(domain) ?? domain
  const own = `_dmarc.${domain}`
  const read = async (name: string): Promise<DomainRecordsRead['dmarc'] | null> => {
    const records = (await txtRecords(resolver, name)).filter(isDmarcRecord)
    const [record] = records
    if (record === undefined) return null
    const policy = readDmarcRecord(record)
    const status =
      records.length > 1 ? 'several' : policy === null ? 'malformed' : name === own ? 'ok' : 'inherited'
    return {
      status,
      name,
      record,
      policy: policy?.policy ?? null,
      dkimAlignment: policy?.dkimAlignment ?? null,
      spfAlignment: policy?.spfAlignment ?? null,
      aligned: isSigned,
      publish: status === 'several' || status === 'malformed' ? firstDmarcRecord : null,
    }
  }
  const nothing = { policy: null, dkimAlignment: null, spfAlignment: null, aligned: isSigned }
  return (
    (await read(own)) ??
    (organisation === domain ? null : await read(`_dmarc.${organisation}`)) ?? {
      status: 'missing',
      name: `_dmarc.${organisation}`,
      record: null,
      publish: firstDmarcRecord,
      ...nothing,
    }
  )
}

function dmarcIsThere({ dmarc }: Pick<DomainRecordsRead, 'dmarc'>): boolean {
  return dmarc.status === 'ok' || dmarc.status === 'inherited'
}
