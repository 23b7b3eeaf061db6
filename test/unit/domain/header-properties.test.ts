import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalDomain, lowerCaseAscii } from '../../../relay/domain/domain-name.ts'
import { judgeMessage } from '../../../relay/domain/judge-message.ts'
import { parseDomainList, parseSenderList } from '../../../relay/domain/sender-list.ts'
import { type SenderPolicy, senderRules } from '../../../relay/domain/sender-policy.ts'
import { type IndependentParsers, startIndependentParsers } from '../../support/independent-parsers.ts'
import { hostileMessage } from './header-blocks.ts'

const domains = parseDomainList('good.example')
const senders = parseSenderList('user@partner.example')
if (!domains.ok || !senders.ok) throw new Error('the lists of this test are wrong')
const policy: SenderPolicy = {
  user: 'office',
  login: null,
  userActive: true,
  loginActive: true,
  unauthorizedSenders: 'block',
  rules: [senderRules(domains.value, senders.value)],
}

let parsers: IndependentParsers
beforeAll(() => {
  parsers = startIndependentParsers()
})
afterAll(() => parsers.close())

function authorized(address: string): boolean {
  // What Python's strict reading answers when it doesn't trust the field: nobody.
  if (address === '') return true
  const at = address.lastIndexOf('@')
  const domain = canonicalDomain(address.slice(at + 1))
  return domain === 'good.example' || lowerCaseAscii(address) === 'user@partner.example'
}

describe('a header block that is accepted', () => {
  it('shows four independent readers authorized addresses only', { timeout: 120_000 }, async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (text) => {
        const bytes = new TextEncoder().encode(text)
        if (judgeMessage(policy, 'user@good.example', bytes).decision !== 'allow') return
        accepted += 1
        for (const { parser, addresses } of await parsers.read(
          new TextEncoder().encode(text.replaceAll(/\r?\n/g, '\r\n')),
        )) {
          const foreign = addresses.filter((address) => !authorized(address))
          expect({ parser, foreign }).toEqual({ parser, foreign: [] })
        }
      }),
      { numRuns: 4_000 },
    )
    expect(accepted).toBeGreaterThan(500)
  })
})
