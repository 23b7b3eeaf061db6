import { hasInvisibleCharacter } from './characters.ts'
import { decodeEncodedWords } from './encoded-words.ts'
import { type HeaderField, headerLimits, readHeaderFields, unfolded } from './header-lines.ts'
import { readMailbox } from './header-mailbox.ts'
import type { HeaderProblem } from './header-problem.ts'
import type { MailAddress } from './mail-address.ts'
import { messagePriority, type Priority } from './priority.ts'
import { done, failed, type Result } from './result.ts'

/** What a header block says about who sends it, and the little else the relay needs of it. */
export type HeaderIdentities = {
  readonly from: MailAddress
  readonly sender: MailAddress | null
  /** one for each field, in order: a message may have been resent several times */
  readonly resentFrom: readonly MailAddress[]
  readonly resentSender: readonly MailAddress[]
  /** decoded, for showing only; at most 200 characters */
  readonly subject: string
  readonly hasDate: boolean
  readonly hasMessageId: boolean
  /** SMTP+'s own: what a message brings itself is left alone */
  readonly hasSmtpApi: boolean
  readonly priority: Priority | null
}

/** Fields made of addresses, message ids or dates: invisible characters in their raw text are never needed there. */
const structuredFields: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-sender',
  'resent-reply-to',
  'resent-to',
  'resent-cc',
  'resent-bcc',
  'return-path',
  'date',
  'resent-date',
  'message-id',
  'resent-message-id',
  'in-reply-to',
  'references',
])

/** Our own mark in a Received field (see completed-header): a message with this many is going round in a circle. */
export const relayMark = '(SMTP+ Companion)'
const maximumHops = 10

/**
 * Reads the sender identities of a message's header block, byte-strict: canonical CRLF bytes in, up to the first empty
 * line (or the end); what follows is not looked at. Exactly one From, at most one Sender, one mailbox each
 * (RFC 5322, 3.6.2, narrowed), any number of Resent-From and Resent-Sender (3.6.6). What is ambiguous is refused, never
 * guessed. Linear in the block's length.
 */
export function readHeaderIdentities(headerBlock: Uint8Array): Result<HeaderIdentities, HeaderProblem> {
  const fields = readHeaderFields(headerBlock)
  if (!fields.ok) return fields
  const mailboxes: Record<'from' | 'sender' | 'resent-from' | 'resent-sender', MailAddress[]> = {
    from: [],
    sender: [],
    'resent-from': [],
    'resent-sender': [],
  }
  const first = new Map<string, HeaderField>()
  let hops = 0

  for (const field of fields.value) {
    const name = field.name.toLowerCase()
    if (structuredFields.has(name) && field.lines.some((line) => hasInvisibleCharacter(line))) {
      return failed({ reason: 'invisible-character', field: field.name })
    }
    if (name === 'received' && unfolded(field).includes(relayMark)) hops += 1
    if (name === 'from' || name === 'sender' || name === 'resent-from' || name === 'resent-sender') {
      const mailbox = mailboxOf(field)
      if (!mailbox.ok) return mailbox
      mailboxes[name].push(mailbox.value)
    } else if (!first.has(name)) first.set(name, field)
  }
  const textOf = (name: string): string | null => {
    const field = first.get(name)
    return field ? unfolded(field) : null
  }
  const [from, ...moreFrom] = mailboxes.from
  const [sender, ...moreSender] = mailboxes.sender
  if (from === undefined) return failed({ reason: 'missing', field: 'From' })
  if (moreFrom.length > 0) return failed({ reason: 'repeated', field: 'From' })
  if (moreSender.length > 0) return failed({ reason: 'repeated', field: 'Sender' })
  if (hops >= maximumHops) return failed({ reason: 'too-many-hops', field: 'Received' })
  return done({
    from,
    sender: sender ?? null,
    resentFrom: mailboxes['resent-from'],
    resentSender: mailboxes['resent-sender'],
    subject: shownSubject(textOf('subject') ?? ''),
    hasDate: first.has('date'),
    hasMessageId: first.has('message-id'),
    hasSmtpApi: first.has('x-smtpapi'),
    priority: messagePriority({
      xPriority: textOf('x-priority'),
      importance: textOf('importance'),
      priority: textOf('priority'),
    }),
  })
}

function mailboxOf(field: HeaderField): Result<MailAddress, HeaderProblem> {
  if (field.longestLine > headerLimits.lineBytes)
    return failed({ reason: 'line-too-long', field: field.name })
  const mailbox = readMailbox(field.lines)
  return mailbox.ok ? mailbox : failed({ reason: mailbox.problem, field: field.name })
}

function shownSubject(text: string): string {
  const decoded = decodeEncodedWords(text.slice(0, 2_000))
  return decoded
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
