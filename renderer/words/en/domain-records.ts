import type { DomainRecordsView } from '../../../electron/ipc/window-domain-records.ts'
import type { DomainRecordsRead } from '../../../relay/domain/domain-records.ts'

type Found = DomainRecordsView['found']['reason']

const found = {
  read: 'Something is missing in the DNS of {{domain}}. Publish what stands below where the domain is managed.',
  complete: 'The DNS records of {{domain}} are complete: its mail carries its own name and signature.',
  'no-such-domain':
    'The DNS knows no domain {{domain}}. Look whether it is written right; if it is, ask whoever manages it.',
  'dns-not-answering':
    'The DNS did not answer. Sending is not affected. Look at your internet connection, then look again.',
  'dns-refused': 'The DNS server refused to answer ({{code}}). Sending is not affected. Look again later.',
  'relay-not-answering': 'Nothing was looked up: the relay does not answer. Home says what to do.',
} satisfies Record<Found | 'complete', string>

const spf = {
  ok: 'SPF: there, with SMTP+ in it',
  missing: 'SPF: missing. Publish this record',
  'without-smtp-plus':
    'SPF: there, but without SMTP+. Put this in place of it; everything else in it stays as it is',
  several: 'SPF: more than one record, so none of them counts. Put this one in place of all of them',
  malformed:
    'SPF: there, but it cannot be read, so it does not count. Put this in place of it, after a look at what was in it',
  'too-many-lookups':
    'SPF: it leads to more than 10 other names, so it does not count. Take out services that you no longer send through',
} satisfies Record<DomainRecordsRead['spf']['status'], string>

const dkim = {
  ok: 'DKIM: there',
  missing: 'DKIM: missing. Publish this record',
  'other-target': 'DKIM: leads to {{target}} instead. Change it to this',
} satisfies Record<DomainRecordsRead['dkim'][number]['status'], string>

const dmarc = {
  ok: 'DMARC: there',
  inherited: 'DMARC: there, at the organisation’s domain',
  missing: 'DMARC: missing. Publish this record; it refuses nothing yet',
  several: 'DMARC: more than one record, so none counts. Put one in place of all of them, for a start this',
  malformed: 'DMARC: there, but it cannot be read. Put this in place of it',
} satisfies Record<DomainRecordsRead['dmarc']['status'], string>

export const domainRecords = {
  title: 'DNS records for good delivery',
  body: 'With these records your mail carries your own domain, without “via”, and is taken for spam less often. Mail goes out without them too.',
  looking: 'Asking the DNS…',
  found,
  spf,
  dkim,
  dmarc,
  aligned: 'Mail through SMTP+ satisfies it, with its DKIM signature.',
  notAligned: 'Until both DKIM records are there, mail through SMTP+ does not satisfy it.',
  now: 'There now',
  look: 'Look again now',
  seen: 'Looked at {{time}}.',
  next: 'The app looks again by itself, next at {{time}}, until everything is there. New records can take 24 to 48 hours to be seen.',
}
