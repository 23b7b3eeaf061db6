import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accept,
  bytesOfBody,
  driverNames,
  envelope,
  openWorkbench,
  smallMessage,
  type Workbench,
} from '../../support/queue-workbench.ts'

const minuteMs = 60_000

describe.each(driverNames)('the queue on %s', (driver) => {
  let bench: Workbench
  beforeEach(async () => {
    bench = await openWorkbench({ driver })
  })
  afterEach(() => bench.remove())

  const claimOne = () => {
    const [claimed] = bench.queue.claimDue(bench.clock.nowMs, 1, ['office'])
    if (!claimed) throw new Error('nothing was due')
    return claimed
  }
  const settled = (id: string, changes = {}) => ({
    id,
    stage: 'end-of-data',
    outcomes: [{ address: 'customer@else.example', outcome: 'delivered' as const, reply: '250 2.0.0 ok' }],
    nextAttemptAtMs: null,
    hold: null,
    ...changes,
  })

  it('keeps a message, byte for byte, and shows it as waiting', async () => {
    const id = await accept(bench.queue)
    expect(bench.queue.summary(id)).toMatchObject({
      id,
      state: 'waiting',
      user: 'office',
      login: 'accounting',
      mailFrom: 'info@firm.example',
      recipients: ['customer@else.example'],
      subject: 'Invoice 7',
      bytes: smallMessage.length,
      attempts: 0,
      reply: '',
      holdReason: null,
    })
    expect(bytesOfBody(bench.queue.body(id))).toEqual(smallMessage)
    expect(bench.changes).toContainEqual({ kind: 'changed', id })
  })

  it('keeps a long message, byte for byte, and nobody sees it before its commit', async () => {
    const incoming = bench.queue.receive()
    const parts = Array.from({ length: 300 }, (_, part) => Buffer.alloc(10_007, part % 251))
    for (const part of parts) await incoming.append(part)
    expect(bench.queue.list({ limit: 10 })).toEqual([])
    expect(await incoming.commit(envelope())).toMatchObject({ ok: true, value: { bytes: 300 * 10_007 } })
    expect(bytesOfBody(bench.queue.body(incoming.id))?.equals(Buffer.concat(parts))).toBe(true)
    expect(Math.max(...[...(bench.queue.body(incoming.id) ?? [])].map((chunk) => chunk.length))).toBe(
      256 * 1024,
    )
  })

  it('leaves nothing of a message that was abandoned half-way', async () => {
    const incoming = bench.queue.receive()
    await incoming.append(Buffer.alloc(600_000, 65))
    incoming.abandon()
    bench.queue.writer.flush()
    expect(bench.database.statement('SELECT count(*) AS count FROM body_chunk').get()).toEqual({ count: 0 })
    expect(bench.database.statement('SELECT count(*) AS count FROM receiving').get()).toEqual({ count: 0 })
  })

  it('may use the same buffer for every append', async () => {
    const incoming = bench.queue.receive()
    const buffer = Buffer.from('first')
    await incoming.append(buffer)
    buffer.write('again')
    await incoming.append(buffer)
    await incoming.commit(envelope())
    expect(bytesOfBody(bench.queue.body(incoming.id))?.toString()).toBe('firstagain')
  })

  it('gives a due message to one claim only, with what is needed to send it', async () => {
    const id = await accept(bench.queue, { smtpUtf8: true, eightBitMime: true })
    const claimed = claimOne()
    expect(claimed).toMatchObject({
      id,
      user: 'office',
      mailFrom: 'info@firm.example',
      recipients: ['customer@else.example'],
      bytes: smallMessage.length,
      smtpUtf8: true,
      eightBitMime: true,
      attempts: 0,
    })
    expect(bytesOfBody(claimed.body())).toEqual(smallMessage)
    expect(bench.queue.summary(id)?.state).toBe('sending')
    expect(bench.queue.claimDue(bench.clock.nowMs, 9, ['office'])).toEqual([])
  })

  it('keeps what is to be told about delivery beside the recipients it is about', async () => {
    const asked = { notify: ['SUCCESS' as const], orcpt: 'rfc822;first@x.example' }
    const silent = { notify: null, orcpt: null }
    const dsn = { ret: 'HDRS' as const, envid: 'QQ+2B1', recipients: [asked, silent] }
    const recipients = ['first@x.example', 'second@x.example']
    const id = await accept(bench.queue, { recipients, dsn })
    expect(claimOne().dsn).toEqual(dsn)
    const outcomes = [
      { address: 'first@x.example', outcome: 'delivered', reply: '250 ok' },
      { address: 'second@x.example', outcome: 'deferred', reply: '450 later' },
    ] as const
    const settled = { id, stage: 'rcpt', outcomes, nextAttemptAtMs: bench.clock.nowMs, hold: null }
    await bench.queue.settle(settled)
    expect(claimOne()).toMatchObject({ recipients: ['second@x.example'], dsn: { recipients: [silent] } })
    await accept(bench.queue)
    expect(claimOne().dsn).toBeNull()
  })

  it('claims for the users asked for alone, the urgent first, then the longest due', async () => {
    const slow = await accept(bench.queue, { priority: 5 })
    bench.clock.nowMs += 10
    const first = await accept(bench.queue, { priority: 3 })
    bench.clock.nowMs += 10
    const second = await accept(bench.queue, { priority: 3 })
    const urgent = await accept(bench.queue, { priority: 1 })
    await accept(bench.queue, { user: 'other' })
    const claimed = bench.queue.claimDue(bench.clock.nowMs, 9, ['office'])
    expect(claimed.map(({ id }) => id)).toEqual([urgent, first, second, slow])
  })

  it('puts a message given back where it was, due at once', async () => {
    const id = await accept(bench.queue)
    bench.queue.giveBack(claimOne().id)
    expect(bench.queue.summary(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(claimOne().id).toBe(id)
  })

  it('drops the bytes of a delivered message and keeps what happened', async () => {
    const id = await accept(bench.queue)
    claimOne()
    await bench.queue.settle(settled(id))
    expect(bench.queue.body(id)).toBeNull()
    expect(bench.queue.detail(id)).toMatchObject({
      summary: { state: 'sent', attempts: 1, reply: '250 2.0.0 ok', nextAttemptAt: null },
      headers: '',
      attempts: [{ outcome: 'delivered', stage: 'end-of-data', reply: '250 2.0.0 ok' }],
    })
  })

  it('makes a deferred message due when its time comes and not before', async () => {
    const id = await accept(bench.queue)
    claimOne()
    const nextAttemptAtMs = bench.clock.nowMs + minuteMs
    const outcomes = [
      { address: 'customer@else.example', outcome: 'deferred' as const, reply: '451 4.3.0 later' },
    ]
    await bench.queue.settle(settled(id, { outcomes, nextAttemptAtMs, stage: 'rcpt' }))
    expect(bench.queue.summary(id)).toMatchObject({
      state: 'waiting',
      reply: '451 4.3.0 later',
      nextAttemptAt: new Date(nextAttemptAtMs).toISOString(),
    })
    expect(bench.queue.nextDueAtMs(['office'])).toBe(nextAttemptAtMs)
    expect(bench.queue.claimDue(nextAttemptAtMs - 1, 9, ['office'])).toEqual([])
    expect(bench.queue.claimDue(nextAttemptAtMs, 9, ['office'])).toHaveLength(1)
  })

  it('settles recipient by recipient and sends only to those still open', async () => {
    const id = await accept(bench.queue, { recipients: ['a@x.example', 'b@x.example', 'c@x.example'] })
    claimOne()
    await bench.queue.settle(
      settled(id, {
        outcomes: [
          { address: 'a@x.example', outcome: 'delivered', reply: '250 ok' },
          { address: 'b@x.example', outcome: 'deferred', reply: '450 busy' },
          { address: 'c@x.example', outcome: 'failed', reply: '550 no such user' },
        ],
        nextAttemptAtMs: bench.clock.nowMs,
      }),
    )
    expect(bench.queue.summary(id)).toMatchObject({ state: 'waiting', reply: '450 busy' })
    const again = claimOne()
    expect(again.recipients).toEqual(['b@x.example'])
    await bench.queue.settle(
      settled(id, { outcomes: [{ address: 'b@x.example', outcome: 'delivered', reply: '250 ok' }] }),
    )
    expect(bench.queue.summary(id)).toMatchObject({ state: 'failed', reply: '550 no such user', attempts: 2 })
    expect(bytesOfBody(bench.queue.body(id))).toEqual(smallMessage)
  })

  it('shows a message lost after hand-over as uncertain, and tries it again', async () => {
    const id = await accept(bench.queue)
    claimOne()
    await bench.queue.settle(
      settled(id, {
        outcomes: [{ address: 'customer@else.example', outcome: 'uncertain', reply: 'connection lost' }],
        nextAttemptAtMs: bench.clock.nowMs + minuteMs,
      }),
    )
    expect(bench.queue.summary(id)).toMatchObject({ state: 'uncertain', reply: 'connection lost' })
    bench.clock.nowMs += minuteMs
    expect(claimOne().recipients).toEqual(['customer@else.example'])
  })

  it('shows the mail of a paused user as waiting, and why', async () => {
    const id = await accept(bench.queue)
    const nextTryAtMs = bench.clock.nowMs + 60 * minuteMs
    await bench.queue.pauseUser('office', { reason: 'credentials-refused', nextTryAtMs })
    expect(bench.queue.summary(id)).toMatchObject({
      state: 'waiting',
      holdReason: 'credentials-refused',
      nextAttemptAt: new Date(nextTryAtMs).toISOString(),
    })
    await bench.queue.resumeUser('office')
    expect(bench.queue.summary(id)?.holdReason).toBeNull()
  })

  it('holds the mail of users that are not active, and frees it with them', async () => {
    const id = await accept(bench.queue)
    await bench.queue.applyActiveUsers(['other'])
    expect(bench.queue.summary(id)).toMatchObject({ state: 'held', holdReason: 'user-inactive' })
    expect(bench.queue.counts()).toEqual({ waiting: 0, held: 1, uncertain: 0 })
    await bench.queue.applyActiveUsers(['office', 'other'])
    expect(bench.queue.summary(id)).toMatchObject({ state: 'waiting', holdReason: null })
    expect(claimOne().id).toBe(id)
  })

  it('shares one commit among all that are asked for in one turn, and keeps each', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, () => accept(bench.queue)))
    expect(new Set(ids).size).toBe(200)
    expect(bench.queue.list({ limit: 500 })).toHaveLength(200)
  })
})
