import type { MessageSummary } from '../domain/message-state.ts'
import { readBody } from './claiming.ts'
import { DamagedBody } from './damage.ts'
import type { Database } from './database.ts'
import { searchedColumns } from './journal-filter.ts'
import { actionsOf } from './message-actions.ts'
import { messageNumber } from './message-id.ts'
import { isoTime, summaryColumns, summaryOf } from './message-rows.ts'
import type { AttemptRecord, MessageDetail, QueueCounts, QueueFilter, UserPause } from './queue-contract.ts'
import { searchCondition } from './search-pattern.ts'
import { integerOf, rowOf, type SqlValue, textOf } from './sql.ts'

type Pauses = ReadonlyMap<string, UserPause>

const shownHeaderBytes = 64 * 1024

/** A page of messages, newest first. An id that is none gives an empty page. */
export function listMessages(
  database: Database,
  filter: QueueFilter,
  pauses: Pauses,
): readonly MessageSummary[] {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const demand = (condition: string, ...bound: SqlValue[]): void => {
    conditions.push(condition)
    values.push(...bound)
  }
  if (filter.before !== undefined) {
    const before = messageNumber(filter.before)
    if (before === null) return []
    demand('id < ?', before)
  }
  if (filter.user !== undefined) demand('user = ?', filter.user)
  if (filter.login !== undefined) demand('login = ?', filter.login)
  if (filter.search) {
    const searched = searchCondition(searchedColumns.message, filter.search)
    demand(`(${searched.sql} OR id = ?)`, ...searched.values, messageNumber(filter.search) ?? -1)
  }
  const where = conditions.join(' AND ') || 'true'
  const { states } = filter
  if (!states) {
    return database
      .statement(`SELECT ${summaryColumns} FROM message WHERE ${where} ORDER BY id DESC LIMIT ?`)
      .all(...values, filter.limit)
      .map((row) => summaryOf(row, pauses))
  }
  // One look for each state keeps to the index; of all pages only the newest are read whole.
  const numbers = [...new Set(states)].flatMap((state) => {
    // The index of what is in the queue only serves questions that say so themselves.
    const inQueue = state === 'sent' ? '' : `AND state <> 'sent'`
    return database
      .statement(`SELECT id FROM message WHERE ${where} AND state = ? ${inQueue} ORDER BY id DESC LIMIT ?`)
      .all(...values, state, filter.limit)
      .map((row) => integerOf(rowOf(row), 'id'))
  })
  const read = database.statement(`SELECT ${summaryColumns} FROM message WHERE id = ?`)
  return numbers
    .sort((one, other) => other - one)
    .slice(0, filter.limit)
    .map((number) => summaryOf(read.get(number), pauses))
}

export function summaryById(database: Database, id: string, pauses: Pauses): MessageSummary | null {
  const number = messageNumber(id)
  if (number === null) return null
  const row = database.statement(`SELECT ${summaryColumns} FROM message WHERE id = ?`).get(number)
  return row === undefined ? null : summaryOf(row, pauses)
}

export function messageDetail(database: Database, id: string, pauses: Pauses): MessageDetail | null {
  const summary = summaryById(database, id, pauses)
  const number = messageNumber(id)
  if (summary === null || number === null) return null
  return {
    summary,
    headers: headersOf(database, number),
    attempts: attemptsOf(database, number),
    actions: actionsOf(database, number),
  }
}

/** The stored bytes of a message, or null when it or its bytes are gone (they go once it was sent). */
export function bodyById(database: Database, id: string): Iterable<Uint8Array> | null {
  const number = messageNumber(id)
  if (number === null) return null
  const row = database.statement('SELECT bytes FROM message WHERE id = ?').get(number)
  if (row === undefined || !bodyRemains(database, number)) return null
  return readBody(database, number, integerOf(rowOf(row), 'bytes'))
}

export function countMessages(database: Database): QueueCounts {
  const count = database.statement(
    `SELECT count(*) AS count FROM message WHERE state = ? AND state <> 'sent'`,
  )
  const of = (state: string): number => integerOf(rowOf(count.get(state)), 'count')
  return { waiting: of('waiting') + of('sending'), held: of('held'), uncertain: of('uncertain') }
}

function headersOf(database: Database, number: number): string {
  return Buffer.from(headerBytesOf(database, number, shownHeaderBytes)).toString('utf8')
}

/** The header as stored, at most so much of it; as much as can be read of a damaged one, nothing where it is gone. */
export function headerBytesOf(database: Database, number: number, mostBytes: number): Uint8Array {
  const row = rowOf(database.statement('SELECT header_bytes, bytes FROM message WHERE id = ?').get(number))
  const wanted = Math.min(integerOf(row, 'header_bytes'), mostBytes)
  const read: Uint8Array[] = []
  let size = 0
  if (bodyRemains(database, number)) {
    try {
      for (const chunk of readBody(database, number, integerOf(row, 'bytes'))) {
        read.push(chunk)
        size += chunk.length
        if (size >= wanted) break
      }
    } catch (fault) {
      // Of a damaged message what can be read is shown.
      if (!(fault instanceof DamagedBody)) throw fault
    }
  }
  return Buffer.concat(read).subarray(0, wanted)
}

function bodyRemains(database: Database, number: number): boolean {
  return database.statement('SELECT 1 FROM body_chunk WHERE message = ? LIMIT 1').get(number) !== undefined
}

function attemptsOf(database: Database, number: number): readonly AttemptRecord[] {
  return database
    .statement('SELECT at, outcome, reply, stage FROM attempt WHERE message = ? ORDER BY number')
    .all(number)
    .map((value) => {
      const row = rowOf(value)
      return {
        at: isoTime(integerOf(row, 'at')),
        outcome: textOf(row, 'outcome'),
        reply: textOf(row, 'reply'),
        stage: textOf(row, 'stage'),
      }
    })
}
