import type { MessageState } from '../domain/message-state.ts'
import type { JournalFilter } from '../ipc/journal-requests.ts'
import { messageNumber, numberOfTime } from './message-id.ts'
import { searchCondition } from './search-pattern.ts'
import type { SqlValue } from './sql.ts'

/** Conditions on one table's rows, and the values bound to them in order. */
export type Conditions = { readonly sql: string; readonly values: readonly SqlValue[] }

/** A filter as the tables are asked. Numbers are those of messages and refusals: they sort by time. */
export type JournalQuestion = {
  /** null: refusals only */
  readonly messages: Conditions | null
  /** null: messages only */
  readonly refusals: Conditions | null
  /** of messages; null: any */
  readonly states: readonly MessageState[] | null
  readonly user: string | null
  readonly login: string | null
  readonly term: string | null
  /** the oldest number that can match, and the first that is too new */
  readonly from: number
  readonly until: number
}

const newest = Number.MAX_SAFE_INTEGER

export function questionOf(filter: JournalFilter): JournalQuestion {
  const { user, login } = filter
  const term = filter.search?.trim() || null
  const states = filter.states?.filter((state) => state !== 'refused') ?? null
  const wantsRefusals = filter.states === undefined || filter.states.includes('refused')
  const common: (readonly [string, SqlValue])[] = [
    ...(user === undefined ? [] : [['user = ?', user] as const]),
    ...(login === undefined ? [] : [['login = ?', login] as const]),
  ]
  const conditions = (columns: readonly string[]): Conditions => {
    const searched = term === null ? [] : [searchCondition(columns, term)]
    return {
      sql: [...common.map(([sql]) => sql), ...searched.map(({ sql }) => sql)].join(' AND ') || 'true',
      values: [...common.map(([, value]) => value), ...searched.flatMap(({ values }) => values)],
    }
  }
  return {
    messages: states?.length === 0 ? null : conditions(searchedColumns.message),
    refusals: wantsRefusals ? conditions(searchedColumns.refusal) : null,
    states,
    user: user ?? null,
    login: login ?? null,
    term,
    from: filter.since === undefined ? 0 : Math.max(0, numberOfTime(Date.parse(filter.since))),
    until: filter.until === undefined ? newest : numberOfTime(Date.parse(filter.until)),
  }
}

/** Part of the journal, both numbers included. `wide`: more than can be looked through line by line. */
export type Stretch = { readonly from: number; readonly until: number; readonly wide: boolean }

/** What to ask of `message` about a stretch: one query, or one for each state that has an index. */
export function messageQueries(
  { messages, states }: JournalQuestion,
  { from, until, wide }: Stretch,
): readonly Conditions[] {
  if (messages === null) return []
  const query = (source: string, condition: string, ...bound: readonly SqlValue[]): Conditions => ({
    sql: `${source} WHERE id BETWEEN ? AND ? ${condition} AND ${messages.sql}`,
    values: [from, until, ...bound, ...messages.values],
  })
  if (states === null) return [query('', '')]
  // As JSON: one text of the statement, however many states are asked for.
  if (!wide) return [query('', 'AND state IN (SELECT value FROM json_each(?))', JSON.stringify(states))]
  return [...new Set(states)].map((state) =>
    state === 'sent'
      ? query('', 'AND state = ?', state)
      : query('INDEXED BY message_in_queue', `AND state = ? AND state <> 'sent'`, state),
  )
}

export function refusalQueries(
  { refusals }: JournalQuestion,
  { from, until }: Stretch,
): readonly Conditions[] {
  if (refusals === null) return []
  return [{ sql: `WHERE id BETWEEN ? AND ? AND ${refusals.sql}`, values: [from, until, ...refusals.values] }]
}

/** The number of the one message that a search text names, or null. */
export function numberSearched({ term }: JournalQuestion): number | null {
  return term === null ? null : messageNumber(term.toLowerCase())
}

/** What a search looks through. The search index is made of exactly these. */
export const searchedColumns = {
  message: ['mail_from', 'recipients', 'subject', 'reply'],
  refusal: ['address', 'reply'],
} as const
