import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deliveryStatus,
  type RecipientReport,
  readXtext,
  statusCode,
} from '../../../relay/domain/delivery-status.ts'

const recipient = (changes: Partial<RecipientReport> = {}): RecipientReport => ({
  address: 'a@b.example',
  orcpt: null,
  action: 'failed',
  reply: '550 5.1.1 no',
  reason: 'refused-by-server',
  ...changes,
})

describe('the status of a recipient', () => {
  it.each([
    [{ reply: '550 5.1.1 no' }, '5.1.1'],
    [{ reply: '550 no' }, '5.0.0'],
    [{ reply: '550 4.1.1 no' }, '5.0.0'],
    [{ reply: '451 4.2.2 full', reason: 'gave-up' }, '4.4.7'],
    [{ reply: 'too large', reason: 'too-large' }, '5.3.4'],
    [{ reply: 'no UTF-8', reason: 'smtputf8-missing' }, '5.6.7'],
    [{ reply: 'no 8 bit', reason: '8bitmime-missing' }, '5.6.3'],
    [{ reply: '451 4.2.2 full', reason: null, action: 'delayed' }, '4.2.2'],
    [{ reply: 'connection refused', reason: null, action: 'delayed' }, '4.0.0'],
    [{ reply: '250 2.6.0 queued', reason: null, action: 'relayed' }, '2.6.0'],
    [{ reply: '250 ok', reason: null, action: 'relayed' }, '2.0.0'],
  ] as const)('of %j is %s', (changes, status) => {
    expect(statusCode(recipient(changes))).toBe(status)
  })
})

describe('the fields', () => {
  const shape = /^(?:[A-Z][A-Za-z-]+: [ -~]+\r\n|\r\n)+$/

  it('are lines of ASCII, whatever servers and programs write', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (reply, orcpt, envid) => {
          const report = {
            envid,
            arrivedAtMs: 0,
            triedAtMs: 0,
            retryUntilMs: null,
            server: 'in.smtpok.com',
            recipients: [
              recipient({ reply, orcpt: `rfc822;${orcpt}` }),
              recipient({ orcpt: `utf-8;${orcpt}` }),
            ],
          }
          const fields = deliveryStatus(report)
          expect(fields).toMatch(shape)
          expect(fields.split('\r\n\r\n')).toHaveLength(3)
        },
      ),
    )
  })

  it('leave out an envelope id or a recipient that hides a line end', () => {
    expect(readXtext('a+0D+0AFinal-Recipient:b')).toBeNull()
    expect(readXtext('a+2Bb')).toBe('a+b')
  })
})
