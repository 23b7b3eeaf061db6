// `npm run bench`: figures of this machine, now, with their goals. Nothing passes or fails here.
// `npm run bench -- relay cold --pairs=7`: only these sections, and more pairs beside Postfix.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { besidePostfix } from './beside-postfix.ts'
import { benchColdStart } from './cold.ts'
import { plainWay } from './plain-way.ts'
import { plainRaces } from './races.ts'
import { benchRules } from './rules.ts'

const { values, positionals } = parseArgs({
  options: { pairs: { type: 'string', default: '3' } },
  allowPositionals: true,
})
const pairs = Number(values.pairs)

const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  rules: benchRules,
  relay: () => besidePostfix('4 KB messages, in clear', plainWay, plainRaces, pairs),
  cold: benchColdStart,
}

const unknown = positionals.filter((name) => !(name in sections))
if (unknown.length > 0 || !(pairs >= 1)) {
  process.stderr.write(`Sections: ${Object.keys(sections).join(' ')}; --pairs=1 or more.\n`)
  process.exit(2)
}
const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
const load = (loadavg()[0] ?? 0).toFixed(1)
process.stdout.write(`${cpus().length} × ${processor}, Node ${process.versions.node}, load before ${load}\n`)
for (const [name, section] of Object.entries(sections)) {
  if (positionals.length === 0 || positionals.includes(name)) process.stdout.write(`\n${await section()}\n`)
}
