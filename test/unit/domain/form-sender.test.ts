import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Decision } from '../../../relay/domain/decision.ts'
import { canonicalDomain } from '../../../relay/domain/domain-name.ts'
import { looksLikeFormSender, rewriteFormSender } from '../../../relay/domain/form-sender.ts'
import { readHeaderIdentities } from '../../../relay/domain/header-identities.ts'
import { headerBlockLength } from '../../../relay/domain/header-lines.ts'
import { parseMailAddress } from '../../../relay/domain/mail-address.ts'
import { type IndependentParsers, startIndependentParsers } from '../../support/independent-parsers.ts'
import { hostileMessage } from './header-blocks.ts'

const parsed = parseMailAddress('forms@firm.example')
if (!parsed.ok) throw new Error('the address of this test is wrong')
const sender = parsed.value

function rewritten(text: string): string {
  const block = new TextEncoder().encode(text)
  const header = readHeaderIdentities(block)
  if (!header.ok) throw new Error(`not accepted: ${header.problem.reason}`)
  return new TextDecoder().decode(rewriteFormSender(block, header.value, sender))
}
const withFrom = (from: string, ...more: string[]): string =>
  [`To: desk@firm.example`, `From: ${from}`, ...more, 'Subject: Question', '', ''].join('\r\n')

describe('an online form’s message', () => {
  it('gets the authorized sender in From and the visitor in Reply-To, and nothing else changes', () => {
    expect(rewritten(withFrom('Anna Rossi <anna@visitor.example>', 'X-Form: 1'))).toBe(
      [
        'To: desk@firm.example',
        'From: "Anna Rossi" <forms@firm.example>',
        'Reply-To: anna@visitor.example',
        'X-Form: 1',
        'Subject: Question',
        '',
        '',
      ].join('\r\n'),
    )
  })

  it('keeps the Reply-To it has', () => {
    const text = rewritten(withFrom('anna@visitor.example', 'reply-to: other@visitor.example'))
    expect(text.match(/^reply-to:.*$/gim)).toEqual(['reply-to: other@visitor.example'])
    expect(text).not.toContain('anna@visitor.example')
  })

  it.each([
    ['anna@visitor.example', 'From: forms@firm.example'],
    ['anna@visitor.example (Anna)', 'From: "Anna" <forms@firm.example>'],
    ['"O\'Neill, Anna" <anna@visitor.example>', 'From: =?UTF-8?B?Ty'],
    ['Anna\r\n Rossi\r\n <anna@visitor.example>', 'From: "Anna Rossi" <forms@firm.example>'],
    ['=?utf-8?q?Z=C3=B6e?= <zoe@visitor.example>', 'From: =?UTF-8?B?WsO2ZQ==?=\r\n <forms@firm.example>'],
    ['Zöe <zoe@visitor.example>', 'From: =?UTF-8?B?WsO2ZQ==?=\r\n <forms@firm.example>'],
    ['"a \\"b\\" c" <anna@visitor.example>', 'From: =?UTF-8?B?YSAiYiIgYw==?=\r\n <forms@firm.example>'],
    // A name that is an address would now be another one than the mailbox beside it.
    ['"anna@visitor.example" <anna@visitor.example>', 'From: forms@firm.example'],
    ['anna@visitor.example <anna@visitor.example>', 'From: forms@firm.example'],
    ['"Anna @ Home" <anna@visitor.example>', 'From: forms@firm.example'],
    [`${'x'.repeat(200)} <anna@visitor.example>`, 'From: forms@firm.example'],
  ])('from %j becomes %j', (from, expected) => {
    const text = rewritten(withFrom(from))
    expect(text).toContain(`\r\n${expected}`)
    expect(text).toContain('\r\nReply-To: ')
  })

  it('has no line that is too long, however long the name', () => {
    const text = rewritten(withFrom(`${'ö'.repeat(110)} <zoe@visitor.example>`))
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThan(77)
  })

  it('leaves a From in its body alone', () => {
    const text = `${withFrom('anna@visitor.example')}From: x@y.example\r\nReply-To: z@y.example\r\n`
    expect(rewritten(text)).toContain('\r\n\r\nFrom: x@y.example\r\nReply-To: z@y.example\r\n')
  })
})

const domainOf = (address: string): string =>
  canonicalDomain(address.slice(address.lastIndexOf('@') + 1)) ?? ''

describe('whatever was accepted', () => {
  let parsers: IndependentParsers
  beforeAll(() => {
    parsers = startIndependentParsers()
  })
  afterAll(() => parsers.close())

  it('is from the authorized sender for four independent readers after the rewrite', {
    timeout: 120_000,
  }, async () => {
    let looked = 0
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (text) => {
        const bytes = new TextEncoder().encode(text.replaceAll(/\r?\n/g, '\r\n'))
        const block = bytes.subarray(0, headerBlockLength(bytes))
        const before = readHeaderIdentities(block)
        if (!before.ok) return
        looked += 1
        const after = rewriteFormSender(block, before.value, sender)
        const header = readHeaderIdentities(after)
        expect(header.ok && header.value).toEqual({ ...before.value, from: sender })
        const others = [before.value.sender, ...before.value.resentFrom, ...before.value.resentSender]
        // By their domains: readers show the letters before the @ differently.
        const known = new Set(['', ...[sender, ...others].map((address) => address?.domain ?? '')])
        for (const { parser, addresses } of await parsers.read(after)) {
          const foreign = addresses.filter((address) => !known.has(domainOf(address)))
          expect({ parser, foreign }).toEqual({ parser, foreign: [] })
        }
      }),
      { numRuns: 2_000 },
    )
    expect(looked).toBeGreaterThan(200)
  })
})

describe('a form is recognised', () => {
  const refused: Decision = {
    decision: 'block',
    reason: 'sender-not-authorized',
    identity: 'header-from',
    address: 'three@visitor.example',
    entry: null,
    fault: null,
  }
  const history = ['one@visitor.example', 'two@visitor.example']

  it('when ever other addresses stand in From behind one authorized envelope sender', () => {
    expect(looksLikeFormSender(refused, history)).toBe(true)
    expect(looksLikeFormSender({ ...refused, decision: 'alert' }, history)).toBe(true)
  })

  it('not by one or two addresses, nor by the same one again', () => {
    expect(looksLikeFormSender(refused, [])).toBe(false)
    expect(
      looksLikeFormSender(refused, ['Three@visitor.example', 'three@VISITOR.example', 'one@x.example']),
    ).toBe(false)
  })

  it('not when another identity is the reason', () => {
    expect(looksLikeFormSender({ ...refused, identity: 'mail-from' }, history)).toBe(false)
    expect(looksLikeFormSender({ ...refused, reason: 'domain-authorized' }, history)).toBe(false)
    expect(looksLikeFormSender({ ...refused, reason: 'headers-malformed' }, history)).toBe(false)
  })
})
