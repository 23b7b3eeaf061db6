import { z } from 'zod'
import { domainRecords } from '../../relay/domain/domain-records.ts'

/** What a domain's DNS said when it was looked at last, and when it is looked at again by itself. */
export const domainRecordsView = z.strictObject({
  /** in A-labels */
  domain: z.string(),
  found: z.discriminatedUnion('reason', [
    ...domainRecords.options,
    z.strictObject({ reason: z.literal('relay-not-answering') }),
  ]),
  /** ISO 8601 */
  at: z.string(),
  /** null once nothing is missing */
  nextAt: z.string().nullable(),
})
export type DomainRecordsView = z.infer<typeof domainRecordsView>

/** The call about a domain's DNS records, as part of the window's contract; the answer comes with the app's view. */
export const domainRecordsRequests = {
  /** Looks now, and from then on by itself until everything is there. */
  lookAtDomain: { input: z.strictObject({ domain: z.string() }), output: z.null() },
} as const
