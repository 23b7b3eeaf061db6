import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalFilter } from '../../../relay/ipc/journal-requests.ts'
import { type Journal, openJournal } from '../../../relay/journal/journal.ts'
import { type Database, loadDriver, openDatabase } from '../../../relay/queue/database.ts'
import { checkIntegrity } from '../../../relay/queue/integrity.ts'
import { migrate, migrations, schemaVersion } from '../../../relay/queue/migrations.ts'
import { owedNotices } from '../../../relay/queue/owed-notices.ts'
import { type OpenQueue, openQueue } from '../../../relay/queue/queue.ts'
import { bytesOfBody, temporaryDirectory } from '../../support/queue-workbench.ts'

/**
 * `databases/version-N.sql` is a database as the last relay of that version wrote it, killed with one message being
 * sent and one half received. A version that no relay ever ran with is one that it may have died at on the way to the
 * next: the file before it, brought so far.
 */
const neverRan = new Set([4, 7])
const fixtureOf = (version: number): string =>
  join(import.meta.dirname, 'databases', `version-${version}.sql`)
const earlier = Array.from({ length: migrations.length - 1 }, (_, index) => index + 1)

/** The clock of the relays that wrote them stood here. */
const writtenAtMs = Date.parse('2026-03-02T09:05:00Z')

const head = (subject: string): string => `From: info@firm.example\r\nSubject: ${subject}\r\n\r\n`
const small = (subject: string): string => `${head(subject)}Please pay: ${subject}.\r\n`
const bodies: Readonly<Record<string, string | null>> = {
  sent: null,
  failed: small('failed'),
  deferred: small('deferred'),
  partly: small('partly'),
  uncertain: small('uncertain'),
  'held by hand': small('held by hand'),
  'no longer authorized': small('no longer authorized'),
  inactive: small('inactive'),
  large: head('large') + '0123456789abcde\r\n'.repeat(18_000),
  Città: `${head('Città')}Perché no? Ünïcödé.\r\n`,
  sending: small('sending'),
}

