import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogSync } from '../../../relay/queue/log-sync.ts'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
  await accept(bench.queue)
})
afterEach(() => bench.remove())

/** A clock by which each sync takes so long. */
function clockOf(syncMs: number): () => number {
  let nowMs = 0
  let isEnd = true
  return () => {
    isEnd = !isEnd
    nowMs += isEnd ? syncMs : 0
    return nowMs
  }
}

/** Syncs, and says whether it was over when the call came back. */
function sync(log: ReturnType<typeof createLogSync>, bytes = 0): Promise<'waited for' | 'beside'> {
  return new Promise((resolve, reject) => {
    let isBack = false
    log.begin(bytes, (fault) => {
      if (fault) reject(fault)
      else resolve(isBack ? 'beside' : 'waited for')
    })
    isBack = true
  })
}

describe('the sync of the log', () => {
  it('is waited for where the disk is quick, but never with much to write', async () => {
    const log = createLogSync(bench.database, clockOf(0.2))
    expect(await sync(log)).toBe('waited for')
    expect(await sync(log)).toBe('waited for')
    expect(await sync(log, 4 * 1024 * 1024)).toBe('beside')
    log.close()
  })

  it('goes on beside everything else where the disk is slow', async () => {
    const log = createLogSync(bench.database, clockOf(8))
    await sync(log)
    expect(await sync(log)).toBe('beside')
    expect(await sync(log)).toBe('beside')
    log.close()
  })

  it('fails with a code of SQLite when there is no log to be synced', async () => {
    const log = createLogSync({ directory: join(bench.directory, 'gone'), generation: () => 0 })
    await expect(sync(log)).rejects.toMatchObject({ errcode: 10 })
    log.close()
  })
})
