import { evidenceLine } from '../../relay/domain/probe-evidence.ts'
import type { RequestOutput } from '../../relay/ipc/contract.ts'
import type { RelayContract } from '../../relay/ipc/relay-contract.ts'
import { redact as redactReply } from '../../relay/secrets/redact.ts'
import type { Snapshot } from '../ipc/window-contract.ts'
import { redact as redactLog } from '../relay-process/redact.ts'

const mostRows = 30

type MessageDetail = NonNullable<RequestOutput<RelayContract, 'showMessage'>>

/** What the report is made of. Messages come without their subject and text, users without what they note down. */
export type ReportSources = {
  readonly snapshot: Snapshot
  /** the messages that did not go through at once, each with its attempts */
  readonly attempts: readonly Pick<MessageDetail, 'summary' | 'attempts'>[]
  /** the last lines of the logs, by their file's name */
  readonly logs: Readonly<Record<string, readonly string[]>>
  /** versions of what the app runs on */
  readonly versions: Readonly<Record<string, string | undefined>>
  /** shown as `~`: it usually names the person */
  readonly home: string
  readonly nowMs: number
  readonly withAddresses: boolean
}

/** The report for support: plain text for people, in English. Every line is redacted once more, whatever it is of. */
export function supportReport(sources: ReportSources): string {
  const { snapshot, withAddresses, home } = sources
  const { app, relay, counts } = snapshot
  const chapters: readonly (readonly [string, readonly string[]])[] = [
    [
      'Program',
      [
        `SMTP+ Companion ${app.version} on ${app.platform}, in ${app.preferences.language}`,
        ...Object.entries(sources.versions).map(([name, version]) => `${name} ${version ?? 'unknown'}`),
        `keychain ${app.keychain}; data in ${app.dataDirectory}`,
        `settings set aside: ${app.settingsSetAside ?? 'none'}; set-up done: ${app.setUpDone}`,
      ],
    ],
    [
      'Relay',
      [
        `${relay.status}, restarts ${relay.restarts}, settings ${relay.saved} saved, ${relay.inForce} in force`,
        `listens on ${relay.listen.map(({ address, port }) => `${address} port ${port}`).join(', ') || 'nothing'}`,
        ...relay.problems.map((problem) => `problem: ${JSON.stringify(problem)}`),
        `today ${counts.sentToday} sent, ${counts.refusedToday} refused, ${counts.failedToday} failed; now ${counts.waiting} waiting, ${counts.held} on hold, ${counts.uncertain} uncertain`,
      ],
    ],
    ['SMTP+ users', snapshot.users.map(userLine)],
    ['Sign-ins of programs', snapshot.logins.map(loginLine)],
    ['Alerts, newest first', snapshot.alerts.slice(0, mostRows).map(alertLine)],
    [
      'Refusals, newest first',
      snapshot.refusals
        .slice(0, mostRows)
        .map(
          ({ at, login, user, reason, identity, address, reply }) =>
            `${at} ${reason}, sign-in ${login ?? '-'}, user ${user ?? '-'}, ${identity ?? '-'} ${address ?? '-'}: ${reply}`,
        ),
    ],
    ['Messages with trouble, and what the server answered', sources.attempts.flatMap(attemptLines)],
    ['Last connection check', checkLines(snapshot)],
    [
      'DNS records',
      app.domainRecords.map((view) => `${view.domain} at ${view.at}: ${recordsInWords(view.found)}`),
    ],
    ...Object.entries(sources.logs).map(([name, lines]) => [`Log: ${name}`, lines] as const),
  ]
  const shown = (line: string): string => {
    const safe = redactLog(redactReply(line)).replaceAll(home === '' ? '\0' : home, '~')
    return withAddresses ? safe : maskAddresses(safe)
  }
  const head = [
    'SMTP+ Companion: report for support',
    `Made ${new Date(sources.nowMs).toISOString()}. Addresses are ${withAddresses ? 'complete' : 'shortened'}.`,
    'Not in it: passwords, their hashes, subjects and texts of messages.',
  ]
  const body = chapters.flatMap(([title, lines]) =>
    ['', `== ${title} ==`].concat(lines.length === 0 ? 'none' : lines.map(shown)),
  )
  return `${[...head, ...body].join('\n')}\n`
}

/** `anna@firm.example` becomes `a…@firm.example`: enough to tell senders apart, not to write to anybody. */
export function maskAddresses(text: string): string {
  return text.replaceAll(
    /("[^"]*"|[^\s<>"'(),:;@[\]]+)@(?=[^\s@])/gu,
    (_whole, local: string) => `${String.fromCodePoint(local.replace('"', '').codePointAt(0) ?? 63)}…@`,
  )
}

function userLine(user: Snapshot['users'][number]): string {
  const { id, server, port, encryption, status, password, entries, unauthorizedSenders } = user
  const unverified = entries.filter(({ state }) => state === 'not-verified' || state === 'waiting').length
  return `${id}: ${status}, ${server} port ${port}, ${encryption}, password: kept ${password}, entries: ${entries.length} (not verified: ${unverified}), other senders: ${unauthorizedSenders}`
}

function loginLine(login: Snapshot['logins'][number]): string {
  const { name, user, status, auth, needsPassword, kind, lastSeenAt } = login
  return `${name}: ${status}, for user ${user}, ${kind ?? 'some program'}, recognised by ${auth === 'none' ? 'address' : needsPassword ? 'sign-in, which has no password yet' : 'sign-in'}, last seen ${lastSeenAt ?? 'never'}`
}

function alertLine(alert: Snapshot['alerts'][number]): string {
  const { lastAt, kind, reason, state, count, user, login, about } = alert
  const what = reason === null ? kind : `${kind}, ${reason}`
  return `${lastAt} ${what} (${state}, times: ${count}), user ${user ?? '-'}, sign-in ${login ?? '-'}: ${about}`
}

function attemptLines({ summary, attempts }: ReportSources['attempts'][number]): readonly string[] {
  const { id, state, holdReason, user, login, mailFrom, recipients, bytes, queuedAt } = summary
  const [first = '-'] = recipients
  const others = recipients.length > 1 ? ` and ${recipients.length - 1} more` : ''
  const why = holdReason === null ? state : `${state}, ${holdReason}`
  return [
    `${queuedAt} ${id} ${why}, user ${user}, sign-in ${login}, from ${mailFrom} to ${first}${others}, ${bytes} bytes`,
    ...attempts.map(({ at, outcome, stage, reply }) => `  ${at} ${outcome} at ${stage}: ${reply}`),
  ]
}

function recordsInWords(found: Snapshot['app']['domainRecords'][number]['found']): string {
  if (found.reason !== 'read') return found.reason
  const { spf, dkim, dmarc } = found
  const keys = dkim.map(({ name, status, target }) =>
    `${name.split('.')[0]} ${status} ${target ?? ''}`.trim(),
  )
  return `SPF ${spf.status} [${spf.records.join('] [')}]; DKIM ${keys.join(', ')}; DMARC ${dmarc.status} [${dmarc.record ?? ''}]`
}

function checkLines({ checks }: Snapshot): readonly string[] {
  const stages = checks.at(-1)?.progress ?? []
  return stages.map(
    ({ port, stage: { stage, verdict, ms, evidence } }) =>
      `port ${port} ${stage}: ${verdict}, ${Math.round(ms)} ms: ${evidenceLine(evidence)}`,
  )
}
