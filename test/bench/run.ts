// `npm run bench`: figures of this machine, now, with their goals. Nothing passes or fails here.
// `npm run bench -- relay cold --pairs=7`: only these sections, and more pairs. On a machine where others are at work,
// as root: `nice -n -19 npm run bench`.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { besidePostfix } from './beside-postfix.ts'
import { benchColdStart } from './cold.ts'
import { benchFullQueue } from './full-queue.ts'
import { benchJournal } from './journal.ts'
import { plainWay } from './plain-way.ts'
import { plainRaces, secureRaces } from './races.ts'
import { benchRules } from './rules.ts'
import { createSecureWay } from './secure-way.ts'

const { values, positionals } = parseArgs({
  options: { pairs: { type: 'string', default: '3' } },
  allowPositionals: true,
})
const pairs = Number(values.pairs)

const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  rules: benchRules,
  relay: () => besidePostfix('4 KB messages, in clear', plainWay, plainRaces, pairs),
  tls: benchSecurely,
  queue: () => benchFullQueue(pairs),
  journal: () => benchJournal(),
  cold: benchColdStart,
}

async function benchSecurely(): Promise<string> {
  const way = createSecureWay()
  const figures = await besidePostfix('4 KB messages, STARTTLS and AUTH in and out', way, secureRaces, pairs)
  const { sender, sink } = way.busiest()
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  return `${figures}\n\nBusy at most: the sender ${percent(sender)}, the sink ${percent(sink)} of a processor.`
}

const unknown = positionals.filter((name) => !(name in sections))
if (unknown.length > 0 || !(pairs >= 1)) {
  process.stderr.write(`Sections: ${Object.keys(sections).join(' ')}; --pairs=1 or more.\n`)
  process.exit(2)
}
const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
const load = (loadavg()[0] ?? 0).toFixed(1)
process.stdout.write(`${cpus().length} × ${processor}, Node ${process.versions.node}, load before ${load}\n`)
if (Number(load) > 1) process.stdout.write('Others are at work here: take the figures as a hint.\n')
for (const [name, section] of Object.entries(sections)) {
  if (positionals.length === 0 || positionals.includes(name)) process.stdout.write(`\n${await section()}\n`)
}
