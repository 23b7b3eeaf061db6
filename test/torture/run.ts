// `npm run torture`: 300 kills and 60 sync points; `npm run torture -- --kills=50 --points=20 --seed=7` for others.
// Exits 1 when anything was lost. `npm run torture -- --floods`: floods instead of kills.
import { parseArgs } from 'node:util'
import { table } from '../bench/table.ts'
import { faultsOf } from './faults.ts'
import { floodRows, fullSizes, runFloods } from './floods.ts'
import { tortureAtSyncPoints } from './sync-points.ts'
import { runTorture, type TortureReport } from './torture.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    floods: { type: 'boolean', default: false },
    points: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const kills = Number(values.kills)
const points = Number(values.points)
const seed = Number(values.seed)
const write = (line: string): void => void process.stdout.write(`${line}\n`)
const onKill = (number: number): void => {
  if (number % 10 === 0) write(`${number} kills`)
}

if (values.floods) {
  write(table(floodRows(await runFloods(fullSizes))))
  process.exit()
}

write(`torture: ${kills} kills at random and ${points} at sync points, seed ${seed}`)
const atRandom = await runTorture({ seed, kills, onKill })
const atPoints = await tortureAtSyncPoints({ seed, points, onKill })
const row = (name: string, count: (report: TortureReport) => number): readonly string[] => [
  name,
  String(count(atRandom)),
  String(count(atPoints)),
]
write(
  table([
    ['', 'at random', 'at sync points'],
    row('kills', ({ kills }) => kills),
    row('messages acknowledged', ({ acknowledged }) => acknowledged),
    row('their recipients', ({ recipients }) => recipients),
    row('delivered', ({ delivered }) => delivered),
    row('refused by the server, told', ({ failed }) => failed),
    row('… whose senders asked to be told, and were', ({ noticed }) => noticed),
    row('… and were not', ({ unnoticed }) => unnoticed.length),
    row('still queued', ({ queued }) => queued),
    row('lost', ({ lost }) => lost.length),
    row('bytes not equal', ({ mangled }) => mangled.length),
    row('twice: on its way at a kill', ({ twiceByKill }) => twiceByKill),
    row('twice: line cut before the answer', ({ twiceByDrop }) => twiceByDrop),
    row('twice: for no reason', ({ twiceForNothing }) => twiceForNothing.length),
  ]),
)
const faults = [...faultsOf(atRandom), ...faultsOf(atPoints)]
for (const fault of faults) write(fault)
process.exitCode = faults.length === 0 ? 0 : 1
