import { hasDeceivingCharacter } from './characters.ts'
import { decodeEncodedWordsStrictly } from './encoded-words.ts'
import type { HeaderProblemReason } from './header-problem.ts'
import { comparableAddress, type MailAddress, parseMailAddress } from './mail-address.ts'
import { done, failed, type Result } from './result.ts'

// Where the field was folded; no line holds one. Python's older reader ends a quoted name or a comment there.
const fold = '\n'

type Token =
  /** a run of characters between white space and specials; dots included, as in an unquoted "John Q. Public" */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  /** `text` is what stands between the angle brackets, verbatim */
  | { readonly kind: 'angle'; readonly text: string }
  | { readonly kind: 'bare-address'; readonly text: string }

/**
 * Reads the lines of a field that names one sender: one mailbox (RFC 5322, 3.4), either `addr-spec` or
 * `display-name <addr-spec>`, comments beside it. Narrower than the grammar where programs are known to disagree:
 * no group, route or literal, no fold inside quotes or a comment, nothing but the plain address between the angle
 * brackets, and no name or comment that, plain or decoded, looks like another address.
 */
export function readMailbox(lines: readonly string[]): Result<MailAddress, HeaderProblemReason> {
  const tokens = tokenize(lines.join(fold))
  if (!tokens.ok) return tokens
  if (tokens.value.length === 0) return failed('empty')
  const meaningful = tokens.value.filter((token) => token.kind !== 'comment')
  const last = meaningful.at(-1)
  const angles = meaningful.filter((token) => token.kind === 'angle').length
  const bareAddresses = meaningful.filter((token) => token.kind === 'bare-address').length
  if (angles + bareAddresses === 0) return failed('no-address')
  if (angles > 1) return failed('several-addresses')
  if (angles === 1 && last?.kind !== 'angle') return failed('text-after-address')
  // `a@b <a@b>`: outside the grammar, but shop and form scripts write it, and both readings are the same mailbox.
  const namedByAddress = bareAddresses === 1 && meaningful.length === 2
  if (angles === 1 && bareAddresses > 0 && !namedByAddress) return failed('name-not-quoted')
  if (angles === 0 && (meaningful.length > 1 || last?.kind !== 'bare-address'))
    return failed('text-after-address')

  const address = parseMailAddress(last?.text ?? '')
  if (!address.ok) return failed('address-malformed')
  if (namedByAddress && !isAddress(meaningful[0]?.text ?? '', address.value)) return failed('name-not-quoted')
  const fault = nameFault(tokens.value, address.value)
  return fault === null ? address : failed(fault)
}

/**
 * What stands beside the address in lines that `readMailbox` accepted: the display name, else the comments; as written
 * but for its quotes. Empty when there is neither, or the name is the address once more.
 */
export function readMailboxName(lines: readonly string[]): string {
  const tokens = tokenize(lines.join(fold))
  if (!tokens.ok) return ''
  const textOf = (...kinds: readonly Token['kind'][]): string =>
    tokens.value
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join(' ')
  return textOf('word', 'quoted') || textOf('comment')
}

function tokenize(text: string): Result<readonly Token[], HeaderProblemReason> {
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    const character = text.charAt(position)
    if (' \t\n'.includes(character)) {
      position += 1
      continue
    }
    const token = tokenAt(text, position, character)
    if (!token.ok) return token
    const before = tokens.at(-1)
    // `(a (b) c)user@good.example`: some end the comment at its first `)` and take the rest for a part of the address.
    const nestedBefore = before?.kind === 'comment' && before.text.includes('(')
    if (nestedBefore && token.value.token.kind === 'bare-address') return failed('comment-malformed')
    tokens.push(token.value.token)
    position = token.value.end
  }
  return done(tokens)
}

type TokenAt = { readonly token: Token; readonly end: number }

function tokenAt(text: string, start: number, character: string): Result<TokenAt, HeaderProblemReason> {
  switch (character) {
    case '"':
      return quotedAt(text, start)
    case '(':
      return commentAt(text, start)
    case '<':
      return angleAt(text, start)
    case ',':
    case ';':
      return failed('several-addresses')
    case ':':
      return failed('group')
    case ')':
      return failed('comment-malformed')
    case '>':
    case '[':
    case ']':
    case '\\':
      return failed('address-malformed')
    default:
      return done(wordAt(text, start))
  }
}

function wordAt(text: string, start: number): TokenAt {
  let end = start
  while (end < text.length && !'()<>[]:;,\\" \t\n'.includes(text.charAt(end))) end += 1
  const word = text.slice(start, end)
  return { token: { kind: word.includes('@') ? 'bare-address' : 'word', text: word }, end }
}

function angleAt(text: string, start: number): Result<TokenAt, HeaderProblemReason> {
  const end = text.indexOf('>', start)
  if (end < 0) return failed('address-malformed')
  return done({ token: { kind: 'angle', text: text.slice(start + 1, end) }, end: end + 1 })
}

function quotedAt(text: string, start: number): Result<TokenAt, HeaderProblemReason> {
  let content = ''
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '"') return done({ token: { kind: 'quoted', text: content }, end: index + 1 })
    if (character === fold) return failed('quote-malformed')
    if (character === '\\') index += 1
    content += text.charAt(index)
  }
  return failed('quote-malformed')
}

// Comments nest (RFC 5322, 3.2.2). The content keeps inner parentheses, to be judged as one text. Refused is what some
// read otherwise who end a comment at its first `)`: a backslash, `(a\)b)`, and a quote beside a nested one,
// `(a (b) c") <user@good.example>`, which begins a quoted name there.
function commentAt(text: string, start: number): Result<TokenAt, HeaderProblemReason> {
  let depth = 1
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '\\' || character === fold) return failed('comment-malformed')
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth > 0) continue
    const content = text.slice(start + 1, index)
    if (content.includes('(') && content.includes('"')) return failed('comment-malformed')
    return done({ token: { kind: 'comment', text: content }, end: index + 1 })
  }
  return failed('comment-malformed')
}

/** Names and comments are read twice: as they stand, and with encoded words decoded, as receiving programs do. */
function nameFault(tokens: readonly Token[], address: MailAddress): HeaderProblemReason | null {
  const plain = tokens
    .filter((token) => token.kind === 'word' || token.kind === 'quoted' || token.kind === 'comment')
    .map((token) => token.text)
    .join(' ')
  const decoded = decodeEncodedWordsStrictly(plain)
  if (!decoded.ok) return decoded.problem
  if (holdsAddress(plain, address) || holdsAddress(decoded.value, address)) return 'name-holds-address'
  return hasDeceivingCharacter(decoded.value) ? 'name-deceiving' : null
}

/** The sender's own address as its name is ordinary; anything else with the marks of an address is not a name. */
function holdsAddress(name: string, address: MailAddress): boolean {
  if (!/[<>@\uff20\ufe6b]/.test(name)) return false
  if (isAddress(name.trim(), address)) return false
  // "Bar @ Home" is a name; "ceo @ bank.example" isn't.
  return /[<>\uff20\ufe6b]|\S@|@\S|@\s+[^\s@]+\.[^\s@]/.test(name)
}

function isAddress(text: string, address: MailAddress): boolean {
  const named = parseMailAddress(text)
  return named.ok && comparableAddress(named.value) === comparableAddress(address)
}
