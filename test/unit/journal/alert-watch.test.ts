import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeenCertificate } from '../../../relay/domain/alert-rules.ts'
import { alertLogin, noticeLogin } from '../../../relay/domain/own-logins.ts'
import { createAlertWatch, waitingSince } from '../../../relay/journal/alert-watch.ts'
import { type Journal, openJournal } from '../../../relay/journal/journal.ts'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

const minuteMs = 60_000
const gigabyte = 1024 ** 3

let bench: Workbench
let journal: Journal
let freeBytes: number
let waiting: number
let waitingLongMs: number
let certificates: SeenCertificate[]
let look: () => Promise<void>

const open = (): void => {
  journal = openJournal({
    database: bench.database,
    writer: bench.queue.writer,
    nowMs: () => bench.clock.nowMs,
    onEvent: () => undefined,
  })
  const watch = createAlertWatch({
    database: bench.database,
    journal,
    waiting: () => waiting,
    waitingLongMs: () => waitingLongMs,
    certificates: () => certificates,
    diskSpace: async () => ({ freeBytes, diskBytes: 100 * gigabyte }),
    nowMs: () => bench.clock.nowMs,
  })
  look = watch.look
}
beforeEach(async () => {
  bench = await openWorkbench()
  freeBytes = 50 * gigabyte
  waiting = 0
  waitingLongMs = 60 * minuteMs
  certificates = []
  open()
})
afterEach(async () => {
  journal.close()
  await bench.remove()
})

const told = () => journal.alerts(10).map(({ kind, reason, state, count }) => [kind, reason, state, count])
const pass = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    bench.clock.nowMs += minuteMs
    await look()
  }
}

describe('looking around', () => {
  it('raises a disk that runs low once, and settles it when there is room again', async () => {
    await look()
    expect(told()).toEqual([])
    freeBytes = 1000
    await pass(3)
    expect(told()).toEqual([['disk-low', 'disk-nearly-full', 'new', 1]])
    freeBytes = 50 * gigabyte
    await pass(1)
    expect(told()).toEqual([['disk-low', 'disk-nearly-full', 'settled', 1]])
  })

  it('adds nothing to an alert that says worse of the same disk, and settles that too', async () => {
    journal.record({
      event: 'refused',
      login: 'a',
      user: 'office',
      reason: 'storage',
      reply: '452 4.3.1 full',
    })
    freeBytes = 1000
    await pass(1)
    expect(told()).toEqual([['disk-low', 'disk-refuses-mail', 'new', 1]])
    freeBytes = 50 * gigabyte
    await pass(1)
    expect(told()).toEqual([['disk-low', 'disk-refuses-mail', 'settled', 1]])
  })

  it('stays quiet about what a person settled, until it was gone and is back', async () => {
    freeBytes = 1000
    await pass(1)
    journal.setAlertState(journal.alerts(1)[0]?.id ?? '', 'settled')
    await pass(3)
    expect(told()).toHaveLength(1)
    freeBytes = 50 * gigabyte
    await pass(1)
    freeBytes = 1000
    await pass(1)
    expect(told()).toEqual([
      ['disk-low', 'disk-nearly-full', 'new', 1],
      ['disk-low', 'disk-nearly-full', 'settled', 1],
    ])
  })

  it('raises nothing twice after a restart', async () => {
    freeBytes = 1000
    await pass(1)
    bench.queue.writer.flush()
    journal.close()
    open()
    await pass(2)
    expect(told()).toEqual([['disk-low', 'disk-nearly-full', 'new', 1]])
  })

  it('tells of a queue that has grown for half an hour, and settles it when it shrinks', async () => {
    for (waiting = 110; waiting < 140; waiting += 1) await pass(1)
    expect(told()).toEqual([])
    await pass(1)
    expect(told()).toEqual([['queue-growing', null, 'new', 1]])
    expect(journal.alerts(1)[0]?.about).toBe('140')
    for (; waiting > 125; waiting -= 1) await pass(1)
    expect(told()).toEqual([['queue-growing', null, 'settled', 1]])
  })

  it('forgets its samples when the clock was put back', async () => {
    for (waiting = 110; waiting < 135; waiting += 1) await pass(1)
    bench.clock.nowMs -= 24 * 60 * minuteMs
    for (; waiting < 160; waiting += 1) await pass(1)
    expect(told()).toEqual([])
  })

  it('tells of certificates that end soon: a server’s, and the relay’s own', async () => {
    const endsAtMs = bench.clock.nowMs + 5 * 24 * 60 * minuteMs
    certificates = [
      { user: null, server: '127.0.0.1:2525', endsAtMs },
      { user: 'office', server: 'in.smtpok.com:2525', endsAtMs },
    ]
    await pass(2)
    expect(new Set(told())).toEqual(
      new Set([
        ['certificate', 'own-certificate-expiring', 'new', 1],
        ['certificate', 'server-certificate-expiring', 'new', 1],
      ]),
    )
  })
})

describe('mail that has waited for too long', () => {
  it('is told after as long as the configuration in force says', async () => {
    waitingLongMs = 180 * minuteMs
    await accept(bench.queue)
    await pass(90)
    expect(told()).toEqual([])
    waitingLongMs = 60 * minuteMs
    await pass(1)
    expect(told()).toEqual([['delivery-failing', 'waiting-long', 'new', 1]])
  })

  it('is told once a user, without held mail and without mail about mail', async () => {
    await accept(bench.queue)
    await accept(bench.queue)
    await accept(bench.queue, { user: 'billing' })
    await accept(bench.queue, { user: 'alerts', login: alertLogin })
    await accept(bench.queue, { user: 'notices', login: noticeLogin })
    const held = await accept(bench.queue, { user: 'held' })
    await bench.queue.act('hold', [held])
    const now = bench.clock.nowMs + 1
    expect(waitingSince(bench.database, now).map(({ user }) => user)).toEqual(['office', 'billing'])
    expect(waitingSince(bench.database, now - 2000)).toEqual([])
  })

  it('needs no second alert where one says why', async () => {
    await accept(bench.queue)
    const about = '535 5.7.8 no'
    journal.record({ event: 'alert', kind: 'credentials-refused', login: null, user: 'office', about })
    await pass(90)
    expect(told()).toEqual([['credentials-refused', null, 'new', 1]])
  })
})
