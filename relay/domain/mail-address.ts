import { hasUnfitAddressCharacter } from './characters.ts'
import { canonicalDomain, lowerCaseAscii } from './domain-name.ts'
import { failed, type Result } from './result.ts'

/** One mailbox in plain form. `text` is verbatim; `domain` is in lower-case A-labels, for comparing only. */
export type MailAddress = {
  readonly text: string
  readonly localPart: string
  readonly domain: string
}

export type AddressProblemReason =
  | 'empty'
  | 'too-long'
  | 'forbidden-character'
  | 'more-than-one'
  | 'source-route'
  | 'no-at-sign'
  | 'quoted-local-part'
  | 'local-part-malformed'
  | 'address-literal'
  | 'domain-malformed'

export type AddressProblem = { readonly reason: AddressProblemReason }

const octets = new TextEncoder()
// RFC 5322 3.2.3 dot-atom-text, with the UTF-8 of RFC 6532 3.2.
// An encoded word (RFC 2047) in a local part is decoded by some programs, although none may stand there.
const encodedWordMark = '=?'
const dotString =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/u

/**
 * Reads one mailbox (RFC 5321, 4.1.2 Mailbox; RFC 6531, 3.3 for UTF-8), without angle brackets.
 * Only the plain form is taken: a quoted local part, an address literal or a source route can be read as two
 * different mailboxes by two programs, and nobody's ordinary mail needs them.
 * Limits (RFC 5321, 4.5.3.1): local part 64 octets, domain 255, whole address 254.
 */
export function parseMailAddress(text: string): Result<MailAddress, AddressProblem> {
  if (text === '') return failed({ reason: 'empty' })
  if (text.length > 254) return failed({ reason: 'too-long' })
  if (hasUnfitAddressCharacter(text)) return failed({ reason: 'forbidden-character' })
  if (text.startsWith('@'))
    return failed({ reason: text.includes(':') ? 'source-route' : 'local-part-malformed' })
  if (text.includes('"')) return failed({ reason: 'quoted-local-part' })
  if (/[,;<>]/.test(text)) return failed({ reason: 'more-than-one' })
  const at = text.indexOf('@')
  if (at < 0) return failed({ reason: 'no-at-sign' })
  if (text.includes('@', at + 1)) return failed({ reason: 'more-than-one' })
  const localPart = text.slice(0, at)
  const writtenDomain = text.slice(at + 1)
  if (!dotString.test(localPart) || localPart.includes(encodedWordMark))
    return failed({ reason: 'local-part-malformed' })
  if (writtenDomain.startsWith('[')) return failed({ reason: 'address-literal' })
  const domain = canonicalDomain(writtenDomain)
  if (domain === null) return failed({ reason: 'domain-malformed' })
  if (octets.encode(localPart).length > 64 || octets.encode(text).length > 254)
    return failed({ reason: 'too-long' })
  return { ok: true, value: { text, localPart, domain } }
}

/**
 * The form in which addresses are compared: A–Z lower-cased (SMTP+ tidies upper case; no two people share a mailbox
 * but for its case), everything else exact.
 */
export function comparableAddress(address: MailAddress): string {
  return `${lowerCaseAscii(address.localPart)}@${address.domain}`
}
