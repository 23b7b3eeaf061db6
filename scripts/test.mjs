// `npm test`: sets up what is missing, builds, checks, then runs every test. Words after `--` go to Vitest:
// `npm test -- test/unit` runs those tests alone, without the checks.
import { join } from 'node:path'
import { installDebianPackages } from './debian-packages.mjs'
import { build, installDependencies } from './set-up.mjs'
import { projectNode, root, run, say } from './support.mjs'

const words = process.argv.slice(2)

await installDependencies()
await installDebianPackages()
await build()
// Tests run even when a check fails: both are worth knowing.
const checks = words.length === 0 ? await run(projectNode(), [join(root, 'scripts', 'check.mjs')]) : 0
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const tests = await run(projectNode(), [vitest, 'run', ...words])
if (checks !== 0) say('The checks before the tests failed; see above.')
process.exit(tests === 0 ? checks : tests)
