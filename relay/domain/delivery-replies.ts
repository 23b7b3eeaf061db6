import type { DeliveryStage, DeliveryVerdict } from './delivery-outcome.ts'

/** One row of the table: which answers of a server it is about, and what they mean. Absent: any. */
export type ReplyRule = {
  readonly name: string
  /** where it is written down */
  readonly source: string
  readonly stages?: readonly DeliveryStage[]
  /** whole codes (552), or their first digit alone (5) */
  readonly codes?: readonly number[]
  /** the enhanced status code (RFC 3463) */
  readonly enhanced?: RegExp
  readonly text?: RegExp
  readonly verdict: DeliveryVerdict
}

const delivered: DeliveryVerdict = { outcome: 'delivered' }
const deferred: DeliveryVerdict = { outcome: 'deferred', alert: null }
const slower: DeliveryVerdict = { outcome: 'deferred', alert: null, slowDown: true }
const refused: DeliveryVerdict = { outcome: 'failed', reason: 'refused-by-server' }
const serverTrouble: DeliveryVerdict = { outcome: 'deferred', alert: 'upstream-unreachable' }
const credentials: DeliveryVerdict = {
  outcome: 'held',
  hold: 'credentials-refused',
  alert: 'credentials-refused',
}
const blocked: DeliveryVerdict = { outcome: 'held', hold: 'account-blocked', alert: 'account-blocked' }

const before: readonly DeliveryStage[] = ['password', 'connect', 'greeting', 'starttls']
const transaction: readonly DeliveryStage[] = ['mail-from', 'rcpt', 'data', 'end-of-data']
const notRecipient: readonly DeliveryStage[] = ['mail-from', 'data', 'end-of-data']

const accountWords =
  /\b(?:account|user|customer|sender|subscription)\b[^.]{0,40}\b(?:blocked|disabled|suspended|inactive|not active|deactivated|locked|expired)\b/i
const quotaWords =
  /\b(?:daily|hourly|monthly|sending|submission|account|trial)\b[^.]{0,30}\b(?:limit|quota|credits?)\b|\bout of credits?\b/i
const rateWords =
  /\btoo many (?:messages|mails|e-?mails|connections|sessions|requests)\b|\brate\b|\bthrottl|\btoo (?:fast|quickly)\b|\bslow down\b|\b(?:limit|quota)\b[^.]{0,20}\b(?:exceeded|reached)\b|\bexceed(?:ed|s|ing)?\b[^.]{0,40}\b(?:limit|quota)\b/i

/**
 * The one table of a server's answers, read from the top: the first row that fits counts. `X.1` and `X.2` speak of one
 * recipient's address and mailbox (RFC 3463 3.2, 3.3), so they never slow a whole user down.
 */
