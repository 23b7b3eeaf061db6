import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDmarcRecord } from '../../../relay/domain/dmarc-record.ts'
import {
  includesSmtpPlus,
  isSpfRecord,
  mergedSpfRecord,
  readSpfTerms,
} from '../../../relay/domain/spf-record.ts'

describe('the SPF record to publish', () => {
  it.each([
    [[], 'v=spf1 include:musvc.com ~all'],
    [['v=spf1 -all'], 'v=spf1 include:musvc.com -all'],
    [['v=spf1 mx include:_spf.google.com ~all'], 'v=spf1 mx include:_spf.google.com include:musvc.com ~all'],
    [['v=spf1 ip4:192.0.2.0/24'], 'v=spf1 ip4:192.0.2.0/24 include:musvc.com ~all'],
    [['v=spf1 mx -all', 'v=spf1 MX a ~all'], 'v=spf1 mx a include:musvc.com ~all'],
    [['v=spf1 -include:musvc.com -all'], 'v=spf1 include:musvc.com -all'],
    [['v=spf1 redirect=_spf.firm.example'], 'v=spf1 include:musvc.com redirect=_spf.firm.example'],
    [['v=spf1 include:musvc.com include:musvc.com -all'], 'v=spf1 include:musvc.com -all'],
  ])('keeps what %j lets send and adds SMTP+', (records, merged) => {
    expect(mergedSpfRecord(records)).toBe(merged)
  })

  it('lets SMTP+ send, whatever was there', () => {
    const term = fc.constantFrom(
      'a',
      'mx',
      '-all',
      '~all',
      'ip4:192.0.2.1',
      'include:x.example',
      'redirect=y.example',
      'zzz:',
    )
    const record = fc.array(term).map((terms) => ['v=spf1', ...terms].join(' '))
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), (records) => {
        const merged = mergedSpfRecord(records)
        expect(isSpfRecord(merged)).toBe(true)
        expect(includesSmtpPlus(readSpfTerms(merged) ?? [])).toBe(true)
        expect(mergedSpfRecord([merged])).toBe(merged)
      }),
    )
  })

  it.each(['v=spf1 includes:musvc.com', 'v=spf1 include:', 'v=spf1 mx, include:musvc.com', 'v=spf1 -'])(
    'sees that %s is void',
    (record) => {
      expect(readSpfTerms(record)).toBeNull()
    },
  )

  it('takes v=spf10 for no SPF record', () => {
    expect(isSpfRecord('v=spf10 mx')).toBe(false)
  })
})

describe('a DMARC record', () => {
  it.each([
    ['v=DMARC1; p=none', { policy: 'none', dkimAlignment: 'relaxed', spfAlignment: 'relaxed' }],
    [
      'v=DMARC1;p=reject;adkim=s;aspf=s;rua=mailto:a@b.example',
      { policy: 'reject', dkimAlignment: 'strict', spfAlignment: 'strict' },
    ],
    ['v=DMARC1; rua=mailto:a@b.example', null],
    ['v=DMARC1; p=maybe', null],
    ['p=none; v=DMARC1', null],
  ])('%s is read as %j', (record, read) => {
    expect(readDmarcRecord(record)).toEqual(read)
  })
})
