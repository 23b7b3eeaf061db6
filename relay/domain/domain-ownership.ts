import { z } from 'zod'

/** A name server by its IP address, with a port if it isn't 53: `192.0.2.53`, `192.0.2.53:5353`, `[2001:db8::53]:5353`. */
export const dnsServer = z.string().regex(/^(?:[0-9.]+(?::[0-9]+)?|[0-9a-f:]+|\[[0-9a-f:]+\]:[0-9]+)$/i)

const status = z.enum(['found', 'missing'])

/** What stands in the DNS at a domain, of what would prove whose it is. */
export const ownershipFindings = z.strictObject({
  /** the TXT record with this installation's token */
  txt: status,
  /** `several`: more than one v=spf1 record, which makes all of them void (RFC 7208, 4.5) */
  spf: z.enum(['found', 'missing', 'without-smtp-plus', 'several']),
  /** the two CNAMEs of SMTP+'s DKIM; `target`: where it leads instead */
  dkim: z.array(
    z.strictObject({
      name: z.string(),
      expected: z.string(),
      status: z.enum(['found', 'missing', 'other-target']),
      target: z.string().nullable(),
    }),
  ),
})
export type OwnershipFindings = z.infer<typeof ownershipFindings>

/** `records-missing`: with what was found, for a person to compare with what the domain's records should be. */
export const domainCheck = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('verified'), how: z.enum(['dns-txt', 'smtp-plus-dns']) }),
  z.strictObject({ reason: z.literal('records-missing'), findings: ownershipFindings }),
  z.strictObject({ reason: z.literal('no-such-domain') }),
  z.strictObject({ reason: z.literal('dns-not-answering') }),
  /** the server's own word, such as `ESERVFAIL` */
  z.strictObject({ reason: z.literal('dns-refused'), code: z.string() }),
])
export type DomainCheck = z.infer<typeof domainCheck>

/** The records at one domain; a TXT record's pieces already joined (RFC 7208, 3.3). */
export type DomainRecords = {
  readonly txt: readonly string[]
  readonly dkim: readonly {
    readonly name: string
    readonly expected: string
    readonly targets: readonly string[]
  }[]
}

/** Where SMTP+'s two DKIM keys must be found, and where those names must lead. `domain` in A-labels. */
export function dkimNames(domain: string): readonly { readonly name: string; readonly expected: string }[] {
  return ['ml01', 'ml02'].map((key) => ({
    name: `${key}._domainkey.${domain}`,
    expected: `${key}.dkim.musvc.com`,
  }))
}

/** Judges what was found. `record`: the TXT record that would prove the domain by itself. */
export function judgeOwnership(records: DomainRecords, record: string): DomainCheck {
  const findings = findingsOf(records, record)
  if (findings.txt === 'found') return { reason: 'verified', how: 'dns-txt' }
  const isSmtpPlus = findings.spf === 'found' && findings.dkim.every((key) => key.status === 'found')
  return isSmtpPlus ? { reason: 'verified', how: 'smtp-plus-dns' } : { reason: 'records-missing', findings }
}

function findingsOf({ txt, dkim }: DomainRecords, record: string): OwnershipFindings {
  return {
    txt: txt.some((text) => text.trim().toLowerCase() === record.toLowerCase()) ? 'found' : 'missing',
    spf: spfFinding(txt),
    dkim: dkim.map(({ name, expected, targets }) => {
      const target = targets[0] ?? null
      if (target === null) return { name, expected, status: 'missing', target }
      return plainName(target) === expected
        ? { name, expected, status: 'found', target: null }
        : { name, expected, status: 'other-target', target }
    }),
  }
}

// RFC 7208, 4.5: the version is all of the first term. `-include:` would say that SMTP+ may not send.
function spfFinding(txt: readonly string[]): OwnershipFindings['spf'] {
  const records = txt.filter((text) => /^v=spf1( |$)/i.test(text))
  const [only] = records
  if (only === undefined) return 'missing'
  if (records.length > 1) return 'several'
  const terms = only.toLowerCase().split(/ +/)
  return terms.some((term) => /^\+?include:musvc\.com\.?$/.test(term)) ? 'found' : 'without-smtp-plus'
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}
