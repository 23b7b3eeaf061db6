import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../relay/queue/database.ts'
import { createLogSync, type LogSync } from '../../../relay/queue/log-sync.ts'
import type { SqlConnection } from '../../../relay/queue/sql.ts'
import { createWriter } from '../../../relay/queue/writer.ts'
import { openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

let bench: Workbench
let said: string[]
let database: Database

beforeEach(async () => {
  bench = await openWorkbench()
  said = []
  // The real connection, with an ear: what is said to SQLite and in which order is the promise here.
  const { connection } = bench.database
  const heard: SqlConnection = {
    exec(sql) {
      if (!sql.startsWith('PRAGMA')) said.push(sql)
      connection.exec(sql)
    },
    prepare: (sql) => connection.prepare(sql),
    close: () => connection.close(),
  }
  database = { ...bench.database, connection: heard }
  bench.database.connection.exec('CREATE TABLE note (text TEXT UNIQUE)')
})
afterEach(() => bench.remove())

const add = (text: string) => () => database.statement('INSERT INTO note VALUES (?)').run(text)
/** The real log with an ear; `fault`: what the next sync ends with. */
function heardLog(fault: () => Error | null = () => null): LogSync {
  const log = createLogSync(bench.database)
  return {
    begin(bytes, done) {
      said.push('sync')
      const wrong = fault()
      if (wrong) setImmediate(done, wrong)
      else log.begin(bytes, (failed) => void setImmediate(done, failed))
    },
    close: log.close,
  }
}
const notes = (): unknown[] =>
  database
    .statement('SELECT text FROM note ORDER BY text')
    .all()
    .map((row) => Object.values(row ?? {})[0])

describe('the one writer', () => {
  it('shares one transaction among everything asked for in one turn', async () => {
    const writer = createWriter(database)
    await Promise.all('a b c d e f g h'.split(' ').map((letter) => writer.write(add(letter), 'synced')))
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT'])
    expect(notes()).toHaveLength(8)
  })

  it('says that it is written only after the commit', async () => {
    const writer = createWriter(database)
    await writer.write(add('a'), 'synced')
    expect(said.at(-1)).toBe('COMMIT')
  })

  it('takes what can wait along with the next commit', async () => {
    const writer = createWriter(database, { rideMs: 60_000 })
    const riding = writer.write(add('a'), 'riding')
    await writer.write(add('b'), 'synced')
    await riding
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT'])
  })

  it('lets nothing wait for ever', async () => {
    await createWriter(database, { rideMs: 5 }).write(add('a'), 'riding')
    expect(notes()).toEqual(['a'])
  })

  it('does not let one that fails take the others with it', async () => {
    const writer = createWriter(database)
    await writer.write(add('a'), 'synced')
    const results = await Promise.allSettled(['b', 'a', 'c'].map((text) => writer.write(add(text), 'synced')))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(notes()).toEqual(['a', 'b', 'c'])
  })

  it('says that what must be safe is written only after a sync', async () => {
    const writer = createWriter(database, { log: heardLog() })
    await writer.write(add('a'), 'unsynced')
    writer.now(add('b'))
    expect(said).not.toContain('sync')
    await writer.write(add('c'), 'synced')
    expect(said.slice(-2)).toEqual(['COMMIT', 'sync'])
  })

  it('lets what comes in during a sync share the next one', async () => {
    const writer = createWriter(database, { log: heardLog() })
    const first = writer.write(add('a'), 'synced')
    await new Promise((resolve) => setImmediate(resolve))
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'sync'])
    await Promise.all([first, ...['b', 'c', 'd'].map((text) => writer.write(add(text), 'synced'))])
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'sync', 'BEGIN IMMEDIATE', 'COMMIT', 'sync'])
  })

  it('writes what has waited long enough during a sync after it, with the others', async () => {
    let endSync = (): void => undefined
    const log: LogSync = {
      begin(_, done) {
        said.push('sync')
        endSync = () => done(null)
      },
      close: () => undefined,
    }
    const writer = createWriter(database, { log, rideMs: 1 })
    const first = writer.write(add('a'), 'synced')
    await new Promise((resolve) => setImmediate(resolve))
    const riding = writer.write(add('b'), 'riding')
    const rideIsOver = new Promise((resolve) => setTimeout(resolve, 5))
    await rideIsOver
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'sync'])
    endSync()
    await first
    expect(said).toEqual(['BEGIN IMMEDIATE', 'COMMIT', 'sync', 'BEGIN IMMEDIATE', 'COMMIT', 'sync'])
    endSync()
    await riding
  })

  it('is through with everything when it is closed', async () => {
    const writer = createWriter(database, { log: heardLog(), rideMs: 60_000 })
    const written = Promise.all([writer.write(add('a'), 'riding'), writer.write(add('b'), 'synced')])
    await writer.close()
    await written
    expect(said.at(-1)).toBe('sync')
  })
})

describe('a sync that fails', () => {
  const ioFault = (): Error => Object.assign(new Error('the disk failed'), { errcode: 10 })
  const remove = (text: string) => () => database.statement('DELETE FROM note WHERE text = ?').run(text)

  it('is told to whoever waits for it, after what was refused has been taken back', async () => {
    const writer = createWriter(database, { log: heardLog(ioFault) })
    let isGone = false
    const undo = {
      run: remove('refused'),
      done: () => {
        isGone = true
      },
    }
    const writing = writer.write(add('refused'), 'synced', { undo })
    await expect(writing).rejects.toThrow('the disk failed')
    expect(isGone).toBe(true)
    expect(notes()).toEqual([])
  })

  it('takes what was committed beside it down too', async () => {
    const writer = createWriter(database, { log: heardLog(ioFault) })
    const first = writer.write(add('a'), 'synced')
    await new Promise((resolve) => setImmediate(resolve))
    const second = writer.write(add('b'), 'synced', { undo: { run: remove('b'), done: () => undefined } })
    writer.flush()
    expect((await Promise.allSettled([first, second])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
    expect(notes()).toEqual(['a'])
  })

  it('ends the trust in the disk: before anything else is written the database is opened again', async () => {
    let fault: Error | null = ioFault()
    const writer = createWriter(bench.database, { log: heardLog(() => fault) })
    const before = bench.database.generation()
    await expect(writer.write(add('a'), 'synced')).rejects.toThrow('the disk failed')
    fault = null
    await writer.write(add('b'), 'synced')
    expect(bench.database.generation()).toBe(before + 1)
  })
})
