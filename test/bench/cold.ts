import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Place, startDisplay } from '../support/display.ts'
import { coldStartMs } from './cold-start.ts'
import { median, table } from './table.ts'

const coldStarts = 5

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

/** From the start of a process to a window to press in: the app beside an empty window of the same Electron. */
export async function benchColdStart(): Promise<string> {
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
