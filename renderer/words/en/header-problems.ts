import type { HeaderProblemReason } from '../../../relay/domain/header-problem.ts'
import type { AddressProblemReason } from '../../../relay/domain/mail-address.ts'

/** What is wrong with a message's head, with the field named, and its cure. */
export const headerProblem = {
  'too-large':
    'The head of the message is larger than 256 KB. Send to fewer recipients, or with shorter references.',
  'too-many-lines': 'The head of the message has more than 2,000 lines. Send to fewer recipients.',
  'not-utf-8':
    'The head of the message has letters in an old encoding. Let the program encode names and subject (RFC 2047), or choose UTF-8 there.',
  'too-many-hops':
    'The message has passed this relay too often: something sends it round in a circle. Check the program’s server.',
  'control-character': '{{field}} holds a control character. Remove it.',
  'bare-line-ending':
    '{{field}} holds a line end that is only half there. Let the program end lines with CRLF.',
  'starts-folded': 'The message begins with a space. Let it begin with a field such as From.',
  'blank-folded-line': '{{field}} goes on with a line of spaces. Remove that line.',
  'no-colon':
    'The line “{{field}}” has no colon. Put an empty line between the head of the message and its text.',
  'space-before-colon': '{{field}} has a space before its colon. Remove the space.',
  'field-name-malformed': '“{{field}}” is no name for a field. Use letters, digits and hyphens.',
  'line-too-long': '{{field}} has a line of more than 998 characters. Break it.',
  'invisible-character':
    '{{field}} holds invisible characters. Remove them: type the address anew instead of pasting it.',
  missing: 'The message has no {{field}}. Enter the sender’s address in the program.',
  repeated: 'The message has {{field}} more than once. Leave one.',
  empty: '{{field}} is empty. Enter one address.',
  'several-addresses': '{{field}} has several addresses. Leave one.',
  group: '{{field}} has a group, or a “:” outside quotation marks. Enter one plain address.',
  'no-address': '{{field}} holds no address. Write it like info@yourcompany.com.',
  'address-malformed': 'The address in {{field}} is not in plain form. Write it like info@yourcompany.com.',
  'text-after-address': '{{field}} has text after the address. Put the name before it.',
  'comment-malformed': '{{field}} has a comment in brackets that can be read in two ways. Leave it out.',
  'quote-malformed':
    '{{field}} has quotation marks that don’t close, or on two lines. Write the name on one line.',
  'name-not-quoted': 'The name in {{field}} has signs that need quotation marks. Write it in "…".',
  'name-holds-address':
    'The name in {{field}} looks like another address. Write a name without “@”, “<” and “>”.',
  'name-deceiving': 'The name in {{field}} holds hidden characters. Type it anew.',
  'encoded-word-unreadable':
    'The name in {{field}} can’t be read for certain. Let the program encode it as UTF-8 (RFC 2047).',
} satisfies Record<HeaderProblemReason, string>

export const addressProblem = {
  empty: 'No address is there.',
  'too-long': 'It is longer than an address can be.',
  'forbidden-character': 'It holds a space or a hidden character.',
  'more-than-one': 'It can be read as more than one address.',
  'source-route': 'It gives a route instead of an address.',
  'no-at-sign': 'It has no “@”.',
  'quoted-local-part': 'It has quotation marks.',
  'local-part-malformed': 'What stands before the “@” is not in plain form.',
  'address-literal': 'It has a number in brackets instead of a domain.',
  'domain-malformed': 'What stands after the “@” is not a domain.',
} satisfies Record<AddressProblemReason, string>
