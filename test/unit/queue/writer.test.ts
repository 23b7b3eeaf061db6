import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../relay/queue/database.ts'
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
      said.push(sql)
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

  it('syncs where it must, and only there', async () => {
    const writer = createWriter(database)
    const level = (): unknown => Object.values(database.statement('PRAGMA synchronous').get() ?? {})[0]
    await writer.write(add('a'), 'unsynced')
    expect(level()).toBe(1)
    await Promise.all([writer.write(add('b'), 'unsynced'), writer.write(add('c'), 'synced')])
    expect(level()).toBe(2)
    writer.now(add('d'))
    expect(level()).toBe(1)
    expect(notes()).toEqual(['a', 'b', 'c', 'd'])
  })
})
