import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableAddress, parseMailAddress } from '../../../relay/domain/mail-address.ts'

function problemOf(text: string): string | null {
  const address = parseMailAddress(text)
  return address.ok ? null : address.problem.reason
}

describe('a mail address', () => {
  it.each([
    ['user@good.example', 'good.example'],
    ['First.Last+tag@Good.EXAMPLE', 'good.example'],
    ["o'neill!#$%&*/?=^_`{|}~-@good.example", 'good.example'],
    ['zoë@good.example', 'good.example'],
    ['info@münchen.example', 'xn--mnchen-3ya.example'],
    ['info@xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['root@localhost', 'localhost'],
    ['a@123.example', '123.example'],
    [`${'a'.repeat(64)}@good.example`, 'good.example'],
  ])('%s is taken verbatim, its domain as A-labels', (text, domain) => {
    const address = parseMailAddress(text)
    expect(address).toEqual({
      ok: true,
      value: { text, localPart: text.slice(0, text.indexOf('@')), domain },
    })
  })

  it.each([
    ['', 'empty'],
    ['user', 'no-at-sign'],
    ['@good.example', 'local-part-malformed'],
    ['user@', 'domain-malformed'],
    ['@evil.example:user@good.example', 'source-route'],
    ['a,ceo@evil.example', 'more-than-one'],
    ['a;c@b.example', 'more-than-one'],
    ['a@b.example@c.example', 'more-than-one'],
    ['<user@good.example>', 'more-than-one'],
    ['a(c)@b.example', 'local-part-malformed'],
    ['a..b@good.example', 'local-part-malformed'],
    ['.a@good.example', 'local-part-malformed'],
    ['=?utf-8?q?ceo=40evil.example?=@good.example', 'local-part-malformed'],
    ['"user"@good.example', 'quoted-local-part'],
    ['user@[127.0.0.1]', 'address-literal'],
    ['user@127.0.0.1', 'domain-malformed'],
    ['user@0x7f000001', 'domain-malformed'],
    ['user@good.example.', 'domain-malformed'],
    ['user@good..example', 'domain-malformed'],
    ['user@-good.example', 'domain-malformed'],
    ['user@good_one.example', 'domain-malformed'],
    ['user@good.example:25', 'domain-malformed'],
    ['user@good.example/x', 'domain-malformed'],
    ['user@g%6fod.example', 'domain-malformed'],
    ['user@ｇood.example', 'domain-malformed'],
    ['user@good。example', 'domain-malformed'],
    ['user@\u212Aood.example', 'domain-malformed'],
    ['user@MÜNCHEN.example', 'domain-malformed'],
    ['user@xn--a.example', 'domain-malformed'],
    ['us er@good.example', 'forbidden-character'],
    ['user@good.example ', 'forbidden-character'],
    ['user@good\u00ad.example', 'forbidden-character'],
    ['u\u200bser@good.example', 'forbidden-character'],
    ['user\u202e@good.example', 'forbidden-character'],
    ['user\u0000@good.example', 'forbidden-character'],
    ['user@good.example\r\nRCPT TO:<x@y>', 'forbidden-character'],
    [`${'a'.repeat(65)}@good.example`, 'too-long'],
    [`${'ü'.repeat(33)}@good.example`, 'too-long'],
    [
      `user@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(10)}`,
      'too-long',
    ],
  ])('%j is refused as %s', (text, reason) => {
    expect(problemOf(text)).toBe(reason)
  })

  it('is compared without regard to the case of A to Z, and to nothing else', () => {
    const compared = (text: string): string | null => {
      const address = parseMailAddress(text)
      return address.ok ? comparableAddress(address.value) : null
    }
    expect(compared('Info@Good.Example')).toBe(compared('info@good.example'))
    expect(compared('\u212Aim@good.example')).not.toBe(compared('kim@good.example'))
    expect(compared('zoë@good.example')).not.toBe(compared('zoe\u0308@good.example'))
  })

  it('never holds white space, a second at sign, brackets, quotes, commas or semicolons when it is accepted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (local, domain) => {
        const address = parseMailAddress(`${local}@${domain}`)
        return !address.ok || /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+$/u.test(address.value.text)
      }),
    )
  })
})
