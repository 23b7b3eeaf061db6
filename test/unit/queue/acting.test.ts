import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { visitDatabase } from '../../../relay/queue/database.ts'
import { openQueue } from '../../../relay/queue/queue.ts'
import type { Settlement } from '../../../relay/queue/queue-contract.ts'
import {
  accept,
  bytesOfBody,
  openWorkbench,
  smallMessage,
  type Workbench,
} from '../../support/queue-workbench.ts'
import { waitUntil } from '../../support/wait-until.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.remove())

const due = (): readonly string[] =>
  bench.queue.claimDue(bench.clock.nowMs, 100, ['office']).map(({ id }) => id)

async function settled(outcome: 'delivered' | 'deferred' | 'failed', nextAttemptAtMs: number | null = null) {
  const id = await accept(bench.queue)
  bench.queue.claimDue(bench.clock.nowMs, 100, ['office'])
  const settlement: Settlement = {
    id,
    stage: 'rcpt',
    outcomes: [{ address: 'customer@else.example', outcome, reply: `${outcome} so` }],
    nextAttemptAtMs,
    hold: null,
  }
  await bench.queue.settle(settlement)
  return id
}

describe('what people do to the queue', () => {
  it('makes waiting mail due now', async () => {
    const id = await settled('deferred', bench.clock.nowMs + hourMs)
    expect(due()).toEqual([])
    expect(await bench.queue.act('retry', [id])).toBe(1)
    expect(due()).toEqual([id])
  })

  it('lifts the pause of the user whose mail is to be tried again, and of no other', async () => {
    const id = await accept(bench.queue)
    const pause = { reason: 'credentials-refused', nextTryAtMs: bench.clock.nowMs + hourMs } as const
    await bench.queue.pauseUser('office', pause)
    await bench.queue.pauseUser('other', pause)
    await bench.queue.act('retry', [id])
    expect([...bench.queue.pausedUsers().keys()]).toEqual(['other'])
  })

  it('tries what was given up again only when that one is asked for, with its whole time before it', async () => {
    const id = await settled('failed')
    expect(await bench.queue.act('retry', 'all')).toBe(0)
    bench.clock.nowMs += 3 * dayMs
    expect(await bench.queue.act('retry', [id])).toBe(1)
    const [claimed] = bench.queue.claimDue(bench.clock.nowMs, 1, ['office'])
    expect(claimed).toMatchObject({
      id,
      recipients: ['customer@else.example'],
      queuedAtMs: bench.clock.nowMs,
    })
    expect(bytesOfBody(claimed?.body() ?? null)).toEqual(smallMessage)
  })

  it('holds and releases; a retry does not touch what is held', async () => {
    const id = await accept(bench.queue)
    expect(await bench.queue.act('hold', [id])).toBe(1)
    expect(bench.queue.summary(id)).toMatchObject({
      state: 'held',
      holdReason: 'by-hand',
      nextAttemptAt: null,
    })
    expect(await bench.queue.act('retry', [id])).toBe(0)
    expect(due()).toEqual([])
    expect(await bench.queue.act('release', [id])).toBe(1)
    expect(due()).toEqual([id])
  })

  it('leaves alone what is being sent at this moment', async () => {
    const id = await accept(bench.queue)
    due()
    for (const action of ['hold', 'delete', 'retry', 'release'] as const) {
      expect(await bench.queue.act(action, [id])).toBe(0)
      expect(await bench.queue.act(action, 'all')).toBe(0)
    }
    expect(bench.queue.summary(id)?.state).toBe('sending')
  })

  it('deletes the bytes, and keeps in the journal what it was and who deleted it', async () => {
    const id = await settled('failed')
    expect(await bench.queue.act('delete', [id, 'nonsense', '00000000000'])).toBe(1)
    expect(bench.queue.body(id)).toBeNull()
    expect(bench.queue.detail(id)).toMatchObject({
      summary: { id, state: 'deleted', subject: 'Invoice 7' },
      headers: '',
      attempts: [{ outcome: 'failed' }],
      actions: [{ action: 'deleted', by: 'person' }],
    })
    expect(bench.database.statement('SELECT count(*) AS count FROM body_chunk').get()).toEqual({ count: 0 })
    expect(bench.changes).toContainEqual({ kind: 'changed', id })
    expect(await bench.queue.act('delete', [id])).toBe(0)
  })

  it('acts on all, and keeps the journal of what was sent', async () => {
    const sent = await settled('delivered')
    await Promise.all(Array.from({ length: 2500 }, () => accept(bench.queue)))
    expect(await bench.queue.act('hold', 'all')).toBe(2500)
    expect(await bench.queue.act('delete', 'all')).toBe(2500)
    expect(bench.queue.list({ states: ['sent'], limit: 10 }).map(({ id }) => id)).toEqual([sent])
    expect(bench.queue.counts()).toEqual({ waiting: 0, held: 0, uncertain: 0 })
  })

  it('hears of what another process did', async () => {
    const id = await accept(bench.queue)
    await bench.queue.pauseUser('office', {
      reason: 'account-blocked',
      nextTryAtMs: bench.clock.nowMs + hourMs,
    })
    const visit = await visitDatabase(bench.directory)
    if (!visit.ok) throw new Error(visit.problem.reason)
    const visitor = openQueue({ database: visit.value, nowMs: Date.now })
    await visitor.act('retry', [id])
    await visitor.close()
    await waitUntil('told', () => bench.changes.some(({ kind }) => kind === 'elsewhere'))
    expect(bench.queue.pausedUsers().size).toBe(0)
  })
})

