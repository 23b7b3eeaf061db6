import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type UserConfiguration, userConfiguration } from '../../../relay/config/configuration.ts'
import { startCourier } from '../../../relay/delivery/courier.ts'
import type { Courier } from '../../../relay/delivery/courier-contract.ts'
import { alertLogin } from '../../../relay/domain/own-logins.ts'
import type { RelayNotice } from '../../../relay/domain/relay-event.ts'
import { done } from '../../../relay/domain/result.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { accept, openWorkbench, type Workbench } from '../../support/queue-workbench.ts'
import { type Behaviour, type StagedUpstream, startStagedUpstream } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let bench: Workbench
let upstream: StagedUpstream
let courier: Courier | null
let notices: RelayNotice[]
let user: UserConfiguration

const usual = { bare: true, abilities: ['8BITMIME', 'AUTH PLAIN'] }

beforeEach(async () => {
  bench = await openWorkbench()
  upstream = await startStagedUpstream(usual)
  courier = null
  notices = []
  user = userConfiguration.parse({
    id: 'office',
    server: '127.0.0.1',
    port: upstream.port,
    encryption: 'none',
    username: 's1_2',
    password: { keychain: true },
  })
})
afterEach(async () => {
  await courier?.stop()
  await upstream.stop()
  await bench.remove()
})

const behave = (behaviour: Behaviour): void => upstream.behave({ ...usual, ...behaviour })
const told = <Event extends RelayNotice['event']>(event: Event): Extract<RelayNotice, { event: Event }>[] =>
  notices.filter((notice): notice is Extract<RelayNotice, { event: Event }> => notice.event === event)

describe('what the courier says of a connection', () => {
  const well: [string, boolean][] = []
  const startTelling = (): Courier => {
    well.length = 0
    courier = startCourier({
      queue: bench.queue,
      users: () => new Map([[user.id, user]]),
      passwordOf: async () => done(new Secret('right')),
      emit: (notice) => notices.push(notice),
      nowMs: () => Date.now(),
      random: () => 0.5,
      settings: { firstDelayMs: 50, timeouts: { connect: 2000, answer: 2000 } },
      onWell: (id, delivered) => well.push([id, delivered]),
    })
    return courier
  }

  it('is that it went well: the first time, and again after trouble', async () => {
    const running = startTelling()
    for (let number = 1; number <= 2; number++) {
      await accept(bench.queue)
      running.wake()
      await waitUntil('delivered', () => told('delivered').length === number)
    }
    expect(well).toEqual([['office', true]])
  })

  it('is that a session was good although the server took no message yet', async () => {
    behave({ message: '451 4.3.0 later' })
    await accept(bench.queue)
    startTelling()
    await waitUntil('deferred', () => told('deferred')[0])
    expect(well).toEqual([['office', false]])
    behave({})
    await waitUntil('delivered', () => told('delivered')[0])
    expect(well).toEqual([
      ['office', false],
      ['office', true],
    ])
  })

  it('is nothing when mail about alerts fails, which waits alone; other mail says it', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    const silent = await accept(bench.queue, { login: alertLogin })
    const running = startTelling()
    await waitUntil('an attempt', () => bench.queue.summary(silent)?.attempts === 1)
    expect([told('alert'), well, running.pausedUsers().size]).toEqual([[], [], 0])
    await accept(bench.queue)
    running.wake()
    expect(await waitUntil('the alert', () => told('alert')[0])).toMatchObject({
      kind: 'credentials-refused',
    })
    expect(running.pausedUsers().get('office')).toBe('credentials-refused')
  })
})
