import { describe, expect, it } from 'vitest'
import {
  createPasswordHash,
  generatePassword,
  isPasswordHash,
  passwordMatches,
} from '../../../relay/secrets/sign-in.ts'

describe('a sign-in password', () => {
  it('is 24 letters and digits that nobody mistakes for one another, at least 128 bits', () => {
    const passwords = Array.from({ length: 200 }, () => generatePassword())
    expect(new Set(passwords).size).toBe(200)
    for (const password of passwords) expect(password).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{24}$/)
    const symbols = new Set(passwords.join('')).size
    expect(24 * Math.log2(symbols)).toBeGreaterThan(128)
  })

  it('matches its own hash and no other', () => {
    const hash = createPasswordHash('secret')
    expect(passwordMatches('secret', hash)).toBe(true)
    expect(passwordMatches('Secret', hash)).toBe(false)
    expect(passwordMatches('', hash)).toBe(false)
  })

  it('has another hash each time, which does not hold it', () => {
    expect(createPasswordHash('secret')).not.toBe(createPasswordHash('secret'))
    expect(createPasswordHash('secret')).not.toContain('secret')
    expect(isPasswordHash(createPasswordHash('secret'))).toBe(true)
  })

  it.each(['', 'secret', 'hmac-sha256$$', '$2b$10$abc'])(
    'never matches %j in the place of a hash',
    (hash) => {
      expect(isPasswordHash(hash)).toBe(false)
      expect(passwordMatches('secret', hash)).toBe(false)
      expect(passwordMatches('', hash)).toBe(false)
    },
  )
})
