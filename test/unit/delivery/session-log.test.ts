import { describe, expect, it } from 'vitest'
import { readAbilities } from '../../../relay/delivery/session-log.ts'

describe('what a server says it can do', () => {
  it('is read from its EHLO reply', () => {
    expect(
      readAbilities('250-mx.example\n250-SIZE 10485760\n250-8BITMIME\n250-SMTPUTF8\n250 AUTH LOGIN plain'),
    ).toEqual({
      pipelining: false,
      dsn: false,
      size: true,
      smtpUtf8: true,
      eightBitMime: true,
      authMechanisms: ['LOGIN', 'PLAIN'],
      maxBytes: 10_485_760,
    })
  })

  it('is nothing it did not say: not in its name, not as part of a word', () => {
    expect(readAbilities('250-AUTH PLAIN SMTPUTF8 8BITMIME\n250-XSMTPUTF8\n250 SIZE 0')).toEqual({
      pipelining: false,
      dsn: false,
      size: true,
      smtpUtf8: false,
      eightBitMime: false,
      authMechanisms: null,
      maxBytes: null,
    })
    expect(readAbilities('')).toMatchObject({ authMechanisms: null, maxBytes: null })
  })

  it('is understood from old servers too', () => {
    expect(readAbilities('250-old\n250 AUTH=LOGIN').authMechanisms).toEqual(['LOGIN'])
  })
})
