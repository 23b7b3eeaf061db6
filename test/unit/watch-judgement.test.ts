import { describe, expect, it } from 'vitest'
import { judgeWatch } from '../../relay/domain/watch-judgement.ts'
import type { WatchDeed, WatchStep } from '../../relay/domain/watch-step.ts'

const printer = { kind: 'connected', from: '192.0.2.20', nearby: false } as const
const left = { kind: 'left' } as const
const greeted = (name: string, verb: 'EHLO' | 'HELO' = 'EHLO'): WatchDeed => ({
  kind: 'greeted',
  verb,
  name,
  encrypted: false,
})
const refused = (reply: string, command: 'MAIL' | 'AUTH' | 'other' = 'MAIL'): WatchDeed => ({
  kind: 'refused',
  command,
  reply,
  sender: command === 'MAIL' ? 'scan@firm.example' : null,
})
const dialogue = (deeds: readonly WatchDeed[], connection = 1): WatchStep[] =>
  deeds.map((deed, index) => ({
    number: connection * 100 + index,
    at: '2026-01-01T10:00:00.000Z',
    connection,
    deed,
  }))
const judge = (...deeds: WatchDeed[]) => judgeWatch(dialogue(deeds), () => 'Microsoft Outlook Test Message')

describe('what a watched program is, and needs', () => {
  it('says nothing before something happened', () => {
    expect(judge(printer, greeted('program'))).toEqual({ program: null, finding: null })
  })

  it('knows a test like Thunderbird’s, which only looks', () => {
    expect(judge({ ...printer, nearby: true }, greeted('[127.0.0.1]'), left)).toEqual({
      program: 'thunderbird-like',
      finding: { kind: 'only-looked' },
    })
  })

  it('says what may be why a program from another computer only looked: in clear it is offered no sign-in', () => {
    const encrypted = { ...greeted('device'), encrypted: true } as const
    expect(judge(printer, greeted('device'), left).finding).toEqual({
      kind: 'looked-in-clear',
      from: '192.0.2.20',
    })
    expect(judge(printer, greeted('device'), encrypted, left).finding).toEqual({ kind: 'only-looked' })
    const before = dialogue([printer, greeted('device'), { kind: 'accepted', id: 'm1' }, left])
    const looked = dialogue([printer, greeted('device'), left], 2)
    expect(judgeWatch([...before, ...looked], () => null).finding).toEqual({ kind: 'works' })
  })

  it.each([
    ['Thunderbird, which looks for settings by itself', 'we-guess.mozilla.org', 'thunderbird-like'],
    ['Apple’s Mail', 'smtpclient.apple', 'apple-like'],
    ['nobody, by any other name', 'DESK-PC', null],
  ])('knows %s', (_who, name, program) => {
    expect(judge(printer, greeted(name), left).program).toBe(program)
  })

  it('knows Outlook’s test in Italian', () => {
    const steps = dialogue([printer, greeted('PC'), { kind: 'accepted', id: 'm1' }])
    expect(judgeWatch(steps, () => 'Messaggio di prova di Microsoft Outlook').program).toBe('outlook-like')
    expect(judgeWatch(steps, () => 'Re: Microsoft Outlook Test Message').program).toBe(null)
  })

  it('knows a test message like Outlook’s', () => {
    expect(judge(printer, greeted('DESK-PC'), { kind: 'accepted', id: 'm1' }, left)).toEqual({
      program: 'outlook-like',
      finding: { kind: 'works' },
    })
  })

  it('recognises a printer that never signs in, with the address it would be known by', () => {
    expect(judge(printer, greeted('PRINTER', 'HELO'), refused('530 5.7.0 Sign in first'))).toEqual({
      program: 'device-like',
      finding: { kind: 'no-sign-in', from: '192.0.2.20', nearby: false, sender: 'scan@firm.example' },
    })
  })

  it.each([
    ['no STARTTLS from elsewhere', refused('538 5.7.11 Encryption is needed', 'AUTH'), 'no-starttls'],
    ['a wrong password', refused('535 5.7.8 Wrong', 'AUTH'), 'sign-in-refused'],
    ['TLS at once', refused('554 5.7.11 This port does not begin with TLS.', 'other'), 'encrypted-at-once'],
    ['a sender that is not authorized', refused('550 5.7.1 Not authorized'), 'message-refused'],
  ])('tells %s apart', (_case, deed, kind) => {
    expect(judge(printer, greeted('x'), deed).finding).toMatchObject({ kind })
  })

  it('tells an address that may not connect from a crowd that passes', () => {
    const away = { ...printer, kind: 'turned-away' } as const
    expect(judge({ ...away, reply: '554 5.7.1 Not allowed' }).finding).toEqual({
      kind: 'turned-away',
      from: '192.0.2.20',
    })
    expect(judge({ ...away, reply: '421 4.7.0 Too many' }).finding).toBe(null)
  })

  it('does not let a test that only looked hide what was refused before', () => {
    const steps = [
      ...dialogue([printer, greeted('x'), refused('535 5.7.8 Wrong', 'AUTH'), left], 1),
      ...dialogue([printer, greeted('x'), left], 2),
    ]
    expect(judgeWatch(steps, () => null).finding).toMatchObject({ kind: 'sign-in-refused' })
  })
})
