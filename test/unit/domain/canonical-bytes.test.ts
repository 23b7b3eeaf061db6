import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCanonicalizer } from '../../../relay/domain/canonical-bytes.ts'

function canonical(chunks: readonly Uint8Array[]): { readonly text: string; readonly fault: string | null } {
  const canonicalizer = createCanonicalizer()
  const parts = chunks.map((chunk) => canonicalizer.push(chunk))
  canonicalizer.end()
  return { text: Buffer.concat(parts).toString('latin1'), fault: canonicalizer.fault }
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('line ends', () => {
  it('that are a lone LF become CRLF, the others stay', () => {
    expect(canonical([bytes('a\nb\r\nc\n\n')])).toEqual({ text: 'a\r\nb\r\nc\r\n\r\n', fault: null })
  })

  it('that are a lone CR are a fault, also at the very end', () => {
    expect(canonical([bytes('a\rb')]).fault).toBe('bare-cr')
    expect(canonical([bytes('a\r\r\n')]).fault).toBe('bare-cr')
    expect(canonical([bytes('a\r')]).fault).toBe('bare-cr')
  })

  it('may be cut between two chunks', () => {
    expect(canonical([bytes('a\r'), bytes('\nb')])).toEqual({ text: 'a\r\nb', fault: null })
    expect(canonical([bytes('a\r'), bytes('b')]).fault).toBe('bare-cr')
  })

  it('and a NUL is a fault that stays', () => {
    expect(canonical([bytes('a\u0000b'), bytes('\r\n')]).fault).toBe('nul')
  })

  it('that are canonical already cost no copy', () => {
    const chunk = bytes('a\r\nb')
    expect(createCanonicalizer().push(chunk)).toBe(chunk)
  })

  it('come out the same however the bytes are cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n', '\u0000', 'ü'), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(30), { maxLength: 5 }), (whole, cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
        const chunks = places.slice(1).map((end, at) => bytes(whole.slice(places[at], end)))
        expect(canonical(chunks)).toEqual(canonical([bytes(whole)]))
      }),
    )
  })
})
