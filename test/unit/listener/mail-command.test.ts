import { describe, expect, it } from 'vitest'
import { parseMailCommand, parseRecipientCommand } from '../../../relay/listener/mail-command.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8')

describe('MAIL FROM', () => {
  it('keeps the address as it was written', () => {
    const parsed = parseMailCommand(bytes('mail from: <User+x@Good.EXAMPLE>'))
    expect(parsed).toMatchObject({
      ok: true,
      value: { address: { text: 'User+x@Good.EXAMPLE', domain: 'good.example' }, smtpUtf8: false },
    })
  })

  it('knows the null reverse-path', () => {
    expect(parseMailCommand(bytes('MAIL FROM:<> SIZE=12'))).toEqual({
      ok: true,
      value: { address: null, declaredBytes: 12, smtpUtf8: false, eightBitMime: false },
    })
  })

  it.each([
    'SIZE=x',
    'SIZE',
    'SIZE=',
    'BODY=BINARYMIME',
    'SMTPUTF8=1',
    'RET=ALL',
    '=x',
    'SIZE=1 size=2',
    'X\u0001=1',
  ])('refuses the parameter %j', (parameter) => {
    expect(parseMailCommand(bytes(`MAIL FROM:<a@b.example> ${parameter}`)).ok).toBe(false)
  })

  it('tells an unknown parameter from a malformed one, and a second path from both', () => {
    const reasonOf = (tail: string): string => {
      const parsed = parseMailCommand(bytes(`MAIL FROM:<a@b.example>${tail}`))
      return parsed.ok ? 'ok' : parsed.problem.reason
    }
    expect(reasonOf(' XVERP')).toBe('parameter-unknown')
    expect(reasonOf(' SIZE=1=2')).toBe('parameter-malformed')
    expect(reasonOf(' <c@d.example>')).toBe('address-malformed')
    expect(reasonOf('x')).toBe('address-malformed')
    expect(reasonOf('  ')).toBe('ok')
  })

  it('takes UTF-8 only when it was announced, and nothing that is not UTF-8', () => {
    expect(parseMailCommand(bytes('MAIL FROM:<ü@b.example> SMTPUTF8').subarray()).ok).toBe(true)
    expect(parseMailCommand(bytes('MAIL FROM:<ü@b.example>'))).toEqual({
      ok: false,
      problem: { reason: 'utf8-not-announced' },
    })
    expect(parseMailCommand(Buffer.from('MAIL FROM:<\xfc@b.example> SMTPUTF8', 'latin1')).ok).toBe(false)
  })
})

describe('RCPT TO', () => {
  it('takes NOTIFY and ORCPT as RFC 3461 writes them', () => {
    const tail = 'NOTIFY=success,DELAY ORCPT=rfc822;a@b.example'
    expect(parseRecipientCommand(bytes(`RCPT TO:<a@b.example> ${tail}`), false).ok).toBe(true)
  })

  it.each(['NOTIFY=NEVER,SUCCESS', 'NOTIFY', 'NOTIFY=maybe', 'ORCPT=x', 'SIZE=1'])(
    'refuses %j',
    (parameter) => {
      expect(parseRecipientCommand(bytes(`RCPT TO:<a@b.example> ${parameter}`), false).ok).toBe(false)
    },
  )

  it('has no null form', () => {
    expect(parseRecipientCommand(bytes('RCPT TO:<>'), false).ok).toBe(false)
  })
})
