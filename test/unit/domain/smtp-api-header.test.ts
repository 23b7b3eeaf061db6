import { describe, expect, it } from 'vitest'
import { smtpApiField } from '../../../relay/domain/smtp-api-header.ts'

const read = (field: string | null): unknown =>
  JSON.parse((field ?? '').replace(/^X-SMTPAPI: /, '').replaceAll('\r\n', ''))

describe('the X-SMTPAPI field', () => {
  it('says what the user wishes, and nothing else', () => {
    const wishes = { campaignName: 'Invoices', campaignCode: 'inv-1', header: true, footer: false }
    expect(read(smtpApiField(wishes))).toEqual({
      CampaignName: 'Invoices',
      CampaignCode: 'inv-1',
      Header: true,
      Footer: false,
    })
    expect(smtpApiField({ footer: false })).toBe('X-SMTPAPI: {"Footer":false}')
  })

  it('is not there when nothing is wished', () => {
    expect(smtpApiField(undefined)).toBeNull()
    expect(smtpApiField({})).toBeNull()
  })

  it('is ASCII in lines that mail allows, whatever the name is made of', () => {
    const campaignName = '\u{1f4e7}è"\r\nBcc: x@y.example\u0000'.repeat(5).slice(0, 120)
    const field = smtpApiField({ campaignName, campaignCode: 'ü'.repeat(120), header: true })
    expect(read(field)).toMatchObject({ CampaignName: campaignName })
    const lines = (field ?? '').split('\r\n')
    for (const line of lines) {
      expect(line).toMatch(/^[\x20-\x7e]{1,998}$/)
      expect(line === lines[0] || line.startsWith(' ')).toBe(true)
    }
  })
})
