import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accept,
  bytesOfBody,
  driverNames,
  envelope,
  openWorkbench,
  type Workbench,
} from '../support/queue-workbench.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'

const diskBytes = 6 * 1024 * 1024

describe.each(driverNames)('a queue on a full disk, on %s', (driver) => {
  let disk: SmallDisk
  let directory: string
  let bench: Workbench

  beforeEach(async () => {
    disk = await mountSmallDisk(diskBytes)
    directory = disk.directory
    bench = await openWorkbench({ driver, directory, reserveBytes: 0 })
  })
  afterEach(async () => {
    await bench.remove()
    await disk.remove()
  })

  const fill = (): string => {
    const file = join(directory, 'something-else')
    for (let size = 1024 * 1024; size >= 4096; ) {
      const { bavail, bsize } = statfsSync(directory)
      if (bavail * bsize < size) size /= 2
      else writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    }
    return file
  }

  it('calls nothing safe that is not, and has all that it called safe', async () => {
    const safe: string[] = []
    let refused = 0
    for (let number = 0; refused < 5; number++) {
      const incoming = bench.queue.receive()
      await incoming.append(Buffer.alloc(100_000, number))
      const committed = await incoming.commit(envelope())
      if (committed.ok) safe.push(committed.value.id)
      else {
        refused += 1
        expect(committed.problem).toEqual({ reason: 'storage-full' })
      }
    }
    expect(safe.length).toBeGreaterThan(5)
    expect(bench.queue.list({ limit: 500 }).map(({ id }) => id)).toEqual(safe.toReversed())
    for (const [number, id] of safe.entries()) {
      expect(bytesOfBody(bench.queue.body(id))?.equals(Buffer.alloc(100_000, number))).toBe(true)
    }
  })

  it('says so when the room ends in the middle of a long message, and works on when there is room', async () => {
    await bench.queue.close()
    bench = await openWorkbench({ driver, directory })
    const before = await accept(bench.queue)
    const incoming = bench.queue.receive()
    for (let part = 0; part < 100; part++) await incoming.append(Buffer.alloc(100_000, part))
    expect(await incoming.commit(envelope())).toEqual({ ok: false, problem: { reason: 'storage-full' } })
    const small = bench.queue.receive()
    await small.append(Buffer.from('Subject: after\r\n\r\n'))
    bench.clock.nowMs += 2000
    const committed = await small.commit(envelope())
    expect(committed.ok).toBe(true)
    expect(bench.queue.list({ limit: 9 }).map(({ id }) => id)).toEqual([small.id, before])
  })

  it('fails every message that shared a commit for which there was no room, and only then', async () => {
    const file = fill()
    bench.clock.nowMs += 2000
    const attempts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const incoming = bench.queue.receive()
        await incoming.append(Buffer.alloc(20_000, 65))
        return incoming.commit(envelope())
      }),
    )
    const safe = attempts.flatMap((one) => (one.ok ? [one.value.id] : []))
    expect(attempts.filter((one) => !one.ok && one.problem.reason === 'storage-full').length).toBeGreaterThan(
      10,
    )
    expect(bench.queue.list({ limit: 99 })).toHaveLength(safe.length)
    rmSync(file)
    bench.clock.nowMs += 2000
    await accept(bench.queue, {}, Buffer.alloc(20_000, 66))
  })

  it('keeps a reserve, at most a tenth of a small disk', async () => {
    await bench.queue.close()
    bench = await openWorkbench({ driver, directory, reserveBytes: 50 * 1024 * 1024 })
    // Refused: the log gives its room free before the answer is no.
    expect(bench.queue.hasRoomFor(diskBytes)).toBe(false)
    bench.clock.nowMs += 2000
    const { bavail, bsize } = statfsSync(directory)
    const room = (bavail * bsize - diskBytes * 0.1) / 2
    expect(bench.queue.hasRoomFor(room + 4096)).toBe(false)
    expect(bench.queue.hasRoomFor(room - 4096)).toBe(true)
  })
})
