import type { Database } from '../queue/database.ts'
import { searchReach, setSearchReach } from '../queue/search-reach.ts'
import { integerOf, rowOf, textOf, textOrNull } from '../queue/sql.ts'
import type { Writer } from '../queue/writer.ts'
import {
  blockEntries,
  type Chapter,
  chapterBlocks,
  chaptersOf,
  emptyMatrix,
  loadPages,
  type Matrix,
  markIn,
  pageCount,
  saveChapter,
  savePages,
} from './search-chapter.ts'
import { type Mark, markText, markValue } from './search-grams.ts'

export const chapterEntries = blockEntries * chapterBlocks

const entriesAtOnce = 512
const pagesAtOnce = 256

/** One line of the journal as it is indexed: a message or a refusal, by the time it came. */
type Line = { readonly number: number; mark(mark: Mark): void }

/**
 * Indexes the next 16,384 lines, oldest first, when there are as many: in slices of a few milliseconds, `pause` in
 * between. False when there were fewer (than `atLeast`): a search looks at those themselves. Lines younger than `before` wait.
 */
export async function indexNextChapter(
  database: Database,
  writer: Writer,
  before: number,
  pause: () => Promise<void>,
  atLeast = chapterEntries,
): Promise<boolean> {
  const reach = searchReach(database)
  if (!hasMore(database, reach, before, atLeast)) return false
  // While lines are read, changes to any of them are noted: they may come after their line was.
  setSearchReach(database, before)
  try {
    const chapter = await writeChapter(database, writer, { reach, before }, pause)
    await writer.write(() => saveChapter(database, chapter), 'unsynced')
    setSearchReach(database, chapter.last)
  } catch (fault) {
    setSearchReach(database, reach)
    throw fault
  }
  return true
}

async function writeChapter(
  database: Database,
  writer: Writer,
  { reach, before }: { readonly reach: number; readonly before: number },
  pause: () => Promise<void>,
): Promise<Chapter> {
  const matrix = emptyMatrix()
  const blocks: number[] = []
  let last = reach
  for (let count = 0; count < chapterEntries; ) {
    const lines = linesAfter(database, last, before, Math.min(entriesAtOnce, chapterEntries - count))
    for (const line of lines) {
      if (count % blockEntries === 0) blocks.push(line.number)
      line.mark(markIn(matrix, blocks.length - 1))
      count += 1
      last = line.number
    }
    if (lines.length === 0) break
    await pause()
  }
  const number = (chaptersOf(database)[0]?.number ?? 0) + 1
  await writePages(database, writer, number, matrix, pause)
  return { number, first: blocks[0] ?? last, last, blocks }
}

async function writePages(
  database: Database,
  writer: Writer,
  chapter: number,
  matrix: Matrix,
  pause: () => Promise<void>,
): Promise<void> {
  for (let page = 0; page < pageCount; page += pagesAtOnce) {
    await writer.write(() => savePages(database, chapter, matrix, page, page + pagesAtOnce), 'unsynced')
    await pause()
  }
}

/** Brings what was touched into the index, a chapter at a time. Cheap when nothing was. */
export async function indexTouched(
  database: Database,
  writer: Writer,
  pause: () => Promise<void>,
): Promise<void> {
  for (const chapter of chaptersOf(database)) {
    const touched = database
      .statement('SELECT number FROM search_touched WHERE number BETWEEN ? AND ?')
      .all(chapter.first, chapter.last)
      .map((row) => integerOf(rowOf(row), 'number'))
    if (touched.length === 0) continue
    const matrix = emptyMatrix()
    loadPages(database, chapter.number, matrix)
    await pause()
    const seen = touched.map((number) => ({ number, attempts: markAgain(database, chapter, matrix, number) }))
    await writePages(database, writer, chapter.number, matrix, pause)
    await writer.write(() => {
      // Not what got another answer meanwhile: each attempt brings one.
      const remove = database.statement(
        `DELETE FROM search_touched WHERE number = ?
          AND NOT EXISTS (SELECT 1 FROM message WHERE id = search_touched.number AND attempts > ?)`,
      )
      for (const { number, attempts } of seen) remove.run(number, attempts)
    }, 'unsynced')
  }
}

/** The first block whose successor starts above a number. */
export function blockOf({ blocks }: Pick<Chapter, 'blocks'>, number: number): number {
  const after = blocks.findIndex((first) => first > number)
  return Math.max(0, (after < 0 ? blocks.length : after) - 1)
}

/** Gives how many attempts the message has had. */
function markAgain(database: Database, chapter: Chapter, matrix: Matrix, number: number): number {
  const row = database.statement(`SELECT ${messageColumns}, attempts FROM message WHERE id = ?`).get(number)
  if (row === undefined) return 0
  markMessage(row, markIn(matrix, blockOf(chapter, number)))
  return integerOf(rowOf(row), 'attempts')
}

function hasMore(database: Database, reach: number, before: number, atLeast: number): boolean {
  const from = (table: 'message' | 'refusal'): number => {
    const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE id > ? AND id < ? LIMIT ?)`
    return integerOf(rowOf(database.statement(sql).get(reach, before, atLeast)), 'count')
  }
  const messages = from('message')
  return messages >= atLeast || messages + from('refusal') >= atLeast
}

const messageColumns = 'id, user, login, mail_from, recipients, subject, reply'

function linesAfter(database: Database, after: number, before: number, limit: number): readonly Line[] {
  const messages = database
    .statement(`SELECT ${messageColumns} FROM message WHERE id > ? AND id < ? ORDER BY id LIMIT ?`)
    .all(after, before, limit)
    .map((row): Line => ({ number: integerOf(rowOf(row), 'id'), mark: (mark) => markMessage(row, mark) }))
  const refusals = database
    .statement(
      `SELECT id, user, login, address, reply FROM refusal WHERE id > ? AND id < ? ORDER BY id LIMIT ?`,
    )
    .all(after, before, limit)
    .map((row): Line => ({ number: integerOf(rowOf(row), 'id'), mark: (mark) => markRefusal(row, mark) }))
  if (refusals.length === 0) return messages
  return [...messages, ...refusals].sort((one, other) => one.number - other.number).slice(0, limit)
}

function markMessage(value: unknown, mark: Mark): void {
  const row = rowOf(value)
  markValue('user', textOf(row, 'user'), mark)
  markValue('login', textOf(row, 'login'), mark)
  for (const column of ['mail_from', 'recipients', 'subject', 'reply']) markText(textOf(row, column), mark)
}

function markRefusal(value: unknown, mark: Mark): void {
  const row = rowOf(value)
  const [user, login] = [textOrNull(row, 'user'), textOrNull(row, 'login')]
  if (user !== null) markValue('user', user, mark)
  if (login !== null) markValue('login', login, mark)
  markText(textOrNull(row, 'address') ?? '', mark)
  markText(textOf(row, 'reply'), mark)
}
