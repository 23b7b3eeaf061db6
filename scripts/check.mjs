// `npm run check`: every check by a tool, all at the same time and all of them even when one fails; at the end which did.
import { gather, say, stop } from './support.mjs'

const checks = {
  types: ['tsc'],
  lint: ['oxlint'],
  formatting: ['biome', 'check'],
  'the import law': ['depcruise', 'relay', 'electron', 'renderer', 'test'],
  'unused code': ['knip'],
}

const results = await Promise.all(
  Object.entries(checks).map(async ([name, [command, ...words]]) => {
    const { status, output } = await gather(command, words)
    // As a whole once it is there: what two checks say never mixes.
    process.stdout.write(output)
    return { name, status }
  }),
)
const failed = results.filter(({ status }) => status !== 0).map(({ name }) => name)
if (failed.length > 0) stop(`Checks that failed: ${failed.join(', ')}.`)
say(`Checks passed: ${Object.keys(checks).join(', ')}.`)
