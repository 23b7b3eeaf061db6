import { describe, expect, it } from 'vitest'
import { classifyDelivery } from '../../../relay/domain/classify-delivery.ts'
import type { DeliveryStage } from '../../../relay/domain/delivery-outcome.ts'
import { replyRule, replyRules } from '../../../relay/domain/delivery-replies.ts'

type Meaning = 'delivered' | 'deferred' | 'slower' | 'failed' | 'blocked' | 'credentials' | 'trouble'

/** stage, the server's words, the row that counts, what it means */
const examples: readonly (readonly [DeliveryStage, string, string, Meaning])[] = [
  ['end-of-data', '250 2.0.0 Ok: queued', 'taken over', 'delivered'],
  ['greeting', '554 5.7.1 go away', 'not ready for us', 'trouble'],
  ['greeting', '421 4.7.0 too many connections', 'not ready for us', 'trouble'],
  ['auth', '525 disabled', 'account disabled', 'blocked'],
  ['mail-from', '550 5.7.13 disabled', 'account disabled, in full', 'blocked'],
  ['auth', '504 5.5.4 mechanism unknown', 'no such command', 'trouble'],
  ['auth', '535 5.7.8 this account is suspended', 'account, not password', 'blocked'],
  ['auth', '535 5.7.8 wrong name or password', 'password refused', 'credentials'],
  ['auth', '534 5.7.9 too weak', 'password refused', 'credentials'],
  ['auth', '432 4.7.12 password transition needed', 'new password needed', 'credentials'],
  ['auth', '454 4.7.0 temporary failure', 'sign-in not now', 'trouble'],
  ['auth', '421 4.7.0 too many sign-ins', 'sign-in not now', 'trouble'],
  ['mail-from', '530 5.7.0 authentication required', 'sign in first', 'credentials'],
  ['rcpt', '535 5.7.8 sign in', 'sign in first', 'credentials'],
  ['data', '503 5.5.1 no valid recipients', 'out of order', 'deferred'],
  ['rcpt', '552 5.5.3 too many recipients', 'too many recipients', 'deferred'],
  ['mail-from', '521 5.3.2 no mail here', 'takes no mail at all', 'trouble'],
  ['mail-from', '550 5.7.1 user s1_2 is not active', 'account blocked', 'blocked'],
  ['mail-from', '550 monthly limit of 25 messages', 'quota used up', 'blocked'],
  ['end-of-data', '554 daily sending quota exceeded', 'quota used up', 'blocked'],
  ['mail-from', '550 5.4.5 no more today', 'quota, in full', 'blocked'],
  ['rcpt', '550 5.1.1 nobody here', 'refused for good', 'failed'],
  ['rcpt', '550 5.2.1 that account is disabled', 'refused for good', 'failed'],
  ['rcpt', '552 5.2.2 mailbox full', 'too many recipients', 'deferred'],
  ['end-of-data', '552 5.2.2 mailbox full', 'refused for good', 'failed'],
  ['end-of-data', '554 5.7.1 looks like spam', 'refused for good', 'failed'],
  ['mail-from', '550 5.7.1 sender not authorized', 'refused for good', 'failed'],
  ['mail-from', '555 5.5.4 parameter unknown', 'refused for good', 'failed'],
  ['rcpt', '450 4.2.1 receiving mail at a rate that is too high', 'one mailbox, later', 'deferred'],
  ['rcpt', '452 4.5.3 too many recipients', 'recipients of one message', 'deferred'],
  ['rcpt', '451 4.7.1 Greylisted, come back', 'greylisted', 'deferred'],
  ['end-of-data', '451 4.7.1 graylisting in action', 'greylisted', 'deferred'],
  ['mail-from', '450 too many messages, slow down', 'not so fast', 'slower'],
  ['rcpt', '452 4.3.1 hourly rate limit reached', 'not so fast', 'slower'],
  ['end-of-data', '421 you have exceeded the allowed limit', 'not so fast', 'slower'],
  ['mail-from', '421 4.3.2 not accepting messages', 'takes no more for now', 'slower'],
  ['mail-from', '451 4.7.0 try again later', 'policy, for now', 'slower'],
  ['rcpt', '450 4.7.28 unusual amount', 'rate, in full', 'slower'],
  ['rcpt', '450 4.7.1 try again later', 'later', 'deferred'],
  ['mail-from', '451 4.3.0 later', 'later', 'deferred'],
  ['end-of-data', '452 4.3.1 disk full', 'later', 'deferred'],
  ['rcpt', '250 ok', 'later', 'deferred'],
]

const code = (text: string): number => Number.parseInt(text, 10)

function meaning(stage: DeliveryStage, text: string): Meaning {
  const verdict = classifyDelivery({ kind: 'reply', stage, code: code(text), text })
  if (verdict.outcome === 'held') return verdict.hold === 'account-blocked' ? 'blocked' : 'credentials'
  if (verdict.outcome !== 'deferred') return verdict.outcome === 'uncertain' ? 'deferred' : verdict.outcome
  if (verdict.slowDown) return 'slower'
  return verdict.alert === null ? 'deferred' : 'trouble'
}

describe('the table of a server’s answers', () => {
  it.each(examples)('%s: "%s" is "%s"', (stage, text, row, meant) => {
    expect(replyRule(stage, code(text), text).name).toBe(row)
    expect(meaning(stage, text)).toBe(meant)
  })

  it('has an example here for each of its rows, and a source in each', () => {
    expect(
      replyRules.map(({ name }) => name).filter((name) => !examples.some((one) => one[2] === name)),
    ).toEqual([])
    for (const { source } of replyRules) expect(source).toMatch(/^(RFC \d+|texts)/)
  })

  it('never gives up for an answer that is not a 5xx', () => {
    const stages = ['greeting', 'auth', 'mail-from', 'rcpt', 'data', 'end-of-data'] as const
    for (const stage of stages)
      for (const first of [0, 1, 2, 3, 4, 6, 9])
        expect(meaning(stage, `${first}50 5.1.1 whatever`)).not.toBe('failed')
  })
})
