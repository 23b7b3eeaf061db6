import { createHmac } from 'node:crypto'

/**
 * Tells whether a password is still the same, without keeping it: HMAC-SHA256 under a key that one run of the app made
 * up and that is in no file. 64 hexadecimal characters.
 */
export function fingerprintOf(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex')
}
