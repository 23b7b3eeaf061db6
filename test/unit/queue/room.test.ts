import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  accept,
  bytesOfBody,
  openWorkbench,
  smallMessage,
  temporaryDirectory,
} from '../../support/queue-workbench.ts'

describe('the room of mail that is gone', () => {
  it('is given back at the next start, and what is left stays whole', async () => {
    const directory = temporaryDirectory()
    const before = await openWorkbench({ directory })
    const kept = await accept(before.queue)
    const large = Buffer.alloc(20 * 1024 * 1024, 65)
    const gone: string[] = []
    for (let number = 0; number < 4; number++) gone.push(await accept(before.queue, {}, large))
    expect(await before.queue.act('delete', gone)).toBe(4)
    await before.queue.close()
    const file = join(directory, 'relay.db')
    expect(statSync(file).size).toBeGreaterThan(80 * 1024 * 1024)

    const after = await openWorkbench({ directory })
    expect(statSync(file).size).toBeLessThan(1024 * 1024)
    expect(bytesOfBody(after.queue.body(kept))).toEqual(smallMessage)
    await after.remove()
    rmSync(directory, { recursive: true, force: true })
  })
})