describe.each(earlier)('a database of version %i', (version) => {
  let directory: string
  let database: Database
  let queue: OpenQueue
  let journal: Journal

  beforeEach(async () => {
    directory = temporaryDirectory()
    const written = neverRan.has(version) ? version - 1 : version
    const driver = await loadDriver()
    const old = driver.open(join(directory, 'relay.db'))
    old.exec(`PRAGMA journal_mode = WAL; BEGIN; ${readFileSync(fixtureOf(written), 'utf8')} COMMIT;`)
    migrate(old, migrations.slice(0, version))
    expect(schemaVersion(old)).toBe(version)
    old.close()
    const opened = await openDatabase(directory, driver)
    if (!opened.ok) throw new Error(opened.problem.reason)
    database = opened.value
    const nowMs = (): number => writtenAtMs
    queue = openQueue({ database, nowMs })
    journal = openJournal({ database, writer: queue.writer, nowMs, onEvent: () => undefined })
  })
  afterEach(async () => {
    journal.close()
    await queue.close()
    rmSync(directory, { recursive: true, force: true })
  })

  const idOf = (subject: string): string => {
    const found = queue.list({ limit: 100 }).find((one) => one.subject === subject)
    if (!found) throw new Error(`no message ${subject}`)
    return found.id
  }
  const subjects = (filter: JournalFilter): readonly string[] =>
    journal
      .page({ filter, limit: 100 })
      .entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.subject] : []))

  it('is opened where it stands, and brought up to date', () => {
    expect(database.setAside).toBeNull()
    expect(schemaVersion(database.connection)).toBe(migrations.length)
    expect(checkIntegrity(database, false)).toEqual({ faults: [], unreadable: [] })
  })

  it('has every message, where it was', () => {
    expect(queue.recovery).toEqual({ sendingAgain: 1, halfReceived: 1 })
    const states = Object.fromEntries(
      queue
        .list({ limit: 100 })
        .filter(({ subject }) => subject !== 'deleted')
        .map(({ subject, state, holdReason }) => [subject, holdReason ?? state]),
    )
    expect(states).toEqual({
      sent: 'sent',
      failed: 'failed',
      deferred: 'waiting',
      partly: 'waiting',
      uncertain: 'uncertain',
      'held by hand': 'by-hand',
      'no longer authorized': 'sender-not-authorized',
      inactive: 'user-inactive',
      large: 'waiting',
      Città: 'waiting',
      sending: 'waiting',
    })
  })

  it('has their bytes', () => {
    for (const [subject, body] of Object.entries(bodies))
      expect(bytesOfBody(queue.body(idOf(subject)))?.toString('utf8') ?? null, subject).toBe(body)
  })

  it('has every attempt with its reply, and what was refused', () => {
    expect(queue.detail(idOf('partly'))).toMatchObject({
      headers: head('partly'),
      attempts: [{ outcome: 'delivered, failed, deferred', stage: 'rcpt', reply: '452 4.2.2 mailbox full' }],
    })
    expect(queue.summary(idOf('sent'))?.reply).toBe('250 2.0.0 queued as 4711')
    expect(journal.alerts(10).map(({ kind, about }) => [kind, about])).toEqual(
      expect.arrayContaining([
        ['unauthorized-sender', 'boss@bank.example'],
        ['credentials-refused', '535 5.7.8 no'],
      ]),
    )
    expect(journal.page({ filter: { states: ['refused'] }, limit: 10 }).entries).toMatchObject([
      { refusal: { login: 'website', address: 'boss@bank.example' } },
    ])
  })

  it('can be looked through and searched, refusals by their time between the messages', () => {
    expect(subjects({ search: 'CITTÀ' })).toEqual(['Città'])
    expect(subjects({ search: 'zoë@' })).toEqual(['Città'])
    expect(subjects({ search: '550 5.1.1 no bob' })).toEqual([])
    expect(subjects({ states: ['uncertain', 'failed'] })).toEqual(['uncertain', 'failed'])
    const { entries } = journal.page({ filter: {}, limit: 1 })
    expect(entries[0]?.kind).toBe('refusal')
  })

  it('sends all that waits: to those who have not got it, and as it was asked for', async () => {
    const now = writtenAtMs + 2 * 60 * 60_000
    const claimed = queue.claimDue(now, 100, ['office'])
    expect(new Set(claimed.map(({ id }) => queue.summary(id)?.subject))).toEqual(
      new Set(['Città', 'deferred', 'large', 'partly', 'sending', 'uncertain']),
    )
    expect(claimed.find(({ id }) => id === idOf('partly'))?.recipients).toEqual(['cleo@customer.example'])
    expect(claimed.find(({ id }) => id === idOf('Città'))).toMatchObject({
      mailFrom: '',
      smtpUtf8: true,
      recipients: ['zoë@customer.example', 'ann@customer.example'],
      dsn: version < 3 ? null : { ret: 'HDRS', envid: 'QQ314159' },
    })
    for (const { id, recipients } of claimed)
      await queue.settle({
        id,
        stage: 'data-end',
        outcomes: recipients.map((address) => ({ address, outcome: 'delivered', reply: '250 ok' })),
        nextAttemptAtMs: null,
        hold: null,
      })
    expect(queue.counts()).toEqual({ waiting: 0, held: 3, uncertain: 0 })
    expect(queue.summary(idOf('partly'))?.state).toBe('failed')
    expect(await queue.act('release', [idOf('held by hand')])).toBe(1)
  })

  it('still owes what senders were to be told', () => {
    const owed = owedNotices(database, 10).map(({ message }) => message.subject)
    expect(owed).toEqual(version < 5 ? [] : ['failed', 'partly'])
  })
})

describe('the databases kept here', () => {
  it.each(earlier.filter((version) => !neverRan.has(version)))('have one of version %i', (version) => {
    expect(existsSync(fixtureOf(version))).toBe(true)
  })
})
