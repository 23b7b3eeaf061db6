import { describe, expect, it } from 'vitest'
import { completeHeader } from '../../../relay/domain/completed-header.ts'
import type { SmtpApiWishes } from '../../../relay/domain/smtp-api-header.ts'
import { from, read } from './read-header.ts'

describe('a completed header', () => {
  const nowMs = Date.UTC(2026, 1, 3, 4, 5, 6)

  const complete = (...fields: readonly string[]): string => completeFor(undefined, fields)

  function completeFor(smtpApi: SmtpApiWishes | undefined, fields: readonly string[]): string {
    const header = read(...fields)
    if ('reason' in header) throw new Error(header.reason)
    const completion = { nowMs, id: 'm1\r\nX', protocol: 'ESMTPSA', smtpApi }
    return Buffer.from(completeHeader(header, completion)).toString()
  }

  it('gets a trace field, and Date and Message-ID when they are missing', () => {
    expect(complete(from)).toBe(
      'Received: from localhost by localhost (SMTP+ Companion)\r\n' +
        '\twith ESMTPSA id m1X; Tue, 3 Feb 2026 04:05:06 +0000\r\n' +
        'Date: Tue, 3 Feb 2026 04:05:06 +0000\r\n' +
        `Message-ID: <m1X.${nowMs}@firm.example>\r\n`,
    )
  })

  it('keeps a Date and a Message-ID that are there', () => {
    const added = complete(from, 'date: x', 'MESSAGE-ID: <a@b>')
    expect(added).not.toMatch(/^(?:Date|Message-ID):/m)
  })

  it('is itself a header that is accepted', () => {
    expect(read(complete(from).trimEnd(), from)).toMatchObject({ hasDate: true, hasMessageId: true })
  })

  it("has the user's X-SMTPAPI, unless the message brings its own", () => {
    const smtpApi = { campaignName: 'Invoices' }
    expect(completeFor(smtpApi, [from])).toContain('\r\nX-SMTPAPI: {"CampaignName":"Invoices"}\r\n')
    expect(completeFor(smtpApi, [from, 'x-smtpapi: {}'])).not.toContain('X-SMTPAPI')
  })
})
