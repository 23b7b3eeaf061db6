import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../relay/domain/decision.ts'
import { senderRefused } from '../../../relay/listener/sender-refused-reply.ts'
import { ownWords } from '../../../relay/listener/smtp-library-words.ts'
import {
  accepted,
  headersMalformed,
  type Reply,
  replies,
  replyLine,
  tooLarge,
  tooManyRecipients,
} from '../../../relay/listener/smtp-reply.ts'

const fit = (reply: Reply): void =>
  expect(replyLine(reply)).toMatch(/^[245]\d\d [245]\.\d\.\d{1,2} [\x20-\x7e]{20,}$/)

const blocked = (more: Partial<Decision>): Decision => ({
  decision: 'block',
  reason: 'sender-not-authorized',
  identity: 'mail-from',
  address: 'boss@bank.example',
  entry: null,
  fault: null,
  ...more,
})

describe('every reply', () => {
  const composed = [
    accepted('x'.repeat(36)),
    tooLarge(26_214_400),
    tooLarge(999),
    tooManyRecipients(500),
    headersMalformed('The header From is empty. Put one address in it.'),
  ]

  it.each([...Object.values(replies), ...composed].map((reply) => [replyLine(reply), reply] as const))(
    'is a sentence for people: %s',
    (line, reply) => {
      fit(reply)
      expect(line.length).toBeLessThanOrEqual(200)
      expect(String(reply.code).charAt(0)).toBe(reply.enhanced.charAt(0))
      expect(line.endsWith('.')).toBe(true)
    },
  )

  it('about a sender stays ASCII and within 200 characters, and names the address, for any list', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 })
    const reasons = fc.constantFrom('sender-not-authorized', 'sender-not-verified', 'null-sender-not-allowed')
    const identities = fc.constantFrom('mail-from', 'header-from', 'sender', 'resent-from', 'resent-sender')
    fc.assert(
      fc.property(
        fc.string({ maxLength: 250 }),
        words,
        fc.array(words),
        reasons,
        identities,
        (address, user, authorized, reason, identity) => {
          const decision = blocked({ address: `a${address}@x.example`, reason, identity })
          const reply = senderRefused({ decision, user, authorized })
          fit(reply)
          expect(replyLine(reply).length).toBeLessThanOrEqual(200)
          expect(reply.text).toContain('a')
        },
      ),
    )
  })
})

describe('a refused sender is told', () => {
  it('who may send, as long as that fits', () => {
    const reply = senderRefused({ decision: blocked({}), user: 'office', authorized: ['yourcompany.com'] })
    expect(replyLine(reply)).toBe(
      '550 5.7.1 boss@bank.example may not send through SMTP+ user office. Authorized: yourcompany.com. To allow it, open SMTP+ Companion, Alerts.',
    )
  })

  it('how many more there are when the list is long', () => {
    const authorized = Array.from({ length: 300 }, (_, index) => `person${index}@partner.example`)
    const { text } = senderRefused({ decision: blocked({}), user: 'office', authorized })
    expect(text).toContain(
      'Authorized: person0@partner.example, person1@partner.example and 298 more. To allow it',
    )
  })

  it('which header field it was', () => {
    const decision = blocked({ identity: 'resent-from' })
    expect(senderRefused({ decision, user: 'office', authorized: [] }).text).toContain('(in Resent-From)')
  })
})

it('what the library says by itself is said in our words', () => {
  expect(ownWords('Error: authentication Required')).toBe(replies['sign-in-first'])
  expect(ownWords('Something else')).toBeNull()
})
