import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkIntegrity } from '../../../relay/queue/integrity.ts'
import { writePrivateFile } from '../../../relay/queue/private-file.ts'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

describe('the queue in people’s hands', () => {
  let bench: Workbench
  beforeEach(async () => {
    bench = await openWorkbench()
  })
  afterEach(() => bench.remove())

  it('acts on all that match, says how many before, and notes who did it', async () => {
    const [mine] = await Promise.all([
      accept(bench.queue, { subject: 'Invoice 1' }),
      accept(bench.queue, { subject: 'Offer 2' }),
      accept(bench.queue, { subject: 'Invoice 3', user: 'other' }),
    ])
    const filter = { user: 'office', search: 'invoice' }
    expect(await bench.queue.countForAction('hold', filter)).toBe(1)
    expect(await bench.queue.act('hold', filter)).toBe(1)
    expect(bench.queue.list({ states: ['held'], limit: 9 }).map(({ id }) => id)).toEqual([mine])
    expect(bench.queue.detail(mine)?.actions).toMatchObject([{ action: 'held', by: 'person' }])
    expect(await bench.queue.countForAction('hold', filter)).toBe(0)
    await bench.queue.applyActiveUsers([])
    const held = bench.queue.list({ states: ['held'], search: 'Offer', limit: 9 })
    expect(bench.queue.detail(held[0]?.id ?? '')?.actions).toMatchObject([{ action: 'held', by: 'rules' }])
    expect(await bench.queue.countForAction('release', {})).toBe(1)
  })

  it('sets a damaged line aside: the others are listed and sent', async () => {
    const damaged = await accept(bench.queue)
    const sound = await accept(bench.queue)
    const oldest = 'WHERE id = (SELECT min(id) FROM message)'
    bench.database.statement(`UPDATE message SET recipients = '{' ${oldest}`).run()
    expect(bench.queue.list({ limit: 9 }).map(({ id }) => id)).toEqual([sound, damaged])
    const claimed = bench.queue.claimDue(bench.clock.nowMs, 9, ['office'])
    expect(claimed.map(({ id }) => id)).toEqual([sound])
    expect(bench.queue.summary(damaged)).toMatchObject({ state: 'held', holdReason: 'unreadable' })
    expect(bench.queue.detail(damaged)?.actions).toMatchObject([{ action: 'set-aside', by: 'relay' }])
    expect(checkIntegrity(bench.database, false)).toEqual({ faults: [], unreadable: [damaged] })
    expect(await bench.queue.act('release', [damaged])).toBe(0)
    expect(await bench.queue.act('delete', [damaged])).toBe(1)
  })

  it('keeps neither body nor header in any row once a message was deleted or sent', async () => {
    const canary = 'canary-5f1c'
    const id = await accept(bench.queue, {}, Buffer.from(`X-Secret: ${canary}\r\n\r\n${canary}\r\n`))
    expect(await bench.queue.act('delete', [id])).toBe(1)
    const tables = bench.database.statement(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
    const dump = JSON.stringify(
      tables.map((row) => bench.database.statement(`SELECT * FROM "${Object.values(row ?? {})[0]}"`).all()),
    )
    expect(dump).toContain('Invoice 7')
    expect(dump).not.toContain(canary)
  })

  it('saves the stored bytes exactly, for this account alone, and leaves no half file', async () => {
    const bytes = Buffer.from(`Subject: x\r\n\r\n${'0123456789'.repeat(60_000)}\r\n`)
    const id = await accept(bench.queue, {}, bytes)
    const path = join(bench.directory, 'saved.eml')
    expect(await writePrivateFile(path, bench.queue.body(id) ?? [])).toMatchObject({ ok: true })
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const nowhere = await writePrivateFile(join(bench.directory, 'none', 'x.eml'), ['x'])
    expect(nowhere).toMatchObject({ ok: false, problem: { reason: 'not-written' } })
    expect(readdirSync(bench.directory).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
