import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalFilter, JournalOrder } from '../../../relay/ipc/journal-requests.ts'
import { countEntries, journalPage } from '../../../relay/journal/journal-pages.ts'
import { chaptersOf } from '../../../relay/journal/search-chapter.ts'
import { chapterEntries, indexNextChapter, indexTouched } from '../../../relay/journal/search-index.ts'
import { numberOfTime } from '../../../relay/queue/message-id.ts'
import { touch } from '../../../relay/queue/search-reach.ts'
import { createWriter } from '../../../relay/queue/writer.ts'
import { driverNames, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

const startMs = Date.now() - 24 * 60 * 60_000
const isoAfter = (seconds: number): string => new Date(startMs + seconds * 1000).toISOString()
const noPause = async (): Promise<void> => undefined
const lines = chapterEntries + 3000

/** A line every second; each tenth a refusal. */
function fill({ database }: Workbench): void {
  const message = database.statement(
    `INSERT INTO message (id, state, user, login, mail_from, recipients, subject, identities, priority, smtp_utf8,
      eight_bit_mime, bytes, header_bytes, queued_at, changed_at, next_attempt_at, attempts, reply)
      VALUES (?, ?, ?, 'accounting', 'info@firm.example', ?, ?, '[]', 3, 0, 0, 9, 9, ?, ?, NULL, 1, '250 ok')`,
  )
  const refusal = database.statement(
    `INSERT INTO refusal VALUES (?, ?, 'accounting', ?, 'sender-not-authorized', NULL, ?, '550 no')`,
  )
  database.connection.exec('BEGIN')
  for (let index = 0; index < lines; index++) {
    const atMs = startMs + index * 1000
    const number = numberOfTime(atMs)
    const user = index % 1000 === 0 ? 'rare' : 'office'
    if (index % 10 === 5) refusal.run(number, atMs, user, `x${index}@else.example`)
    else {
      const state = index % 500 === 1 ? 'deleted' : 'sent'
      const subject = index === 4242 ? 'Offerta per la CITTÀ' : `Invoice ${index}`
      message.run(number, state, user, `["to${index}@else.example"]`, subject, atMs, atMs)
    }
  }
  database.connection.exec('COMMIT')
}

describe.each(driverNames)('a long journal on %s', (driver) => {
  let bench: Workbench
  const page = (filter: JournalFilter, before?: string) =>
    journalPage(bench.database, { filter, before, limit: 100 }, new Map(), 60_000)
  const subjects = (filter: JournalFilter): readonly string[] =>
    page(filter).entries.map((entry) =>
      entry.kind === 'message' ? entry.message.subject : (entry.refusal.address ?? ''),
    )

  beforeEach(async () => {
    bench = await openWorkbench({ driver })
    fill(bench)
    const writer = createWriter(bench.database, { rideMs: 0 })
    const young = numberOfTime(startMs + lines * 1000)
    expect(await indexNextChapter(bench.database, writer, young, noPause)).toBe(true)
    expect(await indexNextChapter(bench.database, writer, young, noPause)).toBe(false)
  })
  afterEach(() => bench.remove())

  it('gives every entry once, newest first, messages and refusals mixed', () => {
    const times: number[] = []
    let next: string | undefined
    do {
      const { entries, next: following } = page({ since: isoAfter(4 * 3600) }, next)
      for (const entry of entries) {
        times.push(Date.parse(entry.kind === 'message' ? entry.message.queuedAt : entry.refusal.at))
      }
      next = following ?? undefined
    } while (next !== undefined)
    const expected = Array.from(
      { length: lines - 4 * 3600 },
      (_, index) => startMs + (lines - 1 - index) * 1000,
    )
    expect(times).toEqual(expected)
  })

  it.each<[string, JournalFilter]>([
    ['all', { since: isoAfter(4 * 3600) }],
    ['a search', { search: 'invoice 12' }],
    ['a user', { user: 'rare' }],
    ['a state', { states: ['deleted'] }],
    ['what was sent', { states: ['sent'], since: isoAfter(5 * 3600) }],
    ['refusals found by a word', { search: 'else.example', states: ['refused'] }],
  ])('gives the same from the oldest on as from the newest: %s', (_what, filter) => {
    const inOrder = (order: JournalOrder, limitMs: number): readonly string[] => {
      const ids: string[] = []
      let before: string | undefined
      do {
        const wish = { filter, order, before, limit: 100 }
        const { entries, next } = journalPage(bench.database, wish, new Map(), limitMs)
        ids.push(...entries.map((entry) => (entry.kind === 'message' ? entry.message.id : entry.refusal.id)))
        before = next ?? undefined
      } while (before !== undefined)
      return ids
    }
    const newestFirst = inOrder('newest-first', 60_000)
    expect(newestFirst.length).toBeGreaterThan(10)
    expect(inOrder('oldest-first', 60_000)).toEqual(newestFirst.toReversed())
    expect(inOrder('oldest-first', 0)).toEqual(newestFirst.toReversed())
  })

  it('finds the same by its index as by looking at every line', () => {
    expect(subjects({ search: 'INVOICE 123' })).toHaveLength(100)
    expect(subjects({ search: 'voice 1234' })).toEqual(
      [12349, 12348, 12347, 12346, 12344, 12343, 12342, 12341, 12340, 1234].map((at) => `Invoice ${at}`),
    )
    expect(subjects({ search: 'to17@' })).toEqual(['Invoice 17'])
    expect(subjects({ search: `to${lines - 1}@` })).toEqual([`Invoice ${lines - 1}`])
    expect(subjects({ search: 'x25@' })).toEqual(['x25@else.example'])
    expect(subjects({ search: 'nothing of the kind' })).toEqual([])
    expect(subjects({ search: 'q%' })).toEqual([])
  })

  it('finds capitals and small letters of any alphabet as one, through the index', () => {
    expect(chaptersOf(bench.database)).toHaveLength(1)
    for (const search of ['città', 'CITTÀ', 'la cittÀ', 'à']) {
      expect(subjects({ search })).toEqual(['Offerta per la CITTÀ'])
    }
    expect(subjects({ search: 'citta' })).toEqual([])
  })

  it('filters by user, state and time together', () => {
    expect(subjects({ user: 'rare' })).toHaveLength(Math.ceil(lines / 1000))
    expect(subjects({ user: 'rare', search: 'Invoice 3000' })).toEqual(['Invoice 3000'])
    expect(subjects({ user: 'nobody' })).toEqual([])
    expect(subjects({ states: ['deleted'], until: isoAfter(600) })).toEqual(['Invoice 501', 'Invoice 1'])
    expect(subjects({ states: ['refused'], search: 'x1005@' })).toEqual(['x1005@else.example'])
    expect(subjects({ states: ['sent', 'deleted'], search: 'Invoice 501' })[0]).toBe('Invoice 5019')
  })

  it('counts up to a thousand', () => {
    expect(countEntries(bench.database, {})).toEqual({ count: 1000, exact: false })
    expect(countEntries(bench.database, { search: 'to17@' }, 60_000)).toEqual({ count: 1, exact: true })
  })

  it('finds an answer that came after its line was indexed, at once and after the index has it', async () => {
    const { database } = bench
    const number = numberOfTime(startMs + 4000)
    database.statement('UPDATE message SET reply = ?, attempts = 2 WHERE id = ?').run('250 zebra', number)
    expect(subjects({ search: 'zebra' })).toEqual([])
    touch(database, number)
    expect(subjects({ search: 'zebra' })).toEqual(['Invoice 4'])
    await indexTouched(database, createWriter(database, { rideMs: 0 }), noPause)
    expect(database.statement('SELECT * FROM search_touched').all()).toEqual([])
    expect(subjects({ search: 'zebra' })).toEqual(['Invoice 4'])
  })

  it('answers what it has when time is up, and goes on from there', () => {
    const filter: JournalFilter = { search: 'to17@' }
    let answer = journalPage(bench.database, { filter, limit: 10 }, new Map(), 0)
    expect(answer.entries).toEqual([])
    let pages = 1
    while (answer.next !== null) {
      answer = journalPage(bench.database, { filter, before: answer.next, limit: 10 }, new Map(), 0)
      if (answer.entries.length > 0) break
      pages += 1
    }
    expect(answer.entries).toMatchObject([{ message: { subject: 'Invoice 17' } }])
    expect(pages).toBeGreaterThan(1)
  })

  it('knows its chapters again after the index was closed', () => {
    expect(chaptersOf(bench.database)).toMatchObject([{ number: 1, first: numberOfTime(startMs) }])
  })
})
