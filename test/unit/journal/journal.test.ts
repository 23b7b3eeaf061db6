import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RelayEvent, RelayNotice } from '../../../relay/domain/relay-event.ts'
import { relayEvent } from '../../../relay/domain/relay-event.ts'
import { refusalSummary } from '../../../relay/ipc/journal-requests.ts'
import { alertSummary } from '../../../relay/ipc/relay-contract.ts'
import { type Journal, openJournal } from '../../../relay/journal/journal.ts'
import { removeOld } from '../../../relay/queue/retention.ts'
import { accept, driverNames, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

const dayMs = 24 * 60 * 60_000

describe.each(driverNames)('the journal on %s', (driver) => {
  let bench: Workbench
  let journal: Journal
  let events: RelayEvent[]
  let deltas: { name: string; value: unknown }[]

  const open = (): Journal =>
    openJournal({
      database: bench.database,
      writer: bench.queue.writer,
      nowMs: () => bench.clock.nowMs,
      onEvent: (event) => events.push(relayEvent.parse(event)),
      onDelta: (name, value) => deltas.push({ name, value }),
    })

  beforeEach(async () => {
    bench = await openWorkbench({ driver })
    bench.clock.nowMs = new Date(2030, 5, 15, 12).getTime()
    events = []
    deltas = []
    journal = open()
  })
  afterEach(async () => {
    journal.close()
    await bench.remove()
  })

  const refusal: RelayNotice = {
    event: 'refused',
    login: 'accounting',
    reason: 'sender-not-authorized',
    identity: 'header-from',
    address: 'ceo@else.example',
    user: 'office',
    reply: '550 5.7.1 ceo@else.example is not among the authorized senders of office',
  }
  const alert: RelayNotice = {
    event: 'alert',
    kind: 'unauthorized-sender',
    login: 'accounting',
    user: 'office',
    about: 'ceo@else.example',
  }

  it('keeps a refusal with its reply, tells it without, and counts it', () => {
    journal.record(refusal)
    const at = new Date(bench.clock.nowMs).toISOString()
    expect(events).toEqual([
      {
        event: 'refused',
        at,
        login: 'accounting',
        reason: 'sender-not-authorized',
        identity: 'header-from',
        address: 'ceo@else.example',
      },
    ])
    const [kept] = journal.refusals(10)
    expect(refusalSummary.parse(kept)).toMatchObject({ at, user: 'office', reply: refusal.reply })
    expect(deltas).toEqual([{ name: 'refusal', value: kept }])
    expect(journal.counts().refusedToday).toBe(1)
  })

  it('folds repeats of one cause into one alert with a count, across a restart too', () => {
    journal.record(alert)
    bench.clock.nowMs += 1000
    journal.record(alert)
    bench.queue.writer.flush()
    journal.close()
    journal = open()
    journal.record(alert)
    journal.record({ ...alert, about: 'other@else.example' })
    expect(events.map((event) => event.event === 'alert' && event.count)).toEqual([1, 2, 3, 1])
    expect(journal.alerts(10).map((one) => [one.about, one.count, alertSummary.parse(one).state])).toEqual([
      ['other@else.example', 1, 'new'],
      ['ceo@else.example', 3, 'new'],
    ])
  })

  it('begins another alert once the last was settled', () => {
    journal.record(alert)
    const [first] = journal.alerts(1)
    journal.setAlertState(first?.id ?? '', 'seen')
    journal.setAlertState(first?.id ?? '', 'settled')
    journal.setAlertState('999', 'seen')
    journal.record(alert)
    expect(journal.alerts(10).map(({ state, count }) => [state, count])).toEqual([
      ['new', 1],
      ['settled', 1],
    ])
  })

  it('stays small when a program gone wild makes ever new causes', () => {
    for (let number = 0; number < 700; number++) {
      journal.record({ ...alert, about: `visitor${number}@else.example` })
    }
    const kept = journal.alerts(1000)
    expect(kept).toHaveLength(501)
    expect(kept.find(({ about }) => about === '')).toMatchObject({ count: 200 })
  })

  it('raises an alert when storage ran out', () => {
    journal.record({
      event: 'refused',
      login: 'a',
      reason: 'storage',
      user: 'office',
      reply: '452 4.3.1 full',
    })
    expect(events.map((event) => (event.event === 'alert' ? event.kind : event.event))).toEqual([
      'refused',
      'disk-low',
    ])
  })

  it('writes down no sign-in data', () => {
    const payload = Buffer.from('\0name\0hunter22').toString('base64')
    journal.record({ ...refusal, reply: `500 5.5.1 unknown: AUTH PLAIN ${payload}` })
    journal.record({ ...alert, about: payload })
    expect(JSON.stringify([journal.refusals(9), journal.alerts(9), deltas, events])).not.toContain(payload)
  })

  it('counts by the local day, and what is in the queue now', async () => {
    const id = await accept(bench.queue)
    await accept(bench.queue)
    bench.queue.claimDue(bench.clock.nowMs, 1, ['office'])
    await bench.queue.settle({
      id,
      stage: 'end-of-data',
      outcomes: [{ address: 'customer@else.example', outcome: 'delivered', reply: '250 ok' }],
      nextAttemptAtMs: null,
      hold: null,
    })
    expect(journal.counts()).toEqual({
      sentToday: 1,
      refusedToday: 0,
      failedToday: 0,
      waiting: 1,
      held: 0,
      uncertain: 0,
    })
    bench.clock.nowMs += dayMs
    expect(journal.counts()).toMatchObject({ sentToday: 0, waiting: 1 })
  })

  it('forgets refusals after 90 days', () => {
    journal.record(refusal)
    bench.queue.writer.flush()
    const remove = (): boolean => removeOld(bench.database, bench.clock.nowMs, 90)
    bench.clock.nowMs += 89 * dayMs
    bench.queue.writer.now(remove)
    expect(journal.refusals(9)).toHaveLength(1)
    bench.clock.nowMs += 2 * dayMs
    bench.queue.writer.now(remove)
    expect(journal.refusals(9)).toEqual([])
  })
})
