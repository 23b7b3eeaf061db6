import { describe, expect, it } from 'vitest'
import type { AlertCause } from '../../../relay/domain/alert-cause.ts'
import { alertKind, alertReason } from '../../../relay/domain/relay-event.ts'
import { alertWords } from '../../../relay/journal/alert-words.ts'

const cause = (part: Partial<AlertCause>): AlertCause => ({
  kind: 'unauthorized-sender',
  reason: null,
  login: 'website',
  user: 'office',
  about: 'boss@bank.example',
  ...part,
})
const causes: readonly AlertCause[] = [
  ...alertKind.options.map((kind) => cause({ kind })),
  ...alertReason.options.map((reason) => cause({ reason })),
]

describe.each(['en', 'it'] as const)('an alert in words (%s)', (language) => {
  it.each(causes)('$kind ($reason) says what happened, what became of the mail, and what to do', (one) => {
    const words = alertWords(one, language, true)
    // It becomes a subject, which is not encoded.
    expect(words.title).toMatch(/^[\x20-\x7e]+$/)
    for (const text of [words.happened, words.message, words.cure]) {
      expect(text).toMatch(/^\S.*[.!]$|boss@bank\.example$/)
      expect(text).not.toMatch(/[{}]|undefined|null/)
    }
  })

  it('says different things about different causes', () => {
    const reasons = alertReason.options.map(
      (reason) => alertWords(cause({ reason }), language, true).happened,
    )
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  it('says whether the message was refused or sent', () => {
    const [refused, sent] = [true, false].map((rule) => alertWords(cause({}), language, rule).message)
    expect(refused).not.toBe(sent)
  })
})

describe('what a server said', () => {
  it('stays on one line and has an end', () => {
    const about = `535 no\r\n\r\nFrom: x\r\n${'y'.repeat(1000)} {user}`
    const { happened } = alertWords(cause({ kind: 'credentials-refused', about }), 'en', true)
    expect(happened).not.toMatch(/[\r\n]/)
    expect(happened.length).toBeLessThan(450)
    expect(alertWords(cause({ about: '{user}' }), 'en', true).happened).toContain('used {user}, which')
  })
})
