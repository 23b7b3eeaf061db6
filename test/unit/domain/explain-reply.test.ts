import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainReply } from '../../../relay/domain/explain-reply.ts'
import { knownReplies } from '../../../relay/domain/known-replies.ts'
import replies from '../../vectors/server-replies.json' with { type: 'json' }

describe('a reply in words', () => {
  it.each(replies)('$cause: $text', ({ text, cause }) => {
    expect(explainReply(text).cause).toBe(cause)
  })

  it('knows 60 wordings and more, and has an example of each cause it knows by its wording', () => {
    expect(knownReplies.length).toBeGreaterThanOrEqual(60)
    const shown = new Set(replies.map(({ cause }) => cause))
    expect(knownReplies.map(({ cause }) => cause).filter((cause) => !shown.has(cause))).toEqual([])
  })

  it.each([
    ['550 5.1.1 <a@b.example>: ???', 550, '5.1.1'],
    ['550-5.1.1 first\r\n550 5.1.1 second', 550, '5.1.1'],
    ['The mail server responded: 452 4.5.3 zzz', 452, '4.5.3'],
    ['zzz', null, null],
    ['call 0800 550 1234', null, null],
  ])('reads the codes of %s', (text, code, enhanced) => {
    expect(explainReply(text)).toMatchObject({ code, enhanced })
  })

  it.each([
    ['451 4.2.1 zzz', 'recipient-disabled'],
    ['550 5.9.9 zzz', 'permanent-problem'],
    ['450 4.9.9 zzz', 'temporary-problem'],
    ['550 zzz', 'permanent-problem'],
    ['499 zzz', 'temporary-problem'],
    ['550 5.4.99 zzz', 'network-problem'],
    ['250 2.0.0 Ok: queued as 4BC', 'accepted'],
    ['hello', 'not-a-reply'],
    ['', 'not-a-reply'],
  ])('reads what it has never seen by its class: %s', (text, cause) => {
    expect(explainReply(text)).toMatchObject({ cause, isKnown: false })
  })

  it('has a cause for any text, at once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1000, unit: 'binary' }), (text) => {
        expect(explainReply(text).cause).not.toBe('')
      }),
    )
    expect(explainReply('550 '.padEnd(100_000, 'mailbox ')).code).toBe(550)
  })
})
