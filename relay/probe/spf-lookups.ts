import { costsLookup, isSpfRecord, mostSpfLookups, readSpfTerms } from '../domain/spf-record.ts'
import { txtRecords } from './dns-answers.ts'
import type { DnsResolver } from './dns-resolver.ts'

/**
 * How many questions to the DNS checking this record costs, those of the records it leads to included (RFC 7208,
 * 4.6.4). Stops counting soon after the limit. Null when a record on the way couldn't be read.
 */
export async function countSpfLookups(record: string, resolver: DnsResolver): Promise<number | null> {
  let count = 0
  const seen = new Set<string>()
  const follow = async (text: string): Promise<boolean> => {
    for (const term of readSpfTerms(text) ?? []) {
      if (!costsLookup(term)) continue
      count += 1
      if (count > mostSpfLookups) return true
      const target = term.value.toLowerCase()
      // A macro depends on the message; a record that leads back to itself costs without end.
      const leads = (term.name === 'include' || term.name === 'redirect') && !target.includes('%')
      if (!leads || seen.has(target)) continue
      seen.add(target)
      const records = (await txtRecords(resolver, target)).filter(isSpfRecord)
      const [only] = records
      if (only === undefined || records.length > 1) continue
      if (!(await follow(only))) return false
    }
    return true
  }
  try {
    await follow(record)
    return count
  } catch {
    return null
  }
}
