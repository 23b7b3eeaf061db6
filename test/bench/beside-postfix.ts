import { setTimeout as pause } from 'node:timers/promises'
import { inPairs, type PairOfFigures, ratioOf } from './pairs.ts'
import type { Load, Way } from './peer.ts'
import { startPostfixPeer } from './postfix-peer.ts'
import { startRelayPeer } from './relay-peer.ts'
import { median, table } from './table.ts'

/** A load and what is wanted of it: how many times as many messages a second as Postfix. */
export type Race = { readonly load: Load; readonly goal: number; readonly aim: number | null }

/** So long nothing comes before a relay is idle: what a start or a load leaves behind is given back after five seconds. */
const idleMs = 7_000

const rounded = (value: number): string => Math.round(value).toString()

/** Each race beside Postfix in this one run, then what the relay's process took for it. */
export async function besidePostfix(
  title: string,
  way: Way,
  races: readonly Race[],
  pairs: number,
): Promise<string> {
  const relay = await startRelayPeer(way)
  const postfix = await startPostfixPeer(way)
  try {
    await pause(idleMs)
    const idleMegabytes = await relay.residentMegabytes()
    const rows: (readonly string[])[] = []
    for (const race of races) rows.push(rowOf(race, await inPairs(way, { relay, postfix }, race.load, pairs)))
    await pause(idleMs)
    const head = ['accepted/s', 'delivered/s', 'Postfix', 'ratio', 'goal', 'CPU ms each', 'Postfix']
    return [
      table([[title, ...head], ...rows]),
      table([
        ["the relay's resident memory", 'MB', 'goal'],
        ['idle, seven seconds after the start', rounded(idleMegabytes), '80'],
        ['idle, seven seconds after the loads', rounded(await relay.residentMegabytes()), ''],
      ]),
    ].join('\n\n')
  } finally {
    await relay.stop()
    await postfix.stop()
  }
}

function rowOf({ load, goal, aim }: Race, figures: readonly PairOfFigures[]): readonly string[] {
  const middle = (value: (pair: PairOfFigures) => number): number => median(figures.map(value))
  return [
    load.name,
    rounded(middle(({ relay }) => relay.acceptedPerSecond)),
    rounded(middle(({ relay }) => relay.deliveredPerSecond)),
    rounded(middle(({ postfix }) => postfix.deliveredPerSecond)),
    ratioOf(figures).toFixed(2),
    aim === null ? String(goal) : `${goal}, aim ${aim}`,
    middle(({ relay }) => relay.processorMs).toFixed(2),
    middle(({ postfix }) => postfix.processorMs).toFixed(2),
  ]
}
