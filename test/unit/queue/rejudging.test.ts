import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, driverNames, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'

describe.each(driverNames)('Queued mail under changed rules (%s)', (driver) => {
  let bench: Workbench
  const states = (): Record<string, string> =>
    Object.fromEntries(
      bench.queue
        .list({ limit: 100 })
        .map((row) => [row.mailFrom, `${row.state} ${row.holdReason ?? ''}`.trim()]),
    )
  const acceptFrom = (address: string) =>
    accept(bench.queue, { mailFrom: address, identities: [`mail-from:${address}`, `header-from:${address}`] })

  beforeEach(async () => {
    bench = await openWorkbench({ driver })
    await acceptFrom('ann@kept.example')
    await acceptFrom('bob@dropped.example')
    await bench.queue.rejudge(({ identities }) => identities.every((one) => one.endsWith('@kept.example')))
  })
  afterEach(() => bench.remove())

  it('is held when its sender is no longer authorized, and nothing else is', () => {
    expect(states()).toEqual({
      'ann@kept.example': 'waiting',
      'bob@dropped.example': 'held sender-not-authorized',
    })
  })

  it('is not let go by hand', async () => {
    const held = bench.queue.list({ limit: 100, states: ['held'] }).map((row) => row.id)
    expect(await bench.queue.act('release', held)).toBe(0)
    expect(states()['bob@dropped.example']).toBe('held sender-not-authorized')
  })

  it('is free again as soon as the rules allow it', async () => {
    await bench.queue.rejudge(() => true)
    expect(states()['bob@dropped.example']).toBe('waiting')
    expect(bench.queue.claimDue(bench.clock.nowMs + 1, 10, ['office'])).toHaveLength(2)
  })

  it('stays held by hand whatever the rules say', async () => {
    await bench.queue.act('hold', 'all')
    await bench.queue.rejudge(() => true)
    expect(states()['ann@kept.example']).toBe('held by-hand')
  })
})
