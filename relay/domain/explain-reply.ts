import { knownReplies } from './known-replies.ts'
import { type ReplyCause, type ReplyHelper, replyHelpers } from './reply-causes.ts'

/** `code` and `enhanced`: as they stood in it (RFC 5321 4.2, RFC 3463), or null. */
export type ExplainedReply = {
  readonly cause: ReplyCause
  readonly helper: ReplyHelper
  /** the wording is known; otherwise it was read by its codes */
  readonly isKnown: boolean
  readonly code: number | null
  readonly enhanced: string | null
}

const longestText = 4000

/**
 * What a server's answer or a mail program's error means. `text`: as pasted or from the log, one line or many; only
 * its first 4,000 characters are read. Known wordings first, then the enhanced code (IANA's registry of SMTP enhanced
 * status codes, RFC 3463, 4954, 5248, 7372), then the basic code (RFC 5321 4.2.2, 4.2.3).
 */
export function explainReply(text: string): ExplainedReply {
  const line = text.slice(0, longestText).replaceAll(/\s+/g, ' ').trim()
  const enhanced = enhancedOf(line)
  const code = basicOf(line)
  const explained = (cause: ReplyCause, isKnown: boolean): ExplainedReply => ({
    cause,
    helper: replyHelpers[cause],
    isKnown,
    code,
    enhanced,
  })
  if (code !== null && code < 400) return explained('accepted', false)
  const found = knownReplies.find(({ pattern }) => pattern.test(line))
  if (found) return explained(found.cause, true)
  if (enhanced !== null) return explained(causeOfEnhanced(enhanced), false)
  return explained(code === null ? 'not-a-reply' : causeOfBasic(code), false)
}

function enhancedOf(line: string): string | null {
  return /(?:^|[\s#(:<'"-])([245]\.\d{1,3}\.\d{1,3})(?=$|[\s,;:)>\]])/.exec(line)?.[1] ?? null
}

// A reply's own code stands first, or after words that quote it: "The mail server responded: 550 …".
function basicOf(line: string): number | null {
  const found =
    /^[<[(" ]*([2-5]\d\d)(?=[ -]|$)/.exec(line) ??
    /(?:respon\w*|said|returned|replied|reply|rispo\w*|error|exception|refused|code|login|smtp)\b[^0-9]{0,40}([2-5][0-5]\d)(?=[ ,:;-]|$)/i.exec(
      line,
    )
  return found ? Number(found[1]) : null
}

/** By detail, for the codes whose number says it all; the temporary ones of the same detail mean the same cause. */
const causeOfDetail: Readonly<Record<string, ReplyCause>> = {
  '1.1': 'recipient-unknown',
  '1.2': 'recipient-domain-unknown',
  '1.3': 'recipient-malformed',
  '1.6': 'recipient-moved',
  '1.7': 'sender-malformed',
  '1.8': 'sender-domain-unknown',
  '1.10': 'recipient-domain-unknown',
  '2.1': 'recipient-disabled',
  '2.2': 'recipient-mailbox-full',
  '2.3': 'message-too-large',
  '3.1': 'server-storage-full',
  '3.2': 'server-busy',
  '3.4': 'message-too-large',
  '4.1': 'server-busy',
  '4.2': 'connection-cut',
  '4.3': 'recipient-domain-unknown',
  '4.4': 'recipient-domain-unknown',
  '4.5': 'sending-too-fast',
  '4.6': 'mail-loop',
  '4.7': 'waited-too-long',
  '5.1': 'commands-out-of-order',
  '5.2': 'command-not-understood',
  '5.3': 'too-many-recipients',
  '5.4': 'command-not-understood',
  '5.6': 'command-not-understood',
  '6.0': 'headers-malformed',
  '6.1': 'content-not-convertible',
  '6.2': 'content-not-convertible',
  '6.3': 'content-not-convertible',
  '6.5': 'content-not-convertible',
  '6.7': 'international-address-refused',
  '6.8': 'international-address-refused',
  '6.9': 'international-address-refused',
  '7.1': 'policy-problem',
  '7.2': 'recipient-takes-no-mail-from-you',
  '7.4': 'sign-in-kind-refused',
  '7.8': 'credentials-wrong',
  '7.9': 'sign-in-kind-refused',
  '7.10': 'encryption-needed',
  '7.11': 'encryption-needed',
  '7.12': 'app-password-needed',
  '7.13': 'account-inactive',
  '7.15': 'sending-too-fast',
  '7.16': 'message-too-large',
  '7.17': 'recipient-moved',
  '7.20': 'dkim-failed',
  '7.21': 'dkim-failed',
  '7.22': 'dkim-failed',
  '7.23': 'spf-failed',
  '7.24': 'spf-failed',
  '7.25': 'no-reverse-name',
  '7.26': 'dmarc-failed',
  '7.27': 'sender-domain-unknown',
  '7.28': 'sending-too-fast',
}

const causeOfSubject: Readonly<Record<string, ReplyCause>> = {
  1: 'address-problem',
  2: 'mailbox-problem',
  3: 'server-problem',
  4: 'network-problem',
  5: 'protocol-problem',
  6: 'content-problem',
  7: 'policy-problem',
}

function causeOfEnhanced(enhanced: string): ReplyCause {
  const [kind, subject = '', detail = ''] = enhanced.split('.')
  if (kind === '2') return 'accepted'
  const wide = kind === '4' ? 'temporary-problem' : 'permanent-problem'
  return causeOfDetail[`${subject}.${detail}`] ?? causeOfSubject[subject] ?? wide
}

const causeOfCode: Readonly<Record<number, ReplyCause>> = {
  421: 'server-busy',
  432: 'app-password-needed',
  450: 'temporary-problem',
  451: 'server-problem',
  452: 'server-storage-full',
  454: 'sign-in-not-working-now',
  455: 'command-not-understood',
  500: 'command-not-understood',
  501: 'command-not-understood',
  502: 'command-not-understood',
  503: 'commands-out-of-order',
  504: 'command-not-understood',
  521: 'recipient-domain-unknown',
  523: 'encryption-needed',
  525: 'account-inactive',
  530: 'sign-in-required',
  534: 'sign-in-kind-refused',
  535: 'credentials-wrong',
  538: 'encryption-needed',
  550: 'permanent-problem',
  551: 'recipient-moved',
  552: 'message-too-large',
  553: 'address-problem',
  554: 'permanent-problem',
  555: 'command-not-understood',
  556: 'recipient-domain-unknown',
}

function causeOfBasic(code: number): ReplyCause {
  return causeOfCode[code] ?? (code < 500 ? 'temporary-problem' : 'permanent-problem')
}
