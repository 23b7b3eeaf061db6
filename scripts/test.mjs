// `npm test`: sets up what is missing, builds, checks, then runs every test. Words after `--` go to Vitest:
// `npm test -- test/unit` runs those tests alone, without the checks.
import { join } from 'node:path'
import { installDebianPackages } from './debian-packages.mjs'
import { build, installDependencies } from './set-up.mjs'
import { must, projectNode, root, run } from './support.mjs'

const words = process.argv.slice(2)

await installDependencies()
await installDebianPackages()
await build()
if (words.length === 0) await must('npm', ['run', '--silent', 'check'])
process.exit(await run(projectNode(), [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...words]))
