import { assertNever } from './result.ts'

/** Why a header block can't be taken: what is malformed, or what two programs could read differently. */
export const headerProblemReasons = [
  // the block
  'too-large',
  'too-many-lines',
  'not-utf-8',
  'too-many-hops',
  // its lines
  'control-character',
  'bare-line-ending',
  'starts-folded',
  'blank-folded-line',
  'no-colon',
  'space-before-colon',
  'field-name-malformed',
  'line-too-long',
  // its fields
  'invisible-character',
  'missing',
  'repeated',
  'empty',
  'several-addresses',
  'group',
  'no-address',
  'address-malformed',
  'text-after-address',
  'comment-malformed',
  'quote-malformed',
  'name-not-quoted',
  'name-holds-address',
  'name-deceiving',
  'encoded-word-unreadable',
] as const
export type HeaderProblemReason = (typeof headerProblemReasons)[number]

/** `field`: its name as written, or as much of the line as can be shown (printable ASCII, at most 40 characters). */
export type HeaderProblem = { readonly reason: HeaderProblemReason; readonly field: string }

/** What is wrong, for the relay's replies and the command line: English, ASCII, one line. Ends with the cure. */
export function headerProblemSentence({ reason, field }: HeaderProblem): string {
  const name = field === '' ? unnamedField : field
  switch (reason) {
    case 'too-large':
      return 'The headers are larger than 256 KB. Send fewer recipients or shorter references.'
    case 'too-many-lines':
      return 'The headers have more than 2,000 lines. Send fewer recipients or shorter references.'
    case 'not-utf-8':
      return 'The headers hold bytes that are not UTF-8. Let the program encode names and subject (RFC 2047).'
    case 'too-many-hops':
      return 'The message has passed this relay too often. Something sends it round in a circle: check the server.'
    case 'control-character':
      return `The header ${name} holds a control character. Remove it.`
    case 'bare-line-ending':
      return `The header ${name} holds a lone CR or LF. End lines with CRLF.`
    case 'starts-folded':
      return 'The headers begin with a space or tab. Begin with a field such as From.'
    case 'blank-folded-line':
      return `The header ${name} goes on with a line of spaces only. Remove that line.`
    case 'no-colon':
      return `The header line "${name}" has no colon. End the headers with an empty line.`
    case 'space-before-colon':
      return `The header ${name} has a space before its colon. Remove the space.`
    case 'field-name-malformed':
      return `The header name "${name}" is not a plain word. Use letters, digits and hyphens.`
    case 'line-too-long':
      return `The header ${name} has a line over 998 characters. Fold it.`
    case 'invisible-character':
      return `The header ${name} holds invisible characters. Remove them.`
    case 'missing':
      return `The message has no ${name} header. Add one with the sender's address.`
    case 'repeated':
      return `The message has more than one ${name} header. Keep one.`
    case 'empty':
      return `The header ${name} is empty. Put one address in it.`
    case 'several-addresses':
      return `The header ${name} has several addresses. Keep one.`
    case 'group':
      return `The header ${name} has a group or a ":" outside quotes. Put one plain address in it.`
    case 'no-address':
      return `The header ${name} holds no address. Write it as name@firm.example.`
    case 'address-malformed':
      return `The address in ${name} is not in plain form. Write it as name@firm.example.`
    case 'text-after-address':
      return `The header ${name} has text after the address. Put the name before it.`
    case 'comment-malformed':
      return `The header ${name} has a comment that is not closed, is folded or is too near the address. Leave it out.`
    case 'quote-malformed':
      return `The header ${name} has quotation marks that are not closed, or on two lines. Write the name on one line.`
    case 'name-not-quoted':
      return `The name in ${name} has characters that need quotation marks. Put the name in "...".`
    case 'name-holds-address':
      return `The name in ${name} looks like another address. Write a name without "@", "<" and ">".`
    case 'name-deceiving':
      return `The name in ${name} holds hidden characters. Write it without them.`
    case 'encoded-word-unreadable':
      return `The encoded name in ${name} cannot be read for certain. Encode it as UTF-8 (RFC 2047).`
    default:
      return assertNever(reason)
  }
}

/** What a reply of this relay said is wrong: its sentence read back. Null when it holds none of these sentences. */
export function headerProblemOf(reply: string): HeaderProblem | null {
  const sentence = reply.replace(/^\d{3} \d\.\d+\.\d+ /, '')
  for (const reason of headerProblemReasons) {
    const [before = '', after] = headerProblemSentence({ reason, field: placeOfField }).split(placeOfField)
    if (after === undefined) {
      if (sentence === before) return { reason, field: '' }
    } else if (sentence.startsWith(before) && sentence.endsWith(after)) {
      const field = sentence.slice(before.length, sentence.length - after.length)
      return { reason, field: field === unnamedField ? '' : field }
    }
  }
  return null
}

const unnamedField = 'a line'
/** No name of a field holds it. */
const placeOfField = '\0'
