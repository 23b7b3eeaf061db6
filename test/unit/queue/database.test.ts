import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, loadDriver, openDatabase, visitDatabase } from '../../../relay/queue/database.ts'
import { migrate, migrations, schemaVersion } from '../../../relay/queue/migrations.ts'
import { openQueue } from '../../../relay/queue/queue.ts'
import type { SqlDriver } from '../../../relay/queue/sql.ts'
import { accept, driverNames, temporaryDirectory } from '../../support/queue-workbench.ts'

describe.each(driverNames)('the database on %s', (name) => {
  let root: string
  let directory: string
  let driver: SqlDriver
  let open: Database[]

  beforeEach(async () => {
    directory = temporaryDirectory()
    driver = await loadDriver(name)
    root = directory
    open = []
  })
  afterEach(() => {
    for (const database of open) database.close()
    rmSync(root, { recursive: true, force: true })
  })

  const opened = async (): Promise<Database> => {
    const result = await openDatabase(directory, driver)
    if (!result.ok) throw new Error(result.problem.reason)
    open.push(result.value)
    return result.value
  }
  const path = (): string => join(directory, 'relay.db')
  const setting = (database: Database, pragma: string): unknown =>
    Object.values(database.statement(`PRAGMA ${pragma}`).get() ?? {})[0]

  it('syncs every commit and keeps a log', async () => {
    const database = await opened()
    expect(database.driver).toBe(name)
    expect(setting(database, 'journal_mode')).toBe('wal')
    expect(setting(database, 'synchronous')).toBe(2)
    expect(setting(database, 'foreign_keys')).toBe(1)
    expect(database.setAside).toBeNull()
  })

  it('makes its folder, for its owner alone', async () => {
    directory = join(directory, 'a', 'b')
    await opened()
    expect(existsSync(path())).toBe(true)
  })

  it('is for one relay at a time, in one process too', async () => {
    const first = await opened()
    expect(await openDatabase(directory, driver)).toEqual({
      ok: false,
      problem: { reason: 'data-in-use', directory, pid: process.pid },
    })
    first.close()
    await opened()
  })

  it('sets a file aside that is no database, whole, and begins anew', async () => {
    writeFileSync(path(), 'not a database, but precious\n'.repeat(300))
    const database = await opened()
    expect(database.setAside).toMatch(/relay\.db\.unreadable-\d{8}T\d{6}$/)
    expect(readFileSync(database.setAside ?? '', 'utf8')).toContain('precious')
    expect(schemaVersion(database.connection)).toBe(migrations.length)
  })

  it('sets a damaged database aside with its log, and never two under one name', async () => {
    const database = await opened()
    const queue = openQueue({ database, nowMs: Date.now })
    await accept(queue)
    const log = readFileSync(`${path()}-wal`)
    // Its first entry: a whole log would repair the database.
    log.fill(0, 32, 56)
    database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    await queue.close()
    const bytes = readFileSync(path())
    bytes.fill(0xff, 100, bytes.length)
    directory = join(directory, 'elsewhere')
    mkdirSync(directory)
    for (let damage = 1; damage <= 2; damage++) {
      for (const ending of ['', '-wal', '-shm']) rmSync(path() + ending, { force: true })
      writeFileSync(path(), bytes)
      writeFileSync(`${path()}-wal`, log)
      const fresh = await opened()
      expect(fresh.setAside).not.toBeNull()
      expect(readFileSync(`${fresh.setAside}-wal`).equals(log)).toBe(true)
      fresh.close()
    }
    const names = readdirSync(directory).filter((file) => file.includes('unreadable'))
    expect(names.filter((file) => file.endsWith('-wal'))).toHaveLength(2)
    expect(names.filter((file) => !/-(wal|shm)$/.test(file))).toHaveLength(2)
  })

  it('leaves a database of a newer version as it is', async () => {
    const database = await opened()
    database.connection.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    database.close()
    expect(await openDatabase(directory, driver)).toEqual({
      ok: false,
      problem: { reason: 'database-newer', path: path() },
    })
    expect(readdirSync(directory).filter((file) => file.includes('unreadable'))).toEqual([])
    const again = driver.open(path())
    again.exec(`PRAGMA user_version = ${migrations.length}`)
    again.close()
    await opened()
  })

  it('says that a folder is not writable', async () => {
    const file = join(directory, 'file')
    writeFileSync(file, '')
    const inside = join(file, 'data')
    expect(await openDatabase(inside, driver)).toEqual({
      ok: false,
      problem: { reason: 'folder-not-writable', directory: inside },
    })
  })

  it('lets a visitor look in beside the relay, and makes nothing for one', async () => {
    expect(await visitDatabase(directory)).toMatchObject({ ok: false, problem: { reason: 'no-database' } })
    const database = await opened()
    const queue = openQueue({ database, nowMs: Date.now })
    const id = await accept(queue)
    const visit = await visitDatabase(directory)
    if (!visit.ok) throw new Error(visit.problem.reason)
    open.push(visit.value)
    const visitor = openQueue({ database: visit.value, nowMs: Date.now })
    expect(visitor.recovery).toBeNull()
    expect(visitor.summary(id)?.state).toBe('waiting')
    expect(await visitor.act('hold', [id])).toBe(1)
    expect(queue.summary(id)?.state).toBe('held')
    await visitor.close()
    await queue.close()
  })

  it('brings an older schema up to date, step by step, and each step once', async () => {
    const connection = driver.open(':memory:')
    const steps = ['CREATE TABLE one (a)', 'ALTER TABLE one ADD COLUMN b', 'CREATE TABLE two (c)']
    migrate(connection, steps.slice(0, 1))
    expect(schemaVersion(connection)).toBe(1)
    connection.exec('INSERT INTO one VALUES (1)')
    migrate(connection, steps)
    migrate(connection, steps)
    expect(schemaVersion(connection)).toBe(3)
    expect(connection.prepare('SELECT a, b FROM one').all()).toEqual([{ a: 1, b: null }])
    connection.close()
  })

  it('stays at the version before when a step fails', () => {
    const connection = driver.open(':memory:')
    expect(() => migrate(connection, ['CREATE TABLE one (a)', 'CREATE TABLE two (b); nonsense'])).toThrow()
    connection.exec('ROLLBACK')
    expect(schemaVersion(connection)).toBe(1)
    expect(connection.prepare(`SELECT name FROM sqlite_schema`).all()).toEqual([{ name: 'one' }])
    connection.close()
  })
})

describe('a folder that may not be written to', () => {
  it('is named as such', async () => {
    const directory = temporaryDirectory()
    const data = join(directory, 'data')
    mkdirSync(data, { mode: 0o500 })
    // Root may write anywhere but to a read-only file system; everyone else is stopped by the mode.
    const root = process.getuid?.() === 0
    if (root) expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', data]).status).toBe(0)
    try {
      expect(await openDatabase(data)).toEqual({
        ok: false,
        problem: { reason: 'folder-not-writable', directory: data },
      })
    } finally {
      if (root) spawnSync('umount', [data])
      rmSync(directory, { recursive: true, force: true })
    }
  })
})
