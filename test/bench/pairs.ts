import { setTimeout as pause } from 'node:timers/promises'
import { waitUntil } from '../support/wait-until.ts'
import type { Load, Peer, Way } from './peer.ts'
import { median } from './table.ts'

export type Figures = {
  readonly acceptedPerSecond: number
  readonly deliveredPerSecond: number
  /** of the peer's processes, milliseconds a message */
  readonly processorMs: number
}

/** One load through one peer: acknowledged by it, and arrived at the sink. */
export async function measure(way: Way, peer: Peer, load: Load): Promise<Figures> {
  await quiet(peer)
  const before = await peer.sink.taken()
  const processorBefore = await peer.processorSeconds()
  const startedAtMs = performance.now()
  await way.send(load, peer.door)
  const acceptedAtMs = performance.now()
  const arrived = async (): Promise<number> => (await peer.sink.taken()) - before
  await waitUntil(
    async () => `${load.messages} messages at the sink, not ${await arrived()}`,
    async () => (await arrived()) >= load.messages,
    120_000,
  )
  const deliveredAtMs = performance.now()
  const perSecond = (endMs: number): number => (load.messages / (endMs - startedAtMs)) * 1000
  await quiet(peer)
  const processorMs = (((await peer.processorSeconds()) - processorBefore) / load.messages) * 1000
  return {
    acceptedPerSecond: perSecond(acceptedAtMs),
    deliveredPerSecond: perSecond(deliveredAtMs),
    processorMs,
  }
}

const quietMs = 200

/** Both peers clear up after themselves: the next to run waits until that is over. */
async function quiet(peer: Peer): Promise<void> {
  let before = await peer.processorSeconds()
  await waitUntil(
    'a peer at rest',
    async () => {
      await pause(quietMs)
      const now = await peer.processorSeconds()
      const still = now - before <= 0.01
      before = now
      return still
    },
    30_000,
  )
}

export type PairOfPeers = { readonly relay: Peer; readonly postfix: Peer }
export type PairOfFigures = { readonly relay: Figures; readonly postfix: Figures }

/**
 * The same load through both, in turns, so that whatever else the machine does falls on both; who begins alternates.
 * One run of each before it counts brings processes and compiled code to where they stay.
 */
export async function inPairs(
  way: Way,
  peers: PairOfPeers,
  load: Load,
  pairs: number,
): Promise<readonly PairOfFigures[]> {
  const warmUp = { ...load, messages: Math.ceil(load.messages / 2) }
  await measure(way, peers.relay, warmUp)
  await measure(way, peers.postfix, warmUp)
  const figures: PairOfFigures[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) {
      const relay = await measure(way, peers.relay, load)
      figures.push({ relay, postfix: await measure(way, peers.postfix, load) })
    } else {
      const postfix = await measure(way, peers.postfix, load)
      figures.push({ relay: await measure(way, peers.relay, load), postfix })
    }
  }
  return figures
}

/** The middle of the pairs' own ratios, of messages accepted and delivered a second. */
export function ratioOf(figures: readonly PairOfFigures[]): number {
  return median(figures.map(({ relay, postfix }) => relay.deliveredPerSecond / postfix.deliveredPerSecond))
}
