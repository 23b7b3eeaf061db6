import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalDomain, lowerCaseAscii, readableDomain } from '../../../relay/domain/domain-name.ts'
import { decodePunycode } from '../../../relay/domain/punycode.ts'

describe('a domain in canonical form', () => {
  it.each([
    ['firm.example', 'firm.example'],
    ['FIRM.Example', 'firm.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['faß.example', 'xn--fa-hia.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('%s is compared as %s', (text, ascii) => {
    expect(canonicalDomain(text)).toBe(ascii)
  })

  it.each([
    '',
    '.',
    'a..b',
    'a.',
    '.a',
    'a b',
    'a/b',
    'a:25',
    'ｆirm.example',
    'fi\u200drm.example',
    '1.2.3.4',
    'x.99',
  ])('%j is none', (text) => {
    expect(canonicalDomain(text)).toBeNull()
  })

  it('is shown to people as they write it', () => {
    expect(readableDomain('mail.xn--bcher-kva.example')).toBe('mail.bücher.example')
    expect(readableDomain('firm.example')).toBe('firm.example')
  })

  it('comes back from its A-labels as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (label) => {
        const ascii = canonicalDomain(`${label}.example`)
        if (ascii === null) return
        // A label that is written as an A-label already comes back decoded.
        if (!label.toLowerCase().startsWith('xn--'))
          expect(readableDomain(ascii)).toBe(`${lowerCaseAscii(label)}.example`)
        expect(readableDomain(ascii)).toBe(domainToUnicode(ascii))
      }),
    )
  })

  it('ends on what is not Punycode, without throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 70 }), (text) => {
        const decoded = decodePunycode(text)
        return decoded === null || typeof decoded === 'string'
      }),
    )
    expect(decodePunycode('99999999')).toBeNull()
  })
})
