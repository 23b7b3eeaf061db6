import { randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'

// Read in a mail and typed by hand: capitals and digits that aren't mistaken for one another.
const unambiguous = 'ACDEFGHJKLMNPQRTUVWXYZ234679'
const groupLength = 4
const hashForm = /^scrypt\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/

/** A new code: eight characters in two groups, like `K7QF-2MXA`; 38 bits, ample for five tries in half an hour. */
export function generateCode(): string {
  const group = (): string =>
    Array.from({ length: groupLength }, () => unambiguous.charAt(randomInt(unambiguous.length))).join('')
  return `${group()}-${group()}`
}

/**
 * What is kept of a code: `scrypt$salt$digest`, Base64url. A code has too few bits for a fast hash: whoever reads the
 * settings could try them all. One slow hash for each code typed costs nobody anything (30 ms).
 */
export function hashCode(code: string): string {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${digest(code, salt).toString('base64url')}`
}

/** Compares in constant time; small letters, spaces and dashes of any kind don't matter. */
export function codeMatches(typed: string, codeHash: string): boolean {
  const parts = hashForm.exec(codeHash)
  if (!parts) return false
  const [, salt = '', expected = ''] = parts
  return timingSafeEqual(digest(typed, Buffer.from(salt, 'base64url')), Buffer.from(expected, 'base64url'))
}

function digest(code: string, salt: Buffer): Buffer {
  return scryptSync(code.toUpperCase().replace(/[^A-Z0-9]/g, ''), salt, 32)
}
