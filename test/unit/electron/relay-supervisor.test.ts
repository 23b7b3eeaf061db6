import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RelayConnection } from '../../../electron/relay-process/relay-connection.ts'
import { type RelaySupervisor, superviseRelay } from '../../../electron/relay-process/relay-supervisor.ts'
import type { RequestOutput } from '../../../relay/ipc/contract.ts'
import { type RelayContract, type RelaySnapshot, relayContract } from '../../../relay/ipc/relay-contract.ts'
import { connectContract, type PortLike } from '../../../relay/ipc/relay-port.ts'
import { waitUntil } from '../../support/wait-until.ts'

/** Two ports that carry to each other what one says, as two processes would hear it. */
function portPair(): [PortLike, PortLike] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []]
  const port = (own: 0 | 1, other: 0 | 1): PortLike => ({
    post: (message) =>
      queueMicrotask(() => listeners[other].forEach((listener) => listener(structuredClone(message)))),
    onMessage: (listener) => void listeners[own].push(listener),
  })
  return [port(0, 1), port(1, 0)]
}

const emptySnapshot: RelaySnapshot = {
  listen: [{ address: '127.0.0.1', port: 2525 }],
  revision: 1,
  problems: [],
  counts: { sentToday: 0, refusedToday: 0, failedToday: 0, waiting: 0, held: 0, uncertain: 0 },
  paces: [],
  messages: [],
  refusals: [],
  alerts: [],
  loginsSeen: [],
  lastDeliveries: [],
  practice: { listen: null },
}

const question = z.object({ type: z.literal('request'), id: z.int(), name: z.string() })

/** A relay that can be asked how it is and to stop, and carries no mail; `configured` are the revisions it was given. */
function relayDouble() {
  const answers: Readonly<Record<string, unknown>> = { snapshot: emptySnapshot, practiceMessages: [] }
  const configured: number[] = []
  const ends: ((code: number) => void)[] = []
  let mood: 'agrees' | 'refuses' | 'faults' = 'agrees'
  let starts = 0

  const end = (code: number): void => {
    for (const listener of ends.splice(0)) listener(code)
  }
  const serve = (port: PortLike): void =>
    port.onMessage((message) => {
      const { id, name } = question.parse(message)
      if (name === 'stop') end(0)
      else port.post({ type: 'answer', contract: 'relay', id, output: answers[name] })
    })
  return {
    end,
    configured,
    starts: () => starts,
    feel(next: typeof mood): void {
      mood = next
    },
    connect(): RelayConnection {
      starts += 1
      const [mine, theirs] = portPair()
      serve(theirs)
      const client = connectContract(relayContract, mine)
      ends.push(() => client.close())
      return {
        client,
        ready: Promise.resolve(),
        onEnd: (listener) => void ends.push(listener),
        kill: () => end(-1),
      }
    },
    async configure(revision: number): Promise<RequestOutput<RelayContract, 'configure'>> {
      if (mood === 'faults') throw new Error('a bug')
      configured.push(revision)
      await Promise.resolve()
      if (mood === 'agrees') return { ok: true, inForce: revision }
      return {
        ok: false,
        problem: { reason: 'port-in-use', address: '127.0.0.1', port: 2525, freePort: 2526 },
      }
    },
  }
}

let double: ReturnType<typeof relayDouble>
let relay: RelaySupervisor
let revision: number
beforeEach(() => {
  double = relayDouble()
  revision = 1
  relay = superviseRelay({
    connect: () => double.connect(),
    revision: () => revision,
    configure: () => double.configure(revision),
    onView: () => {},
    onSnapshot: () => {},
    onNews: () => {},
    log: () => {},
    nowMs: () => 0,
  })
})

const until = (status: string): Promise<unknown> =>
  waitUntil(`the relay to be ${status}`, () => relay.view().status === status)

describe('the relay’s supervisor', () => {
  it('starts the relay, configures it, and says which revision is in force', async () => {
    relay.start()
    await until('running')
    expect(relay.view()).toMatchObject({ inForce: 1, listen: emptySnapshot.listen, restarts: 0 })
  })

  it('applies every later change, also those made while it is still applying one', async () => {
    relay.start()
    for (revision = 2; revision < 5; revision++) relay.apply()
    revision = 5
    relay.apply()
    await waitUntil('revision 5 in force', () => relay.view().inForce === 5)
    expect(double.configured.at(-1)).toBe(5)
  })

  it('keeps what is in force when a change is refused, and shows why', async () => {
    relay.start()
    await until('running')
    double.feel('refuses')
    revision = 2
    relay.apply()
    await waitUntil('a problem', () => relay.view().problems.length === 1)
    expect(relay.view()).toMatchObject({ status: 'running', inForce: 1, listen: emptySnapshot.listen })
  })

  it('shows a relay that can’t listen, and tries again when asked to', async () => {
    double.feel('refuses')
    relay.start()
    await until('not-listening')
    double.feel('agrees')
    relay.start()
    await until('running')
    expect(double.starts()).toBe(1)
  })

  it('starts it again after it ended, with the newest settings', async () => {
    relay.start()
    await until('running')
    revision = 7
    double.end(1)
    expect(relay.view()).toMatchObject({ status: 'restarting', restarts: 1, listen: [] })
    await expect(relay.call('snapshot', null)).rejects.toThrow('not running')
    await waitUntil('revision 7 in force', () => relay.view().inForce === 7)
  })

  it('does not start it again while stopping', async () => {
    relay.start()
    await until('running')
    await relay.stop(1_000)
    expect(double.starts()).toBe(1)
  })

  it('ends a relay that faults instead of answering, so that it is counted and seen', async () => {
    double.feel('faults')
    relay.start()
    await until('restarting')
    expect(double.starts()).toBe(1)
  })
})
