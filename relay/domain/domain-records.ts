import { z } from 'zod'

/**
 * A domain's SPF record. `several`: two void each other. `malformed`: a term nobody knows voids the whole.
 * `too-many-lookups`: more than 10 (RFC 7208, 4.6.4). `publish`: the record to put there instead, or null when it is good.
 */
const spfAdvice = z.strictObject({
  status: z.enum(['ok', 'missing', 'without-smtp-plus', 'several', 'malformed', 'too-many-lookups']),
  records: z.array(z.string()),
  /** what checking it costs; null where it couldn't be counted to the end */
  lookups: z.int().nullable(),
  publish: z.string().nullable(),
})

const dkimAdvice = z.strictObject({
  name: z.string(),
  expected: z.string(),
  status: z.enum(['ok', 'missing', 'other-target']),
  target: z.string().nullable(),
})

/** `inherited`: the organisation's own record counts for this subdomain (RFC 7489, 6.6.3). */
const dmarcAdvice = z.strictObject({
  status: z.enum(['ok', 'inherited', 'missing', 'several', 'malformed']),
  /** where it stands, or where to put it */
  name: z.string(),
  record: z.string().nullable(),
  policy: z.enum(['none', 'quarantine', 'reject']).nullable(),
  dkimAlignment: z.enum(['relaxed', 'strict']).nullable(),
  spfAlignment: z.enum(['relaxed', 'strict']).nullable(),
  /** mail through SMTP+ satisfies it: its DKIM signature carries this very domain */
  aligned: z.boolean(),
  publish: z.string().nullable(),
})

/** What a domain's DNS says about sending through SMTP+, or why it didn't say. */
export const domainRecords = z.discriminatedUnion('reason', [
  z.strictObject({
    reason: z.literal('read'),
    domain: z.string(),
    /** everything is there */
    complete: z.boolean(),
    spf: spfAdvice,
    dkim: z.array(dkimAdvice),
    dmarc: dmarcAdvice,
  }),
  z.strictObject({ reason: z.literal('no-such-domain') }),
  z.strictObject({ reason: z.literal('dns-not-answering') }),
  /** the server's own word, such as `ESERVFAIL` */
  z.strictObject({ reason: z.literal('dns-refused'), code: z.string() }),
])
export type DomainRecordsCheck = z.infer<typeof domainRecords>
export type DomainRecordsRead = Extract<DomainRecordsCheck, { reason: 'read' }>
