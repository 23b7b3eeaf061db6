// `npm run bench`: figures of this machine, now. Nothing passes or fails here.
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { startDisplay } from '../support/display.ts'
import { coldStartMs } from './cold-start.ts'
import { type Load, startBusyRelay } from './relay-under-load.ts'
import { median, table } from './table.ts'

const coldStarts = 7
const runsOfALoad = 3

const loads: readonly Load[] = [
  { name: '20 senders, connections kept', options: ['-s', '20', '-d'], messages: 3000 },
  { name: '20 senders, one connection a message', options: ['-s', '20'], messages: 2000 },
  { name: 'one sender, one connection a message', options: ['-s', '1'], messages: 1000 },
]

const rounded = (value: number): string => Math.round(value).toString()

async function benchColdStart(): Promise<string> {
  const display = await startDisplay()
  const bare: number[] = []
  const app: number[] = []
  try {
    // In turns, so that whatever else the machine does falls on both. The first pair only warms the disk's cache.
    for (let pair = 0; pair <= coldStarts; pair += 1) {
      const bareMs = await coldStartMs(display, resolve('test/bench/bare-window'))
      const appMs = await coldStartMs(display, resolve('.'))
      if (pair === 0) continue
      bare.push(bareMs)
      app.push(appMs)
    }
  } finally {
    await display.stop()
  }
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    rounded(median(values)),
    `${rounded(Math.min(...values))}–${rounded(Math.max(...values))}`,
    (median(values) / median(bare)).toFixed(2),
  ]
  return table([
    ['cold start to a window to press in', 'median ms', 'range ms', 'ratio'],
    row('bare Electron window', bare),
    row('SMTP+ Companion, first launch', app),
  ])
}

async function benchRelay(): Promise<string> {
  const relay = await startBusyRelay()
  try {
    const idleMegabytes = await relay.residentMegabytes()
    const rows: string[][] = []
    for (const load of loads) {
      const accepted: number[] = []
      const delivered: number[] = []
      for (let run = 0; run < runsOfALoad; run += 1) {
        const rates = await relay.run(load)
        accepted.push(rates.acceptedPerSecond)
        delivered.push(rates.deliveredPerSecond)
      }
      rows.push([load.name, rounded(median(accepted)), rounded(median(delivered))])
    }
    const busyMegabytes = await relay.residentMegabytes()
    return [
      table([['messages of 4 KB through the relay', 'accepted/s', 'accepted and delivered/s'], ...rows]),
      table([
        ["the relay's resident memory", 'MB'],
        ['just started, idle', rounded(idleMegabytes)],
        ['after the loads above', rounded(busyMegabytes)],
      ]),
    ].join('\n\n')
  } finally {
    await relay.stop()
  }
}

const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
const sections = [
  `${cpus().length} × ${processor}, Node ${process.versions.node}`,
  await benchRelay(),
  await benchColdStart(),
]
process.stdout.write(`${sections.join('\n\n')}\n`)
