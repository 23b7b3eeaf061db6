import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../relay/domain/language.ts'
import { alertWords } from '../../relay/journal/alert-words.ts'
import { loadDriver, visitDatabase } from '../../relay/queue/database.ts'
import { checkIntegrity, quarantine } from '../../relay/queue/integrity.ts'
import { alertsTo, type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const info = 'info@firm.example'
const mail = (subject: string): string =>
  `From: ${info}\r\nTo: x@else.example\r\nSubject: ${subject}\r\n\r\nPlease pay.\r\n`

let office: OwnRelay
let dataDirectory: string
afterEach(() => office.close())

/** Something that is not the relay writes into its database, as a failing disk might. */
async function damage(sql: string): Promise<void> {
  const other = (await loadDriver()).open(join(dataDirectory, 'relay.db'))
  other.exec(`PRAGMA busy_timeout = 2000; ${sql}`)
  other.close()
}

async function start(): Promise<void> {
  dataDirectory ??= await temporaryFolder()
  office = await startOwnRelay({ dataDirectory, beside: alertsTo('admin@else.example') })
}

const sent = (text: string): boolean => office.upstream.messages.some(({ bytes }) => bytes.includes(text))
const messages = () => office.relay.queue.list({ limit: 9 }).filter(({ login }) => login === 'website')
const alertBecause = (reason: string) =>
  waitUntil(`an alert because of ${reason}`, () => office.alerts().find((one) => one.reason === reason))

/** Two messages that the server doesn't take for now; gives the id of the first. */
async function twoThatWait(): Promise<string> {
  dataDirectory = await temporaryFolder()
  await start()
  office.behave({ rcpt: '451 4.3.0 later' })
  await office.send(info, mail('first'))
  await office.send(info, mail('second'))
  await waitUntil('both tried', () => messages().every(({ attempts }) => attempts > 0))
  return messages().find(({ subject }) => subject === 'first')?.id ?? ''
}

const ofFirst = `(SELECT id FROM message WHERE subject = 'first')`
const damages = {
  'part of its bytes is gone': `DELETE FROM body_chunk WHERE message = ${ofFirst}`,
  'its bytes were cut': `UPDATE body_chunk SET bytes = substr(bytes, 1, 40) WHERE message = ${ofFirst}`,
  'its bytes could end it early': `UPDATE body_chunk SET bytes = CAST(substr(bytes, 1, length(bytes) - 4) || X'0A2E0A0D0A' AS BLOB) WHERE message = ${ofFirst}`,
  'its line can’t be read': `UPDATE message SET recipients = '{' WHERE id = ${ofFirst}`,
}

describe('a message that was damaged on disk', () => {
  it.each(Object.entries(damages))('%s: kept, told, and no other waits for it', async (_, sql) => {
    const id = await twoThatWait()
    await damage(sql)
    office.behave({})
    await office.passMinutes(120)
    const alert = await alertBecause('message-damaged')
    expect(alert).toMatchObject({ kind: 'delivery-failing', user: 'office', about: `${id}, ${info}` })
    await waitUntil('the other is sent', () => messages().some(({ state }) => state === 'sent'))
    expect(messages().find((one) => one.id === id)).toMatchObject({ state: 'held', holdReason: 'unreadable' })
    expect(sent('Subject: first')).toBe(false)
    // In Activity, with what can be read of it, until a person deletes it; it is not sent again.
    const shown = office.relay.journal.page({ filter: { states: ['held'] }, limit: 9 }).entries
    expect(shown).toMatchObject([{ message: { id, subject: 'first' } }])
    expect(office.relay.queue.detail(id)?.actions).toMatchObject([{ action: 'set-aside', by: 'relay' }])
    expect(await office.relay.queue.act('release', [id])).toBe(0)
    expect(await office.relay.queue.act('retry', [id])).toBe(0)
    await waitUntil('it was mailed', () => sent('A message can not be read any more'))
    expect(await office.relay.queue.act('delete', [id])).toBe(1)
  })

  it('found by a check beside the relay, which tells of it', async () => {
    const id = await twoThatWait()
    await damage(damages['part of its bytes is gone'])
    const visit = await visitDatabase(dataDirectory)
    if (!visit.ok) throw new Error(visit.problem.reason)
    const report = checkIntegrity(visit.value, true)
    expect(report.unreadable).toEqual([id])
    quarantine(visit.value, { ...report, faults: ['row 7 missing from index message_due'] }, Date.now())
    quarantine(visit.value, report, Date.now())
    visit.value.close()
    expect(await alertBecause('message-damaged')).toMatchObject({ count: 1, about: `${id}, ${info}` })
    expect(await alertBecause('database-damaged')).toMatchObject({
      user: null,
      about: 'row 7 missing from index message_due',
    })
  })
})

describe('a database that could not be read', () => {
  it('is kept, and said in an alert', async () => {
    dataDirectory = await temporaryFolder()
    await start()
    await office.close()
    const path = join(dataDirectory, 'relay.db')
    const bytes = readFileSync(path)
    bytes.fill(0xff, 100)
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
    writeFileSync(path, bytes)
    await start()
    const { about } = await alertBecause('database-set-aside')
    expect(readFileSync(about).equals(bytes)).toBe(true)
  })
})

describe.each(['en', 'it'] satisfies Language[])('the words for damage in %s', (language) => {
  it.each(['message-damaged', 'database-damaged', 'database-set-aside'] as const)('%s', (reason) => {
    const cause = { kind: 'delivery-failing', reason, login: null, user: 'office', about: 'it' } as const
    const { title, happened, message, cure } = alertWords(cause, language, false)
    expect([title, happened, message, cure].join(' ')).not.toMatch(/\{|undefined|\?/)
  })
})
