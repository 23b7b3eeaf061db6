import type { DomainRecordsView } from '../../electron/ipc/window-domain-records.ts'
import { firstDmarcRecord } from '../../relay/domain/dmarc-record.ts'
import { dkimNames } from '../../relay/domain/domain-ownership.ts'
import { mergedSpfRecord } from '../../relay/domain/spf-record.ts'
import { minutesAgo } from './window-scenarios.ts'

/** A domain whose SPF record lacks SMTP+, with one DKIM record of two and no DMARC. */
export function recordsView(domain: string): DomainRecordsView {
  const records = ['v=spf1 mx include:_spf.mailbox.example -all']
  const policy = { record: null, policy: null, dkimAlignment: null, spfAlignment: null }
  return {
    domain,
    at: minutesAgo(3),
    nextAt: minutesAgo(-5),
    found: {
      reason: 'read',
      domain,
      complete: false,
      spf: { status: 'without-smtp-plus', records, lookups: 2, publish: mergedSpfRecord(records) },
      dkim: dkimNames(domain).map(({ name, expected }, index) =>
        index === 0
          ? { name, expected, status: 'ok', target: expected }
          : { name, expected, status: 'missing', target: null },
      ),
      dmarc: {
        ...policy,
        status: 'missing',
        name: `_dmarc.${domain}`,
        aligned: false,
        publish: firstDmarcRecord,
      },
    },
  }
}
