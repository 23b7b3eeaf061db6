import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadDriver, openDatabase } from '../../relay/queue/database.ts'
import {
  bytesOfBody,
  driverNames,
  openWorkbench,
  temporaryDirectory,
  type Workbench,
} from '../support/queue-workbench.ts'
import { waitUntil } from '../support/wait-until.ts'

const childFile = join(import.meta.dirname, '../support/queue-child.ts')

describe.each(driverNames)('a queue whose process is killed, on %s', (driver) => {
  let directory: string
  let child: ChildProcess | null
  let bench: Workbench | null
  let safe: string[]

  beforeEach(() => {
    directory = temporaryDirectory()
    child = null
    bench = null
    safe = []
  })
  afterEach(async () => {
    child?.kill('SIGKILL')
    await bench?.remove()
    rmSync(directory, { recursive: true, force: true })
  })

  const startChild = async (): Promise<void> => {
    const started = spawn(process.execPath, [childFile, directory, driver], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    createInterface({ input: started.stdout }).on('line', (line) => {
      const [what, id = ''] = line.split(' ')
      if (what === 'safe') safe.push(id)
    })
  }
  const killChild = async (): Promise<void> => {
    if (!child) return
    const gone = once(child, 'close')
    child.kill('SIGKILL')
    await gone
    child = null
  }

  it('has every message that was called safe, whole, and due; nothing half-received', async () => {
    for (let kill = 1; kill <= 3; kill++) {
      const before = safe.length
      await startChild()
      await waitUntil('messages', () => safe.length > before + 60)
      await killChild()
    }
    bench = await openWorkbench({ driver, directory })
    expect(bench.queue.recovery?.sendingAgain).toBeGreaterThan(0)
    expect(bench.queue.recovery?.halfReceived).toBeGreaterThan(0)
    for (const id of safe) {
      const summary = bench.queue.summary(id)
      expect(summary?.state).toBe('waiting')
      const pattern = `${summary?.subject};`
      const body = bytesOfBody(bench.queue.body(id))
      expect(body?.equals(Buffer.alloc(summary?.bytes ?? 0, pattern))).toBe(true)
    }
    const stray = bench.database.statement(
      'SELECT count(*) AS count FROM body_chunk WHERE message NOT IN (SELECT id FROM message)',
    )
    expect(stray.get()).toEqual({ count: 0 })
    const claimed = bench.queue.claimDue(Date.now(), 100_000, ['office'])
    expect(new Set(claimed.map(({ id }) => id))).toEqual(new Set([...safe, ...claimed.map(({ id }) => id)]))
  })

  it('refuses a second relay on the same data, naming the first, until that is gone', async () => {
    await startChild()
    await waitUntil('the first relay', () => safe.length > 0)
    const pid = child?.pid
    const second = await openDatabase(directory, await loadDriver(driver))
    expect(second).toEqual({ ok: false, problem: { reason: 'data-in-use', directory, pid } })
    await killChild()
    bench = await openWorkbench({ driver, directory })
    expect(bench.database.setAside).toBeNull()
  })
})
