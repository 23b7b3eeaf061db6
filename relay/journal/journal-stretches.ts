import type { JournalOrder } from '../ipc/journal-requests.ts'
import type { Database } from '../queue/database.ts'
import type { JournalQuestion, Stretch } from '../queue/journal-filter.ts'
import { integerOf, rowOf } from '../queue/sql.ts'
import { blocksWith, type Chapter, chaptersOf } from './search-chapter.ts'
import { bitsOfTerm, markValue } from './search-grams.ts'
import { blockOf } from './search-index.ts'

const unindexedAtOnce = 1024
const fewInQueue = 4000

/**
 * The stretches that may hold what is asked for, in the order asked for. Computed as they are taken: who has enough
 * stops. What is not indexed yet comes whole; of what is, only the blocks whose bits say so.
 */
export function* stretches(
  database: Database,
  question: JournalQuestion,
  order: JournalOrder,
): Generator<Stretch> {
  const { from } = question
  const end = question.until - 1
  if (end < from) return
  const bits = bitsOf(question)
  if (bits.length === 0 || isShort(database, question)) {
    // Who asks for sent mail alone may have to pass over much that isn't.
    if (question.states?.includes('sent')) yield* unindexed(database, from, end, order)
    else yield { from, until: end, wide: true }
    return
  }
  const chapters = chaptersOf(database)
  // Not `searchReach`: while a chapter is being written, that is ahead of what can be looked up.
  const young = Math.max(from, (chapters[0]?.last ?? -1) + 1)
  if (order === 'newest-first') yield* unindexed(database, young, end, order)
  for (const chapter of order === 'newest-first' ? chapters : chapters.toReversed()) {
    if (chapter.last < from || chapter.first > end) continue
    const found = ofChapter(database, chapter, bits, from, end)
    yield* order === 'newest-first' ? found : found.toReversed()
  }
  if (order === 'oldest-first') yield* unindexed(database, young, end, order)
}

// Few messages are in a state that is asked for: their own index leads straight to them.
function isShort(database: Database, { messages, refusals, states }: JournalQuestion): boolean {
  if (refusals !== null || states === null || states.includes('sent')) return false
  if (messages === null) return true
  const count = database.statement(
    `SELECT count(*) AS count FROM
      (SELECT 1 FROM message WHERE state = ? AND state <> 'sent' LIMIT ${fewInQueue})`,
  )
  const counts = states.map((state) => integerOf(rowOf(count.get(state)), 'count'))
  return counts.reduce((sum, one) => sum + one, 0) < fewInQueue
}

function bitsOf({ user, login, term }: JournalQuestion): readonly number[] {
  const bits: number[] = []
  const mark = (bit: number): void => void bits.push(bit)
  if (user !== null) markValue('user', user, mark)
  if (login !== null) markValue('login', login, mark)
  return term === null ? bits : [...bits, ...bitsOfTerm(term)]
}

function* unindexed(database: Database, from: number, end: number, order: JournalOrder): Generator<Stretch> {
  const isNewestFirst = order === 'newest-first'
  const sql = (table: 'message' | 'refusal'): string =>
    `SELECT id FROM ${table} WHERE id <= ? AND id >= ?
      ORDER BY id ${isNewestFirst ? 'DESC' : 'ASC'} LIMIT 1 OFFSET ${unindexedAtOnce}`
  const farEnd = (first: number, last: number): readonly number[] =>
    (['message', 'refusal'] as const).map((table) => {
      const row = database.statement(sql(table)).get(last, first)
      return row === undefined ? (isNewestFirst ? first : last) : integerOf(rowOf(row), 'id')
    })
  for (let first = from, last = end; last >= first; ) {
    const ends = farEnd(first, last)
    const stretch = isNewestFirst
      ? { from: Math.max(...ends), until: last }
      : { from: first, until: Math.min(...ends) }
    yield { ...stretch, wide: false }
    if (isNewestFirst) last = stretch.from - 1
    else first = stretch.until + 1
  }
}

/** Newest first. */
function ofChapter(
  database: Database,
  chapter: Chapter,
  bits: readonly number[],
  from: number,
  end: number,
): readonly Stretch[] {
  const touched = database
    .statement('SELECT number FROM search_touched WHERE number BETWEEN ? AND ?')
    .all(chapter.first, chapter.last)
    .map((row) => blockOf(chapter, integerOf(rowOf(row), 'number')))
  const found = blocksWith(database, chapter, bits)
  const wanted =
    touched.length === 0 ? found : [...new Set([...found, ...touched])].sort((one, other) => other - one)
  return wanted.flatMap((block) => {
    const first = chapter.blocks[block] ?? chapter.first
    const last = (chapter.blocks[block + 1] ?? chapter.last + 1) - 1
    if (last < from || first > end) return []
    return [{ from: Math.max(first, from), until: Math.min(last, end), wide: false }]
  })
}
