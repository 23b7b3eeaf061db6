import { describe, expect, it } from 'vitest'
import { redact } from '../../../electron/relay-process/redact.ts'

describe('a line for the log', () => {
  it.each([
    ['{"user":"office","password":"hunter2"}', '{"user":"office","password":[secret]}'],
    ['password: hunter2', 'password: [secret]'],
    ['C: AUTH PLAIN AGEAaHVudGVyMg==', 'C: AUTH PLAIN [secret]'],
    ['AUTH LOGIN aHVudGVyMg==', 'AUTH LOGIN [secret]'],
    ['to smtp://office:hunter2@in.smtpok.com:2525', 'to smtp://office:[secret]@in.smtpok.com:2525'],
    ['passwordHash=hmac-sha256$a$b', 'passwordHash=[secret]'],
  ])('hides the secret of %s', (line, expected) => {
    expect(redact(line)).toBe(expected)
  })

  it('leaves ordinary lines alone', () => {
    expect(redact('550 5.7.1 boss@bank.example may not send')).toBe(
      '550 5.7.1 boss@bank.example may not send',
    )
  })

  it('stays one line of at most 2,000 characters', () => {
    expect(redact('a\r\nb')).toBe('a\\r\\nb')
    expect(redact('x'.repeat(5_000))).toHaveLength(2_000)
  })
})