describe('looking into the queue', () => {
  it('gives pages, newest first, that neither overlap nor leave out', async () => {
    const ids: string[] = []
    for (let number = 0; number < 25; number++) ids.push(await accept(bench.queue))
    const seen: string[] = []
    for (let before: string | undefined; ; ) {
      const page = bench.queue.list({ limit: 10, before })
      if (page.length === 0) break
      seen.push(...page.map(({ id }) => id))
      before = seen.at(-1)
    }
    expect(seen).toEqual(ids.toReversed())
  })

  it('finds by state, user, sign-in and text, and takes signs as they are', async () => {
    const failed = await settled('failed')
    const invoice = await accept(bench.queue, { subject: 'Invoice 100% due_now' })
    const other = await accept(bench.queue, {
      user: 'other',
      login: 'scanner',
      mailFrom: 'scan@firm.example',
    })
    const found = (filter: object): readonly string[] =>
      bench.queue.list({ limit: 10, ...filter }).map(({ id }) => id)
    expect(found({ states: ['failed'] })).toEqual([failed])
    expect(found({ states: ['failed', 'waiting'] })).toEqual([other, invoice, failed])
    expect(found({ user: 'other' })).toEqual([other])
    expect(found({ login: 'scanner' })).toEqual([other])
    expect(found({ search: 'scan@' })).toEqual([other])
    expect(found({ search: '100% due_now' })).toEqual([invoice])
    expect(found({ search: '%' })).toEqual([invoice])
    expect(found({ search: 'failed so' })).toEqual([failed])
    expect(found({ search: failed })).toEqual([failed])
    expect(found({ search: "' OR 1 --" })).toEqual([])
    expect(found({ before: 'nonsense' })).toEqual([])
    expect(bench.queue.summary('nonsense')).toBeNull()
    expect(bench.queue.detail('00000000000')).toBeNull()
  })

  it('shows the header as it is, at most 64 KB of it', async () => {
    const header = `Subject: x\r\nX-Long: ${'y'.repeat(100_000)}\r\n\r\n`
    const id = await accept(bench.queue, { headerBytes: header.length }, Buffer.from(`${header}body`))
    expect(bench.queue.detail(id)?.headers).toBe(header.slice(0, 64 * 1024))
    const short = await accept(bench.queue, { headerBytes: 12 }, Buffer.from('Subject: x\r\n\r\nbody'))
    expect(bench.queue.detail(short)?.headers).toBe('Subject: x\r\n')
  })

  it('forgets what was given up 30 days ago and sent 90 days ago, nothing sooner', async () => {
    const failed = await settled('failed')
    const sent = await settled('delivered')
    const waiting = await accept(bench.queue)
    const reopen = async (days: number): Promise<void> => {
      await bench.queue.close()
      bench = { ...(await openWorkbench({ directory: bench.directory })), clock: bench.clock }
      bench.clock.nowMs += days * dayMs
      // As if the days had passed by themselves: clock.test.ts has clocks that jump.
      bench.database.connection.exec('DELETE FROM retention_clock')
      const queue = openQueue({ database: bench.database, nowMs: () => bench.clock.nowMs })
      queue.writer.flush()
      bench = { ...bench, queue }
    }
    await reopen(29)
    expect(bench.queue.summary(failed)).not.toBeNull()
    await reopen(2)
    expect(bench.queue.summary(failed)).toBeNull()
    expect(bench.queue.summary(sent)).not.toBeNull()
    await reopen(60)
    expect(bench.queue.summary(sent)).toBeNull()
    expect(bench.queue.summary(waiting)).not.toBeNull()
  })
})