export const replyRules: readonly ReplyRule[] = [
  { name: 'taken over', source: 'RFC 5321 4.2.5', stages: ['end-of-data'], codes: [2], verdict: delivered },

  // Before the sign-in nothing was said of any message: a 554 in the greeting may be gone an hour later.
  { name: 'not ready for us', source: 'RFC 5321 3.1', stages: before, verdict: serverTrouble },

  { name: 'account disabled', source: 'RFC 5248, X.7.13', codes: [525], verdict: blocked },
  { name: 'account disabled, in full', source: 'RFC 5248, X.7.13', enhanced: /^5\.7\.13$/, verdict: blocked },

  {
    name: 'no such command',
    source: 'RFC 4954 4',
    stages: ['auth'],
    codes: [500, 502, 503, 504],
    verdict: serverTrouble,
  },
  {
    name: 'account, not password',
    source: 'texts',
    stages: ['auth'],
    codes: [5],
    text: accountWords,
    verdict: blocked,
  },
  { name: 'password refused', source: 'RFC 4954 6', stages: ['auth'], codes: [5], verdict: credentials },
  { name: 'new password needed', source: 'RFC 4954 6', stages: ['auth'], codes: [432], verdict: credentials },
  { name: 'sign-in not now', source: 'RFC 4954 6', stages: ['auth'], verdict: serverTrouble },

  // 530 and 535 ask for a sign-in, 534 and 538 for another kind: our affair and not the message's.
  {
    name: 'sign in first',
    source: 'RFC 4954 6',
    stages: transaction,
    codes: [530, 534, 535, 538],
    verdict: credentials,
  },
  // Out of step, not refused: a new session can go well.
  { name: 'out of order', source: 'RFC 5321 4.2.4', stages: transaction, codes: [503], verdict: deferred },
  // "Too many recipients" by an old server: as if it were 452.
  {
    name: 'too many recipients',
    source: 'RFC 5321 4.5.3.1.10',
    stages: ['rcpt'],
    codes: [552],
    verdict: deferred,
  },
  {
    name: 'takes no mail at all',
    source: 'RFC 7504 4',
    stages: ['mail-from'],
    codes: [521],
    verdict: serverTrouble,
  },
  {
    name: 'account blocked',
    source: 'texts',
    stages: ['mail-from'],
    codes: [5],
    text: accountWords,
    verdict: blocked,
  },
  {
    name: 'quota used up',
    source: 'texts',
    stages: notRecipient,
    codes: [5],
    text: quotaWords,
    verdict: blocked,
  },
  {
    name: 'quota, in full',
    source: 'RFC 3463 3.5',
    stages: notRecipient,
    enhanced: /^5\.4\.5$/,
    verdict: blocked,
  },
  { name: 'refused for good', source: 'RFC 5321 4.2.1', stages: transaction, codes: [5], verdict: refused },

  {
    name: 'one mailbox, later',
    source: 'RFC 3463 3.3',
    stages: ['rcpt'],
    codes: [4],
    enhanced: /^4\.[12]\./,
    verdict: deferred,
  },
  {
    name: 'recipients of one message',
    source: 'RFC 5321 4.5.3.1.10',
    codes: [4],
    enhanced: /^4\.5\.3$/,
    verdict: deferred,
  },
  // The usual way to make a stranger come back once: it says nothing about speed.
  { name: 'greylisted', source: 'RFC 6647 2', codes: [4], text: /gr[ae]y-?list/i, verdict: deferred },
  {
    name: 'not so fast',
    source: 'texts',
    stages: transaction,
    codes: [421, 450, 451, 452, 454],
    text: rateWords,
    verdict: slower,
  },
  {
    name: 'takes no more for now',
    source: 'RFC 3463 3.4',
    stages: transaction,
    codes: [4],
    enhanced: /^4\.3\.2$/,
    verdict: slower,
  },
  // At RCPT a bare 4.7 is how greylisting looks without the word.
  {
    name: 'policy, for now',
    source: 'RFC 3463 3.8',
    stages: notRecipient,
    codes: [421, 450, 451, 452],
    enhanced: /^4\.7\./,
    verdict: slower,
  },
  {
    name: 'rate, in full',
    source: 'RFC 3463 3.8',
    stages: ['rcpt'],
    codes: [4],
    enhanced: /^4\.7\.28$/,
    verdict: slower,
  },
]

/** What no row speaks of waits: a 4xx, and what has no place in the protocol (2xx to RCPT). */
const later: ReplyRule = { name: 'later', source: 'RFC 5321 4.2.1', verdict: deferred }

/** The row that counts for a server's answer at a stage of the session; `text`: the answer word for word. */
export function replyRule(stage: DeliveryStage, code: number, text: string): ReplyRule {
  const enhanced = enhancedCode(text) ?? ''
  return (
    replyRules.find(
      (rule) =>
        (rule.stages?.includes(stage) ?? true) &&
        (rule.codes?.some((one) => one === code || one === Math.floor(code / 100)) ?? true) &&
        (rule.enhanced?.test(enhanced) ?? true) &&
        (rule.text?.test(text) ?? true),
    ) ?? later
  )
}

/** The enhanced status code of a reply (RFC 3463), or null: `550-5.1.1 no` and `550 5.1.1 no` have one. */
export function enhancedCode(reply: string): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(reply)?.[1] ?? null
}
