// `npm run torture`: 300 kills; `npm run torture -- --kills=50 --seed=7` for others. Exits 1 when anything was lost.
import { parseArgs } from 'node:util'
import { table } from '../bench/table.ts'
import { faultsOf } from './faults.ts'
import { runTorture } from './torture.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
process.stdout.write(`torture: ${kills} kills, seed ${seed}\n`)
const startedMs = performance.now()
const report = await runTorture({
  seed,
  kills,
  onKill: (number) => {
    if (number % 10 === 0) process.stdout.write(`${number} kills\n`)
  },
})
const rows: readonly (readonly [string, number])[] = [
  ['kills', report.kills],
  ['messages acknowledged', report.acknowledged],
  ['their recipients', report.recipients],
  ['delivered', report.delivered],
  ['refused by the server, told', report.failed],
  ['still queued', report.queued],
  ['lost', report.lost.length],
  ['bytes not equal', report.mangled.length],
  ['twice: on its way at a kill', report.twiceByKill],
  ['twice: line cut before the answer', report.twiceByDrop],
  ['twice: for no reason', report.twiceForNothing.length],
  ['seconds', Math.round((performance.now() - startedMs) / 1000)],
]
process.stdout.write(`\n${table(rows.map(([name, count]) => [name, String(count)]))}\n`)
const faults = faultsOf(report)
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
