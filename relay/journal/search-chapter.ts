import type { Database } from '../queue/database.ts'
import { bytesOf, integerOf, rowOf } from '../queue/sql.ts'
import { bitCount, type Mark } from './search-grams.ts'

/** Lines of the journal in one block, blocks in one chapter: what a search passes over, or looks at, as one. */
export const blockEntries = 64
export const chapterBlocks = 256

const wordsForBit = chapterBlocks / 32
/** 512 bytes: longer ones would take a page of SQLite's each */
const bitsInPage = 16
const pages = bitCount / bitsInPage
const wordsInPage = bitsInPage * wordsForBit

/** Which numbers a chapter covers. `blocks`: the first number of each block, ascending. */
export type Chapter = {
  readonly number: number
  readonly first: number
  readonly last: number
  readonly blocks: readonly number[]
}

/** For every bit the 256 blocks that have it, as eight words of 32: 1 MB. */
export type Matrix = Uint32Array

export function emptyMatrix(): Matrix {
  return new Uint32Array(bitCount * wordsForBit)
}

/** Marks bits for one block. */
export function markIn(matrix: Matrix, block: number): Mark {
  const offset = block >>> 5
  const word = 1 << (block & 31)
  return (bit) => {
    const at = bit * wordsForBit + offset
    matrix[at] = (matrix[at] ?? 0) | word
  }
}

/** Newest first. Chapters are few: one for 16,384 lines. */
export function chaptersOf(database: Database): readonly Chapter[] {
  return database
    .statement('SELECT number, first, last, blocks FROM search_chapter ORDER BY number DESC')
    .all()
    .map((value) => {
      const row = rowOf(value)
      return {
        number: integerOf(row, 'number'),
        first: integerOf(row, 'first'),
        last: integerOf(row, 'last'),
        blocks: [...new Float64Array(Uint8Array.from(bytesOf(row, 'blocks')).buffer)],
      }
    })
}

/** Runs inside a transaction. */
export function saveChapter(database: Database, { number, first, last, blocks }: Chapter): void {
  database
    .statement('INSERT INTO search_chapter (number, first, last, blocks) VALUES (?, ?, ?, ?)')
    .run(number, first, last, new Uint8Array(Float64Array.from(blocks).buffer))
}

export const pageCount = pages

/** Writes some of the pages of a matrix. Runs inside a transaction. */
export function savePages(
  database: Database,
  chapter: number,
  matrix: Matrix,
  from: number,
  until: number,
): void {
  const save = database.statement(
    'INSERT OR REPLACE INTO search_page (chapter, page, masks) VALUES (?, ?, ?)',
  )
  for (let page = from; page < Math.min(until, pages); page++) {
    const words = matrix.subarray(page * wordsInPage, (page + 1) * wordsInPage)
    save.run(chapter, page, new Uint8Array(words.buffer, words.byteOffset, words.byteLength))
  }
}

/** Adds what is kept of a chapter to a matrix. */
export function loadPages(database: Database, chapter: number, matrix: Matrix): void {
  const read = database.statement('SELECT masks FROM search_page WHERE chapter = ? AND page = ?')
  for (let page = 0; page < pages; page++) {
    const words = wordsOf(read.get(chapter, page))
    words.forEach((word, at) => {
      const place = page * wordsInPage + at
      matrix[place] = (matrix[place] ?? 0) | word
    })
  }
}

/** Which blocks of a chapter have all these bits: the positions, descending. */
export function blocksWith(
  database: Database,
  { number, blocks }: Chapter,
  bits: readonly number[],
): readonly number[] {
  const having = new Uint32Array(wordsForBit).fill(0xffff_ffff)
  const read = database.statement('SELECT masks FROM search_page WHERE chapter = ? AND page = ?')
  for (const bit of bits) {
    const words = wordsOf(read.get(number, Math.floor(bit / bitsInPage)))
    const start = (bit % bitsInPage) * wordsForBit
    let any = 0
    for (let word = 0; word < wordsForBit; word++) {
      const both = (having[word] ?? 0) & (words[start + word] ?? 0)
      having[word] = both
      any |= both
    }
    if (any === 0) return []
  }
  const found: number[] = []
  for (let block = blocks.length - 1; block >= 0; block--) {
    if (((having[block >>> 5] ?? 0) & (1 << (block & 31))) !== 0) found.push(block)
  }
  return found
}

function wordsOf(row: unknown): Uint32Array {
  if (row === undefined) return new Uint32Array(wordsInPage)
  const bytes = bytesOf(rowOf(row), 'masks')
  // A view needs a start that is a multiple of four.
  return bytes.byteOffset % 4 === 0
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
    : new Uint32Array(Uint8Array.from(bytes).buffer)
}
