import { hasUnfitAddressCharacter } from './characters.ts'
import { decodePunycode } from './punycode.ts'

const ldhLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
// What some programs take for an IPv4 address when it stands last (WHATWG URL, "ends in a number").
const numericLabel = /^(?:[0-9]+|0x[0-9a-f]*)$/
const asciiOnly = /^[\x21-\x7e]*$/

/**
 * Lower-cases A–Z only. `toLowerCase` would also turn the Kelvin sign into `k` and so make two different names equal.
 */
export function lowerCaseAscii(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text
}

/**
 * The one form in which domains are compared: lower-case A-labels (RFC 5890, 2.3.2.1), at most 255 octets
 * (RFC 5321, 4.5.3.1.2). Null for anything that isn't a host name in canonical form: address literals, a trailing or
 * doubled dot, an all-numeric top label, characters that IDNA would map to others (full-width letters, soft hyphens).
 */
export function canonicalDomain(text: string): string | null {
  const lower = lowerCaseAscii(text)
  const ascii = asciiOnly.test(lower) && !lower.includes('xn--') ? lower : internationalDomain(lower)
  if (ascii === null || ascii.length === 0 || ascii.length > 255) return null
  const labels = ascii.split('.')
  if (!labels.every((label) => ldhLabel.test(label))) return null
  return numericLabel.test(labels.at(-1) ?? '') ? null : ascii
}

/** The domain as people write it: A-labels decoded. For showing, never for comparing. */
export function readableDomain(asciiDomain: string): string {
  return asciiDomain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.')
}

/**
 * A-labels of an international domain, by way of the URL standard's host parser (UTS #46, in Node and in the page).
 * Null unless they and the decoded labels lead to each other, and every label was written as one of the two: then
 * nothing was mapped, dropped or normalised on the way, and no A-label is false.
 */
function internationalDomain(lower: string): string | null {
  const ascii = hostOf(lower)
  if (ascii === null) return null
  const readable = readableDomain(ascii)
  if (readable === ascii || hostOf(readable) !== ascii) return null
  const asciiLabels = ascii.split('.')
  const readableLabels = readable.split('.')
  const labels = lower.split('.')
  const asWritten = labels.every((label, at) => label === asciiLabels[at] || label === readableLabels[at])
  return asWritten && labels.length === asciiLabels.length ? ascii : null
}

function hostOf(domain: string): string | null {
  // Those end the host part of a URL or are decoded in it; a domain has none of them.
  if (/[/?#@:\\%[\]<>^|]/.test(domain) || hasUnfitAddressCharacter(domain)) return null
  const url = `http://${domain}/`
  return URL.canParse(url) ? new URL(url).hostname : null
}
