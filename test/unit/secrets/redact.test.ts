import { describe, expect, it } from 'vitest'
import { redact, redactKnown } from '../../../relay/secrets/redact.ts'

const plain = Buffer.from('\0s1_2\0hunter22').toString('base64')

describe('what is kept of a line from outside', () => {
  it('is the line word for word', () => {
    for (const line of [
      '250 2.0.0 Ok: queued as 4XbZ1W5Y2Gz9sR0',
      '535 5.7.8 Error: authentication failed: password wrong',
      '530 5.7.0 AUTH LOGIN required',
      '550-5.7.1 not\n550 5.7.1 you',
    ]) {
      expect(redact(line)).toBe(line)
    }
  })

  it('leaves out what looks like sign-in data', () => {
    for (const line of [
      `500 5.5.1 unknown: AUTH PLAIN ${plain}`,
      `500 5.5.1 unknown: ${plain}`,
      '500 5.5.1 unknown: AUTH LOGIN aHVudGVyMjI=',
      'https://x.example/?password=hunter22',
    ]) {
      const kept = redact(line)
      expect(kept).toContain('[secret]')
      expect(kept).not.toMatch(/hunter22|aHVudGVyMjI|AHMxXzIAaHVudGVyMjI/)
    }
  })

  it('leaves out a known secret in every form', () => {
    const line = `501 hunter22 aHVudGVyMjI= ${plain}`
    expect(redactKnown(line, ['\0s1_2\0hunter22', 'hunter22'])).toBe('501 [secret] [secret] [secret]')
  })

  it('has no control characters and an end', () => {
    expect(redact('550 \u001b[31mred\u0007')).toBe('550  [31mred ')
    expect(redact('5'.repeat(5000))).toHaveLength(1000)
  })
})
