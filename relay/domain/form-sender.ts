import { hasDeceivingCharacter } from './characters.ts'
import type { Decision } from './decision.ts'
import { decodeEncodedWordsStrictly } from './encoded-words.ts'
import type { HeaderIdentities } from './header-identities.ts'
import { readMailboxName } from './header-mailbox.ts'
import { comparableAddress, type MailAddress, parseMailAddress } from './mail-address.ts'

/** How many different addresses one sign-in must have put into From before they are taken for a form's visitors. */
const differentVisitors = 3
/** A name longer than this is no name. */
const longestName = 120

/** The last addresses that one sign-in had in From without being authorized, while its envelope sender was. */
export type FormHistory = readonly string[]

/**
 * Does this look like an online form that puts its visitors into From? The envelope sender is authorized, header From
 * isn't, and it is ever another one. Pure: the history comes from whoever judges.
 */
export function looksLikeFormSender(decision: Decision, history: FormHistory): boolean {
  if (!isFormCase(decision)) return false
  const seen = [...history, decision.address ?? ''].map(comparable)
  return new Set(seen).size >= differentVisitors
}

/** The envelope sender passed and header From did not: identities are judged in that order. */
export function isFormCase({ reason, identity }: Decision): boolean {
  return reason === 'sender-not-authorized' && identity === 'header-from'
}

/**
 * The header block with the authorized envelope sender in From and the visitor in Reply-To (unless there is one):
 * SMTP+'s own cure for online forms. The visitor's name stays as plain text where it is one; every other byte stays as
 * it is, and no other field keeps the visitor's address, since none could be told from an identity. The result is to
 * be judged by the strict parser like any other block.
 * `block`: one that readHeaderIdentities accepted.
 */
export function rewriteFormSender(
  block: Uint8Array,
  header: Pick<HeaderIdentities, 'from'>,
  envelopeSender: MailAddress,
): Uint8Array {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(block)
  const lines = text.split('\r\n')
  const start = lines.findIndex((line) => /^from:/i.test(line))
  let end = start + 1
  while (/^[ \t]/.test(lines[end] ?? '')) end += 1
  const written = [(lines[start] ?? '').slice('from:'.length), ...lines.slice(start + 1, end)]
  const name = plainName(readMailboxName(written))
  const from =
    name === '' ? `From: ${envelopeSender.text}` : `From: ${writeName(name)} <${envelopeSender.text}>`
  const blank = lines.indexOf('')
  const fields = blank < 0 ? lines : lines.slice(0, blank)
  const replyTo = fields.some((line) => /^reply-to:/i.test(line)) ? [] : [`Reply-To: ${header.from.text}`]
  const rewritten = [...lines.slice(0, start), from, ...replyTo, ...lines.slice(end)]
  return new TextEncoder().encode(rewritten.join('\r\n'))
}

// Without marks of an address, which would now be another one than the mailbox beside it; and without tricks.
function plainName(written: string): string {
  const decoded = decodeEncodedWordsStrictly(written)
  if (!decoded.ok) return ''
  const name = decoded.value.replaceAll(/\s+/gu, ' ').trim()
  const isPlain = !/[@<>\uff20\ufe6b]/.test(name) && !/\p{C}/u.test(name) && !hasDeceivingCharacter(name)
  return isPlain && name.length <= longestName ? name : ''
}

/** As a quoted string where every program reads it alike, else in encoded words (RFC 2047, 5 (3)), one a line. */
function writeName(name: string): string {
  if (/^[A-Za-z0-9 .'_&+-]+$/.test(name)) return `"${name}"`
  const words: string[] = []
  let part = ''
  for (const character of name) {
    // A line with an encoded word has at most 76 characters, its "From: " included: 42 octets make 56 of Base64.
    if (octets.encode(part + character).length > 42) {
      words.push(part)
      part = ''
    }
    part += character
  }
  words.push(part)
  return `${words.map((word) => `=?UTF-8?B?${base64(word)}?=`).join('\r\n ')}\r\n`
}

const octets = new TextEncoder()

function base64(text: string): string {
  return btoa(String.fromCodePoint(...octets.encode(text)))
}

function comparable(text: string): string {
  const address = parseMailAddress(text)
  return address.ok ? comparableAddress(address.value) : text
}
