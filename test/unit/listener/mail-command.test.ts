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
      value: {
        address: null,
        declaredBytes: 12,
        smtpUtf8: false,
        eightBitMime: false,
        ret: null,
        envid: null,
      },
    })
  })

  it.each([
    'SIZE=x',
    'SIZE',
    'SIZE=',
    'BODY=BINARYMIME',
    'SMTPUTF8=1',
    'RET=ALL',
    'ENVID=a+2',
    `ENVID=${'x'.repeat(101)}`,
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
    const tail = 'NOTIFY=success,DELAY ORCPT=rfc822;a+2Bx@b.example'
    expect(parseRecipientCommand(bytes(`RCPT TO:<a@b.example> ${tail}`), false)).toMatchObject({
      ok: true,
      value: { dsn: { notify: ['SUCCESS', 'DELAY'], orcpt: 'rfc822;a+2Bx@b.example' } },
    })
    expect(parseRecipientCommand(bytes('RCPT TO:<a@b.example>'), false)).toMatchObject({
      value: { dsn: { notify: null, orcpt: null } },
    })
  })

  it('takes an original recipient beyond ASCII only from who announced it', () => {
    const command = bytes('RCPT TO:<a@b.example> ORCPT=utf-8;ü@b.example')
    expect(parseRecipientCommand(command, true).ok).toBe(true)
    expect(parseRecipientCommand(command, false).ok).toBe(false)
    expect(parseRecipientCommand(bytes('RCPT TO:<a@b.example> ORCPT=rfc822;ü@b.example'), true).ok).toBe(
      false,
    )
  })

  it.each([
    'NOTIFY=NEVER,SUCCESS',
    'NOTIFY',
    'NOTIFY=maybe',
    'NOTIFY=,',
    'ORCPT=x',
    'ORCPT=rfc822;a+zz',
    'SIZE=1',
  ])('refuses %j', (parameter) => {
    expect(parseRecipientCommand(bytes(`RCPT TO:<a@b.example> ${parameter}`), false).ok).toBe(false)
  })

  it('has no null form', () => {
    expect(parseRecipientCommand(bytes('RCPT TO:<>'), false).ok).toBe(false)
  })
})
