import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { JournalFilter } from '../../relay/ipc/journal-requests.ts'
import { countEntries, journalPage } from '../../relay/journal/journal-pages.ts'
import { indexNextChapter } from '../../relay/journal/search-index.ts'
import { type Database, openDatabase } from '../../relay/queue/database.ts'
import { numberOfTime } from '../../relay/queue/message-id.ts'
import { createWriter } from '../../relay/queue/writer.ts'
import { table } from './table.ts'

const dayMs = 24 * 60 * 60_000
const rounds = 15
const pageSize = 100

const names = ['anna', 'bruno', 'carla', 'dario', 'elena', 'fabio', 'giulia', 'hugo', 'ines', 'luca']
const firms = ['rossi', 'verdi', 'bianchi', 'ferrari', 'esposito', 'romano', 'colombo', 'ricci']
const subjects = [
  'Invoice',
  'Order',
  'Delivery note',
  'Reminder',
  'Appointment',
  'Report',
  'Offer',
  'Società',
]

/** A journal of so many lines over 90 days, one in twenty a refusal, as a year's customers would make it. */
function fill(database: Database, entries: number, nowMs: number): void {
  const { connection } = database
  const message = connection.prepare(
    `INSERT INTO message (id, state, user, login, mail_from, recipients, subject, identities, priority, smtp_utf8,
      eight_bit_mime, bytes, header_bytes, queued_at, changed_at, next_attempt_at, attempts, reply)
      VALUES (?, ?, ?, ?, ?, ?, ?, '[]', 3, 0, 0, 4096, 400, ?, ?, NULL, 1, ?)`,
  )
  const attempt = connection.prepare(`INSERT INTO attempt VALUES (?, 1, ?, 'delivered', 'message', ?)`)
  const refusal = connection.prepare(`INSERT INTO refusal VALUES (?, ?, ?, ?, ?, 'header-from', ?, ?)`)
  const stepMs = (90 * dayMs) / entries
  // Always the same: a linear congruential generator (Numerical Recipes).
  let seed = 1
  const pick = (count: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * count)
  }
  connection.exec('BEGIN')
  for (let index = 0; index < entries; index++) {
    const atMs = Math.floor(nowMs - 90 * dayMs - dayMs + index * stepMs)
    const number = numberOfTime(atMs) + pick(2048)
    const user = pick(500) === 0 ? 'rare' : `user${pick(8)}`
    const to = `${names[pick(10)]}.${firms[pick(8)]}${pick(5000)}@customer${pick(300)}.example`
    if (index % 20 === 7) {
      refusal.run(
        number,
        atMs,
        `login${pick(20)}`,
        user,
        'sender-not-authorized',
        to,
        `550 5.7.1 ${to} is not authorized`,
      )
      continue
    }
    const reply = `250 2.0.0 Ok: queued as ${pick(2 ** 32).toString(36)}${pick(2 ** 20).toString(36)}`
    const state = pick(200) === 0 ? 'deleted' : 'sent'
    const subject = `${subjects[pick(8)]} ${pick(1_000_000)} for ${firms[pick(8)]}`
    message.run(
      number,
      state,
      user,
      `login${pick(20)}`,
      `info@firm${pick(4)}.example`,
      `["${to}"]`,
      subject,
      atMs,
      atMs,
      reply,
    )
    attempt.run(number, atMs, reply)
    if (index % 20_000 === 0) connection.exec('COMMIT; BEGIN')
  }
  connection.exec('COMMIT')
}

const breathe = async (): Promise<void> => {
  await setImmediate()
}

const daysAgo = (nowMs: number, days: number): string => new Date(nowMs - days * dayMs).toISOString()

/** What people ask, the awkward among it. */
function questions(nowMs: number): readonly (readonly [string, JournalFilter])[] {
  return [
    ['first page', {}],
    ['page of 80 days ago', { until: daysAgo(nowMs, 80) }],
    ['term in every line', { search: 'example' }],
    ['term in a few lines', { search: 'romano4999@' }],
    ['term in no line', { search: 'zebra crossing' }],
    ['three letters in no line', { search: 'q#z' }],
    ['two letters in many', { search: 'an' }],
    ['two letters in no line', { search: 'q#' }],
    ['common parts, never together', { search: 'example invoice' }],
    ['one user in 500', { user: 'rare' }],
    ['rare user, sent, term', { user: 'rare', states: ['sent'], search: 'invoice' }],
    [
      'user, state, ten days',
      { user: 'user3', states: ['sent'], since: daysAgo(nowMs, 40), until: daysAgo(nowMs, 30) },
    ],
    ['user, state without any', { user: 'user3', states: ['failed'] }],
    ['capitals beyond Z', { search: 'SOCIETÀ' }],
    ['one letter beyond Z', { search: 'À' }],
    ['rare, beyond Z', { search: 'SOCIETÀ 77777' }],
    ['deleted', { states: ['deleted'] }],
    ['refused, term', { states: ['refused'], search: 'customer299' }],
    ['user that is none', { user: 'nobody' }],
  ]
}

/** How long pages and searches of a long journal take. Builds one in a folder of its own; a table with its figures. */
export async function benchJournal(entries = 1_000_000): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'smtp-plus-journal-'))
  try {
    const opened = await openDatabase(directory)
    if (!opened.ok) throw new Error(`no database: ${opened.problem.reason}`)
    const database = opened.value
    const nowMs = Date.now()
    fill(database, entries, nowMs)
    const path = join(directory, 'relay.db')
    database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const plainBytes = statSync(path).size
    const start = process.cpuUsage()
    const writer = createWriter(database, { rideMs: 0 })
    while (await indexNextChapter(database, writer, numberOfTime(nowMs), breathe));
    const { user, system } = process.cpuUsage(start)
    database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const indexBytes = statSync(path).size - plainBytes
    const rows = questions(nowMs).map(([name, filter]) => measured(database, name, filter))
    database.close()
    return [
      `${entries} lines, ${megabytes(plainBytes)} and ${megabytes(indexBytes)} of search index, indexed at ${((user + system) / entries).toFixed(1)} microseconds of processor time a line`,
      table([['question', 'found', 'more', 'page, median', 'page, worst', 'count, worst'], ...rows]),
    ].join('\n')
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function measured(database: Database, name: string, filter: JournalFilter): readonly string[] {
  const times: number[] = []
  const counts: number[] = []
  let page = journalPage(database, { filter, limit: pageSize }, new Map())
  for (let round = 0; round < rounds; round++) {
    const startMs = performance.now()
    page = journalPage(database, { filter, limit: pageSize }, new Map())
    times.push(performance.now() - startMs)
    const countStartMs = performance.now()
    countEntries(database, filter)
    counts.push(performance.now() - countStartMs)
  }
  times.sort((one, other) => one - other)
  const found = String(page.entries.length)
  return [
    name,
    found,
    page.next === null ? 'no' : page.entries.length < pageSize ? 'goes on' : 'yes',
    milliseconds(times[Math.floor(rounds / 2)] ?? 0),
    milliseconds(times.at(-1) ?? 0),
    milliseconds(Math.max(...counts)),
  ]
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
