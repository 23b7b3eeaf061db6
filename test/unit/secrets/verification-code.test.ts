import { describe, expect, it } from 'vitest'
import { codeMatches, generateCode, hashCode } from '../../../relay/secrets/verification-code.ts'

describe('A verification code', () => {
  it('is eight characters in two groups that nobody mistakes for others', () => {
    const codes = Array.from({ length: 500 }, generateCode)
    for (const code of codes)
      expect(code).toMatch(/^[ACDEFGHJKLMNPQRTUVWXYZ234679]{4}-[ACDEFGHJKLMNPQRTUVWXYZ234679]{4}$/)
    expect(new Set(codes).size).toBe(500)
  })

  it('is recognised as it was mailed, and as people type it', () => {
    const hash = hashCode('K7QF-2MXA')
    for (const typed of ['K7QF-2MXA', 'k7qf2mxa', ' k7qf 2mxa ', 'K7QF–2MXA']) {
      expect(codeMatches(typed, hash)).toBe(true)
    }
  })

  it.each(['K7QF-2MXB', '', 'K7QF', 'K7QF-2MXA-K7QF'])('is not %j', (typed) => {
    expect(codeMatches(typed, hashCode('K7QF-2MXA'))).toBe(false)
  })

  it('can’t be read in what is kept, which differs each time', () => {
    expect(hashCode('K7QF-2MXA')).not.toContain('K7QF')
    expect(hashCode('K7QF-2MXA')).not.toBe(hashCode('K7QF-2MXA'))
    expect(codeMatches('K7QF-2MXA', 'K7QF-2MXA')).toBe(false)
  })
})
