// `npm run bench`: figures of this machine, now. Nothing passes or fails here.
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Place, startDisplay } from '../support/display.ts'
import { coldStartMs } from './cold-start.ts'
import { type Load, startBusyRelay } from './relay-under-load.ts'
import { benchRules } from './rules.ts'
import { median, table } from './table.ts'

const coldStarts = 5
const runsOfALoad = 3

const loads: readonly Load[] = [
  { name: '20 senders, connections kept', options: ['-s', '20', '-d'], messages: 3000 },
  { name: '20 senders, one connection a message', options: ['-s', '20'], messages: 2000 },
  { name: 'one sender, one connection a message', options: ['-s', '1'], messages: 1000 },
]

const rounded = (value: number): string => Math.round(value).toString()
const range = (values: readonly number[]): string =>
  `${rounded(Math.min(...values))}–${rounded(Math.max(...values))}`

/** One launch in a new profile, and one after two more: by then Chromium keeps the page's compiled code. */
async function launchOften(place: Place, folder: string): Promise<{ first: number; later: number }> {
  const profile = await mkdtemp(join(tmpdir(), 'cold-start-'))
  try {
    const first = await coldStartMs(place, folder, profile)
    await coldStartMs(place, folder, profile)
    await coldStartMs(place, folder, profile)
    return { first, later: await coldStartMs(place, folder, profile) }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function benchColdStart(): Promise<string> {
  const display = await startDisplay()
  const bare: { first: number; later: number }[] = []
  const app: { first: number; later: number }[] = []
  try {
    // In turns, so that whatever else the machine does falls on both. The first pair only warms the disk's cache.
    for (let pair = 0; pair <= coldStarts; pair += 1) {
      const pairOf = [
        await launchOften(display, resolve('test/bench/bare-window')),
        await launchOften(display, resolve('.')),
      ] as const
      if (pair === 0) continue
      bare.push(pairOf[0])
      app.push(pairOf[1])
    }
  } finally {
    await display.stop()
  }
  const rows = (['first', 'later'] as const).flatMap((kind) => {
    const bareMs = bare.map((launch) => launch[kind])
    const appMs = app.map((launch) => launch[kind])
    const ratio = median(appMs) / median(bareMs)
    return [
      [`bare Electron window, ${kind} launch`, rounded(median(bareMs)), range(bareMs), '1.00'],
      [`SMTP+ Companion, ${kind} launch`, rounded(median(appMs)), range(appMs), ratio.toFixed(2)],
    ]
  })
  return table([['cold start to a window to press in', 'median ms', 'range ms', 'ratio'], ...rows])
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
  benchRules(),
  await benchRelay(),
  await benchColdStart(),
]
process.stdout.write(`${sections.join('\n\n')}\n`)
