import type { JournalEntry, JournalFilter, JournalOrder, JournalPage } from '../ipc/journal-requests.ts'
import type { Database } from '../queue/database.ts'
import {
  type Conditions,
  type JournalQuestion,
  messageQueries,
  numberSearched,
  questionOf,
  refusalQueries,
  type Stretch,
} from '../queue/journal-filter.ts'
import { timeOfNumber } from '../queue/message-id.ts'
import { isoTime, summaryColumns, summaryOf } from '../queue/message-rows.ts'
import type { UserPause } from '../queue/queue-contract.ts'
import { integerOf, rowOf } from '../queue/sql.ts'
import { stretches } from './journal-stretches.ts'
import { refusalColumns, refusalOf } from './refusals.ts'

type Found = { readonly number: number; entry(): JournalEntry }

export type PageWish = {
  readonly filter: JournalFilter
  /** newest first when it is left out */
  readonly order?: JournalOrder | undefined
  /** the `next` of the page before */
  readonly before?: string | undefined
  readonly limit: number
}

/** A search that takes longer answers what it has, and goes on when asked again. */
export const searchLimitMs = 35
const countLimit = 1000

/** A page of the journal: messages and refusals by the time they came. */
export function journalPage(
  database: Database,
  wish: PageWish,
  pauses: ReadonlyMap<string, UserPause>,
  limitMs = searchLimitMs,
): JournalPage {
  const order = wish.order ?? 'newest-first'
  const question = questionBeyond(questionOf(wish.filter), order, wish.before)
  const deadline = performance.now() + limitMs
  const named = namedMessage(database, question, pauses)
  if (named !== null)
    return { entries: wish.before === undefined ? [named] : [], next: null, searchedTo: null }
  const entries: JournalEntry[] = []
  for (const stretch of stretches(database, question, order)) {
    const found = entriesIn(database, question, stretch, {
      order,
      limit: wish.limit - entries.length,
      pauses,
    })
    for (const one of found) entries.push(one.entry())
    const last = found.at(-1)
    if (entries.length >= wish.limit && last) return pageUntil(entries, last.number)
    if (performance.now() > deadline) {
      return pageUntil(entries, order === 'newest-first' ? stretch.from : stretch.until)
    }
  }
  return { entries, next: null, searchedTo: null }
}

/** How many entries match: counting ends above 1000, or when it takes long. */
export function countEntries(
  database: Database,
  filter: JournalFilter,
  limitMs = searchLimitMs,
): { readonly count: number; readonly exact: boolean } {
  const question = questionOf(filter)
  const deadline = performance.now() + limitMs
  if (namedMessage(database, question, new Map()) !== null) return { count: 1, exact: true }
  let count = 0
  for (const stretch of stretches(database, question, 'newest-first')) {
    count += numbersIn(database, question, stretch, countLimit + 1 - count)
    if (count > countLimit) return { count: countLimit, exact: false }
    if (performance.now() > deadline) return { count, exact: false }
  }
  return { count, exact: true }
}

function pageUntil(entries: JournalEntry[], number: number): JournalPage {
  return { entries, next: String(number), searchedTo: isoTime(timeOfNumber(number)) }
}

/** What is left of a question after the pages that were answered. What is no `next` leaves nothing. */
function questionBeyond(
  question: JournalQuestion,
  order: JournalOrder,
  before: string | undefined,
): JournalQuestion {
  if (before === undefined) return question
  const number = Number(before)
  if (!Number.isSafeInteger(number)) return { ...question, until: question.from }
  return order === 'newest-first'
    ? { ...question, until: Math.min(question.until, number) }
    : { ...question, from: Math.max(question.from, number + 1) }
}

function namedMessage(
  database: Database,
  question: JournalQuestion,
  pauses: ReadonlyMap<string, UserPause>,
): JournalEntry | null {
  const number = numberSearched(question)
  if (number === null) return null
  const row = database.statement(`SELECT ${summaryColumns} FROM message WHERE id = ?`).get(number)
  return row === undefined ? null : { kind: 'message', message: summaryOf(row, pauses) }
}

type EntryWish = {
  readonly order: JournalOrder
  readonly limit: number
  readonly pauses: ReadonlyMap<string, UserPause>
}

function entriesIn(
  database: Database,
  question: JournalQuestion,
  stretch: Stretch,
  { order, limit, pauses }: EntryWish,
): readonly Found[] {
  const isNewestFirst = order === 'newest-first'
  const sorted = `ORDER BY id ${isNewestFirst ? 'DESC' : 'ASC'} LIMIT ?`
  const messages = messageQueries(question, stretch).flatMap(({ sql, values }) =>
    database
      .statement(`SELECT ${summaryColumns} FROM message ${sql} ${sorted}`)
      .all(...values, limit)
      .map(
        (row): Found => ({
          number: integerOf(rowOf(row), 'id'),
          entry: () => ({ kind: 'message', message: summaryOf(row, pauses) }),
        }),
      ),
  )
  const refusals = refusalQueries(question, stretch).flatMap(({ sql, values }) =>
    database
      .statement(`SELECT ${refusalColumns} FROM refusal ${sql} ${sorted}`)
      .all(...values, limit)
      .map(
        (row): Found => ({
          number: integerOf(rowOf(row), 'id'),
          entry: () => ({ kind: 'refusal', refusal: refusalOf(row) }),
        }),
      ),
  )
  const direction = isNewestFirst ? -1 : 1
  return [...messages, ...refusals]
    .sort((one, other) => direction * (one.number - other.number))
    .slice(0, limit)
}

function numbersIn(database: Database, question: JournalQuestion, stretch: Stretch, limit: number): number {
  const count = (table: 'message' | 'refusal', { sql, values }: Conditions): number => {
    const text = `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} ${sql} LIMIT ?)`
    return integerOf(rowOf(database.statement(text).get(...values, limit)), 'count')
  }
  const counts = [
    ...messageQueries(question, stretch).map((query) => count('message', query)),
    ...refusalQueries(question, stretch).map((query) => count('refusal', query)),
  ]
  return counts.reduce((sum, one) => sum + one, 0)
}
