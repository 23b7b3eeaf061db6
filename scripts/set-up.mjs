// Brings a checkout to where it runs: dependencies and build, each only when it isn't done yet.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
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
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages

/**
 * Whether node_modules holds what package-lock.json names, by the list that npm leaves there when it is through.
 * Optional packages are this platform's or another's, so they don't count.
 */
function dependenciesAreThere() {
  const installedList = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedList)) return false
  const installed = packagesIn(installedList)
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { optional, version }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** Installs the dependencies that package-lock.json names, unless they are there. */
export async function installDependencies() {
  if (dependenciesAreThere()) return
  say('Installing dependencies (once, about a minute)…')
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Builds into dist/, unless that was done from these very sources. Failing half-way leaves no stamp. */
export async function build() {
  const hash = hashOf(sources)
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === hash) return
  say('Building…')
  rmSync(buildStamp, { force: true })
  await must('npm', ['run', '--silent', 'build'])
  writeFileSync(buildStamp, hash)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installDependencies()
  await build()
}
