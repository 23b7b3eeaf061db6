import { describe, expect, it } from 'vitest'
import { decisionReason } from '../../../relay/domain/decision.ts'
import { readHeaderIdentities } from '../../../relay/domain/header-identities.ts'
import { parseMailAddress } from '../../../relay/domain/mail-address.ts'
import { decisionWords, headerProblemWords } from '../../../renderer/words/decision-words.ts'
import { en } from '../../../renderer/words/en.ts'
import { startWords } from '../../../renderer/words/i18n.ts'
import { it as italian } from '../../../renderer/words/it.ts'

const words = await startWords('en')
const say = (reason: (typeof decisionReason.options)[number], address: string, fault: string | null = null) =>
  decisionWords(words.t, { reason, address, fault }, 'office')

describe('a decision in words', () => {
  it('names the address, the user and what is missing', () => {
    expect(say('sender-not-authorized', 'x@bank.example')).toBe(
      'x@bank.example may not send through “office”. Authorize it, or use another sender.',
    )
    expect(say('sender-not-verified', 'x@firm.example')).toContain('authorizes nothing until it is')
  })

  it('says what is wrong with an address, and how to write it', () => {
    const problem = parseMailAddress('a@b@c')
    const fault = problem.ok ? null : problem.problem.reason
    expect(say('address-malformed', 'a@b@c', fault)).toBe(
      'a@b@c is not one mailbox in plain form. It can be read as more than one address. Write it like info@yourcompany.com.',
    )
  })

  it('names the field of a head that can be read in two ways, and its cure', () => {
    const read = readHeaderIdentities(
      new TextEncoder().encode('From: a@firm.example, b@firm.example\r\n\r\n'),
    )
    if (read.ok) throw new Error('two addresses are refused')
    expect(headerProblemWords(words.t, read.problem)).toBe('From has several addresses. Leave one.')
    expect(headerProblemWords(words.t, { reason: 'bare-line-ending', field: '' })).toContain('A field holds')
  })

  it.each([
    ['en', en],
    ['it', italian],
  ] as const)('ends each problem of a head with what to do (%s)', (_language, { headerProblem }) => {
    for (const sentence of Object.values(headerProblem))
      expect(sentence.split(/[.:] /).length).toBeGreaterThan(1)
  })

  it.each(['en', 'it'] as const)('has a sentence for every reason (%s)', (language) => {
    const t = words.getFixedT(language)
    for (const reason of decisionReason.options) {
      const sentence = decisionWords(t, { reason, address: null, fault: 'something new' }, 'office')
      expect(sentence).not.toMatch(/\{\{|reasons\./)
    }
  })
})
