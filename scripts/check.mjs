// `npm run check`: every check by a tool, all of them even when one fails, and at the end which did.
import { run, say, stop } from './support.mjs'

const checks = {
  types: ['tsc'],
  lint: ['oxlint'],
  formatting: ['biome', 'check'],
  'the import law': ['depcruise', 'relay', 'electron', 'renderer', 'test'],
  'unused code': ['knip'],
}

const failed = []
for (const [name, [command, ...words]] of Object.entries(checks)) {
  const status = await run(command, words)
  if (status !== 0) failed.push(name)
}
if (failed.length > 0) stop(`Checks that failed: ${failed.join(', ')}.`)
say(`Checks passed: ${Object.keys(checks).join(', ')}.`)
