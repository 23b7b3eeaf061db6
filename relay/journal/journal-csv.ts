import { setImmediate } from 'node:timers/promises'
import type { JournalEntry, JournalFilter, JournalPage } from '../ipc/journal-requests.ts'
import type { PageWish } from './journal-pages.ts'

const columns = [
  'time',
  'kind',
  'id',
  'state',
  'user',
  'login',
  'from',
  'to',
  'subject',
  'bytes',
  'attempts',
  'changed',
  'reason',
  'answer',
] as const

const pageSize = 200

/**
 * The journal as CSV (RFC 4180), newest first, a page at a time: others work in between, memory stays flat. Begins
 * with a byte order mark, which spreadsheets need to read UTF-8. `count` is told how many entries each part has.
 */
export async function* journalCsv(
  page: (wish: PageWish) => JournalPage,
  filter: JournalFilter,
  count: (entries: number) => void,
): AsyncGenerator<string> {
  yield `\ufeff${line(columns)}`
  for (let before: string | undefined; ; ) {
    const { entries, next } = page({ filter, before, limit: pageSize })
    count(entries.length)
    if (entries.length > 0) yield entries.map((entry) => line(cellsOf(entry))).join('')
    if (next === null) return
    before = next
    await setImmediate()
  }
}

function cellsOf(entry: JournalEntry): readonly (string | number)[] {
  if (entry.kind === 'refusal') {
    const { id, at, user, login, address, reason, reply } = entry.refusal
    return [
      at,
      'refusal',
      id,
      'refused',
      user ?? '',
      login ?? '',
      address ?? '',
      '',
      '',
      '',
      '',
      at,
      reason,
      reply,
    ]
  }
  const { message } = entry
  return [
    message.queuedAt,
    'message',
    message.id,
    message.state,
    message.user,
    message.login,
    message.mailFrom,
    message.recipients.join(' '),
    message.subject,
    message.bytes,
    message.attempts,
    message.changedAt,
    message.holdReason ?? '',
    message.reply,
  ]
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/**
 * A spreadsheet takes a cell that begins with = + - @ (or a tab, or a line's end) for a formula, whoever wrote it: an
 * apostrophe in front makes it text (OWASP, CSV injection).
 */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
