import type { HoldReason, MessageSummary } from '../domain/message-state.ts'
import type { MessageDetail } from '../queue/queue-contract.ts'

const holdReasons: Record<HoldReason, string> = {
  'by-hand': 'by hand',
  'user-inactive': 'its user is not active',
  'sender-not-authorized': 'its sender is not authorized',
  'credentials-refused': 'the server refused the user name or password',
  'account-blocked': 'the server says the account is blocked',
  'password-unavailable': 'the password could not be had',
  unreadable: 'it can not be read from the database, or not all of it, so it was set aside',
}

/** A message as scripts see it in `queue list --json`: exactly the public fields. */
export function listedMessage(message: MessageSummary): Record<string, unknown> {
  const { id, state, user, login, mailFrom, recipients, bytes, attempts, nextAttemptAt, reply } = message
  return { id, state, user, login, mailFrom, recipients, bytes, attempts, nextAttemptAt, reply }
}

/** A message as scripts see it in `queue show --json`: the listed fields, and its whole history. */
export function shownMessage(detail: MessageDetail): Record<string, unknown> {
  const { summary, headers, attempts, actions } = detail
  const { subject, queuedAt, changedAt, holdReason } = summary
  return {
    ...listedMessage(summary),
    subject,
    queuedAt,
    changedAt,
    holdReason,
    headers,
    history: attempts,
    actions,
  }
}

/** A message on one line, for people. */
export function messageLine(message: MessageSummary, nowMs = Date.now()): string {
  const [first = 'nobody', ...others] = message.recipients
  const to = others.length === 0 ? first : `${first} and ${others.length} more`
  const parts = [
    `${message.mailFrom || 'no sender'} to ${to}`,
    `${message.bytes} bytes`,
    message.attempts === 1 ? '1 attempt' : `${message.attempts} attempts`,
    ...(message.nextAttemptAt === null ? [] : [nextAttempt(message.nextAttemptAt, nowMs)]),
    ...(message.holdReason === null ? [] : [holdReasons[message.holdReason]]),
    ...(message.reply === '' ? [] : [message.reply]),
  ]
  return `${message.id}  ${message.state.padEnd(9)}  ${oneLine(parts.join(', '))}`
}

/** What is due follows when those before it do, or when its server can be reached again. */
function nextAttempt(at: string, nowMs: number): string {
  return Date.parse(at) <= nowMs ? 'due' : `next ${at}`
}

/** Everything kept of a message, for people: envelope, attempts with the server's words, header. */
export function messageText({ summary, headers, attempts, actions }: MessageDetail): string {
  const fields: readonly (readonly [string, string])[] = [
    ['State', summary.state],
    ...(summary.holdReason === null ? [] : [['Waits because', holdReasons[summary.holdReason]] as const]),
    ['User', summary.user],
    ['Login', summary.login],
    ['Sender', summary.mailFrom || 'none'],
    ...summary.recipients.map((recipient) => ['Recipient', recipient] as const),
    ['Subject', summary.subject],
    ['Size', `${summary.bytes} bytes`],
    ['Accepted', summary.queuedAt],
    ['Next attempt', summary.nextAttemptAt ?? 'none'],
  ]
  const history = attempts.map(
    ({ at, outcome, reply, stage }) => `  ${at}  ${oneLine(`${outcome} (${stage}): ${reply}`)}`,
  )
  return [
    `Message ${summary.id}`,
    ...fields.map(([name, value]) => `  ${name.padEnd(14)}${oneLine(value)}`),
    history.length === 0 ? 'No attempt yet.' : 'Attempts:',
    ...history,
    ...actions.map(({ at, action, by }) => `  ${at}  ${action} (${by})`),
    headers === '' ? `Its header is gone: it was ${summary.state}.` : 'Header:',
    ...headers
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => harmless(line)),
    '',
  ].join('\n')
}

function oneLine(text: string): string {
  return harmless(text.replaceAll(/\s+/g, ' ').trim())
}

/** What others wrote must not command the terminal, nor turn the text around it. */
function harmless(text: string): string {
  return text.replaceAll(/(?!\t)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '?')
}
