import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctedServerName, serverNameProblem } from '../../../relay/domain/server-name.ts'
import { type UserDraft, userHints, userProblems } from '../../../relay/domain/user-problems.ts'

const fine: UserDraft = { server: 'in.smtpok.com', port: 2525, username: 's12345_6' }
const reasonsOf = (change: Partial<UserDraft>): string[] =>
  userProblems({ ...fine, ...change }).map(({ field, reason }) => `${field}: ${reason}`)

describe('an SMTP+ user can be saved', () => {
  it.each([
    [{}],
    [{ port: 25 }],
    [{ port: 1025 }],
    [{ port: 5000 }],
    [{ username: '' }],
    [{ server: 'mail.firm.example', port: 587 }],
    [{ server: 'mail.firm.example', port: 10_025 }],
    [{ server: '192.168.1.5' }],
    [{ messagesPerHour: 600 }],
    [{ messagesPerHour: null, smtpApi: { campaignName: 'Newsletter', campaignCode: 'N-1' } }],
  ])('as %j', (change) => {
    expect(reasonsOf(change)).toEqual([])
  })
})

describe('an SMTP+ user can’t be saved', () => {
  it.each([
    [{ server: '' }, 'server: required'],
    [{ server: 'https://in.smtpok.com' }, 'server: server-scheme'],
    [{ server: 'in.smtpok com' }, 'server: server-space'],
    [{ server: 'in.smtpok.com:2525' }, 'server: server-port-included'],
    [{ server: 'info@smtpok.com' }, 'server: server-address-instead'],
    [{ server: 'in..smtpok.com' }, 'server: server-malformed'],
    [{ port: 0 }, 'port: port-not-a-port'],
    [{ port: 65_536 }, 'port: port-not-a-port'],
    [{ port: 465 }, 'port: port-implicit-tls'],
    [{ port: 587 }, 'port: port-submission-not-served'],
    [{ port: 23 }, 'port: port-telnet-not-served'],
    [{ port: 26 }, 'port: port-old-not-served'],
    [{ port: 5001 }, 'port: port-not-served'],
    [{ username: 's12345_6\u0000' }, 'username: username-characters'],
    [{ username: 'x'.repeat(301) }, 'username: too-long'],
    [{ messagesPerHour: 0 }, 'messagesPerHour: not-a-count'],
    [{ messagesPerHour: Number.NaN }, 'messagesPerHour: not-a-count'],
    [{ messagesPerHour: 1.5 }, 'messagesPerHour: not-a-count'],
    [{ smtpApi: { campaignName: 'x'.repeat(201) } }, 'campaignName: too-long'],
  ])('as %j: %s', (change, expected) => {
    expect(reasonsOf(change)).toEqual([expected])
  })
})

describe('what is only worth a word', () => {
  const hintsOf = (change: Partial<UserDraft & { encryption: string }>): readonly string[] =>
    userHints({ ...fine, encryption: 'starttls', ...change })

  it('is a user name that doesn’t look like SMTP+’s, and only at SMTP+', () => {
    expect(hintsOf({ username: 'office' })).toEqual(['username-unusual'])
    expect(hintsOf({ username: 'office', server: 'mail.firm.example' })).toEqual([])
    expect(hintsOf({})).toEqual([])
    expect(hintsOf({ username: '' })).toEqual([])
  })

  it('is an odd port of another server, and clear text', () => {
    expect(hintsOf({ server: 'mail.firm.example', port: 10_025, encryption: 'none' })).toEqual([
      'port-unusual',
      'clear-text',
    ])
  })
})

describe('a server name is corrected', () => {
  it.each([
    ['https://in.smtpok.com/', 'in.smtpok.com', null],
    ['smtp://in.smtpok.com:2525', 'in.smtpok.com', 2525],
    ['in.smtpok.com:587', 'in.smtpok.com', 587],
    ['in. smtpok.com', 'in.smtpok.com', null],
  ])('%j to %s, port %j', (typed, server, port) => {
    expect(correctedServerName(typed)).toEqual({ server, port })
  })

  it.each(['in.smtpok.com', '', 'info@smtpok.com', '::1', '---'])('and %j isn’t', (typed) => {
    expect(correctedServerName(typed)).toBeNull()
  })

  it('only ever into a server name', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const corrected = correctedServerName(typed)
        return corrected === null || serverNameProblem(corrected.server) === null
      }),
    )
  })
})
