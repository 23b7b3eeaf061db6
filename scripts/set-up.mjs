// Brings a checkout to where it runs: dependencies and build, each only when something changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { must, root, say } from './support.mjs'

// What a build reads. Tests, scripts and documents aren't in it.
const sources = [
  'electron',
  'relay',
  'renderer',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]

const dependenciesStamp = join(root, 'node_modules', '.smtp-plus-set-up')
const buildStamp = join(root, 'dist', '.built-from')

function* filesUnder(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

/** A hash of the files' names and contents: times change with every clone, contents don't. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      hash.update(file).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

const reads = (stamp) => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : null)

/** Runs `make` unless the stamp says it was already done for these very files. Failing half-way leaves no stamp. */
async function unlessDone(stamp, hash, make) {
  if (reads(stamp) === hash) return
  rmSync(stamp, { force: true })
  await make()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

/** Installs the dependencies that package-lock.json names. */
export const installDependencies = () =>
  unlessDone(dependenciesStamp, hashOf(['package.json', 'package-lock.json']), async () => {
    say('Installing dependencies (once, some minutes)…')
    await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  })

/** Builds into dist/. */
export const build = () =>
  unlessDone(buildStamp, hashOf(sources), async () => {
    say('Building…')
    await must('npm', ['run', '--silent', 'build'])
  })

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installDependencies()
  await build()
}
