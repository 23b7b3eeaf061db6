import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadDriver } from '../../../relay/queue/database.ts'
import { checkIntegrity } from '../../../relay/queue/integrity.ts'
import { migrate } from '../../../relay/queue/migrations.ts'
import { startGivingRoomBack } from '../../../relay/queue/room.ts'
import { emptyLog } from '../../../relay/queue/write-ahead-log.ts'
import {
  accept,
  bytesOfBody,
  driverNames,
  openWorkbench,
  smallMessage,
  temporaryDirectory,
  type Workbench,
} from '../../support/queue-workbench.ts'
import { waitUntil } from '../../support/wait-until.ts'

const megabyte = 1024 * 1024

describe.each(driverNames)('the room of mail that is gone, on %s', (driver) => {
  let directory: string
  let bench: Workbench
  let giving: { readonly close: () => void } | null

  beforeEach(() => {
    directory = temporaryDirectory()
    giving = null
  })
  afterEach(async () => {
    giving?.close()
    await bench.remove()
    rmSync(directory, { recursive: true, force: true })
  })

  const fileBytes = (): number => statSync(join(directory, 'relay.db')).size
  /** Two messages stay, and 36 MB between and around them come and go. */
  const fillAndEmpty = async (): Promise<readonly string[]> => {
    const large = Buffer.alloc(6 * megabyte, 65)
    const gone: string[] = []
    const kept: string[] = []
    for (let number = 0; number < 6; number++) {
      gone.push(await accept(bench.queue, {}, large))
      if (number % 3 === 1) kept.push(await accept(bench.queue))
    }
    expect(await bench.queue.act('delete', gone)).toBe(6)
    expect(emptyLog(bench.database)).toBe(true)
    return kept
  }

  it('is given back while no mail comes or goes, step by step, and what is left stays whole', async () => {
    bench = await openWorkbench({ directory, driver })
    const kept = await fillAndEmpty()
    expect(fileBytes()).toBeGreaterThan(33 * megabyte)
    let idle = false
    let turnsOfOthers = 0
    const { database, queue } = bench
    giving = startGivingRoomBack({ database, writer: queue.writer, isIdle: () => idle, everyMs: 5 })
    // Nothing is given back while mail comes: as long as it takes to take in some.
    for (let number = 0; number < 20; number++) await accept(queue)
    expect(fileBytes()).toBeGreaterThan(33 * megabyte)
    idle = true
    await waitUntil('the file to shrink', () => {
      turnsOfOthers += 1
      return fileBytes() < 20 * megabyte
    })
    expect(turnsOfOthers).toBeGreaterThan(3)
    for (const id of kept) expect(bytesOfBody(queue.body(id))).toEqual(smallMessage)
    expect(checkIntegrity(database, false)).toEqual({ faults: [], unreadable: [] })
  })

  it('is given back also by a database of an earlier relay, from its next start on', async () => {
    const old = (await loadDriver(driver)).open(join(directory, 'relay.db'))
    migrate(old)
    expect(old.prepare('PRAGMA auto_vacuum').get()).toEqual({ auto_vacuum: 0 })
    old.close()
    bench = await openWorkbench({ directory, driver })
    const kept = await fillAndEmpty()
    giving = startGivingRoomBack({
      database: bench.database,
      writer: bench.queue.writer,
      isIdle: () => true,
      everyMs: 5,
    })
    await waitUntil('the file to shrink', () => fileBytes() < 20 * megabyte)
    for (const id of kept) expect(bytesOfBody(bench.queue.body(id))).toEqual(smallMessage)
  })
})
