import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

// People read these off a screen and type them into a printer: nothing that is mistaken for something else.
const unambiguous = 'abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679'
const passwordLength = 24
const hashForm = /^hmac-sha256\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/

/** A new password for a program: 24 letters and digits, 136 bits. */
export function generatePassword(): string {
  return Array.from({ length: passwordLength }, () => unambiguous.charAt(randomInt(unambiguous.length))).join(
    '',
  )
}

/**
 * What is kept of a password: `hmac-sha256$salt$digest`, Base64url. A slow hash would protect passwords that people
 * choose; these are generated with more bits than can be searched, and programs sign in for every message, so a fast
 * salted one is as safe and doesn't let sign-ins slow the relay down.
 */
export function createPasswordHash(password: string): string {
  const salt = randomBytes(16)
  return `hmac-sha256$${salt.toString('base64url')}$${digest(salt, password).toString('base64url')}`
}

/** Compares in constant time. False for a hash of another form. */
export function passwordMatches(password: string, passwordHash: string): boolean {
  const parts = hashForm.exec(passwordHash)
  // A digest is made in either case, so that the time doesn't tell whether the sign-in exists.
  const salt = Buffer.from(parts?.[1] ?? '', 'base64url')
  const expected = parts ? Buffer.from(parts[2] ?? '', 'base64url') : Buffer.alloc(32)
  return timingSafeEqual(digest(salt, password), expected) && parts !== null
}

/** Is this a hash that `createPasswordHash` could have made? */
export function isPasswordHash(text: string): boolean {
  return hashForm.test(text)
}

function digest(salt: Buffer, password: string): Buffer {
  return createHmac('sha256', salt).update(password, 'utf8').digest()
}
