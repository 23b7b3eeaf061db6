import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import type { Place } from './display.ts'
import { electronWithNames } from './names-of-our-own.ts'
import type { OwnNames } from './private-world.ts'

export type RunningApp = {
  readonly app: ElectronApplication
  /** the first window */
  readonly page: Page
  /** settings, queue and practice mailbox of this app alone; hand it to the next launch to test a restart */
  readonly userDataDirectory: string
  /** what the page complained about so far: uncaught errors and console errors, CSP violations among them */
  pageErrors(): readonly string[]
  /** what main and its children printed so far */
  output(): string
  /** Quits as a person would; an app that hasn't quit after 20 s is killed, and that fails the test. */
  close(): Promise<void>
}

export type LaunchOptions = {
  /** merged over a bare environment; a keyring session's `env` goes here */
  readonly env?: Readonly<Record<string, string>>
  /** default: a new folder, removed on close */
  readonly userDataDirectory?: string
  /** default `en-US` */
  readonly language?: string
  /** the app folder; default: this checkout */
  readonly folder?: string
  /** names that lead elsewhere for this app alone */
  readonly names?: OwnNames
}

/** No keyring, no session bus and nobody's HOME: what a test wants of these it says. */
async function bareEnvironment(userDataDirectory: string, display: string): Promise<Record<string, string>> {
  const home = join(userDataDirectory, 'home')
  await mkdir(home, { recursive: true })
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  }
}

/** Opens the built app in a real Electron. Run `npm run build` before. */
export async function openApp(place: Place, options: LaunchOptions = {}): Promise<RunningApp> {
  const ownsDirectory = options.userDataDirectory === undefined
  const userDataDirectory = options.userDataDirectory ?? (await mkdtemp(join(tmpdir(), 'app-')))
  // Playwright asks the electron package where its program is, and that package reads this.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = place.electronFolder
  const { names } = options
  const own = names && (await electronWithNames(userDataDirectory, place.electronFolder, names))
  const app = await electron.launch({
    ...(own ? { executablePath: own } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${userDataDirectory}`,
      `--lang=${options.language ?? 'en-US'}`,
      resolve(options.folder ?? '.'),
    ],
    env: { ...(await bareEnvironment(userDataDirectory, place.display)), ...options.env },
    timeout: 60_000,
  })
  const { output } = collectOutput(app)
  const errors: string[] = []
  app.on('window', (page) => {
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
  })
  const page = await app.firstWindow({ timeout: 60_000 })
  return {
    app,
    page,
    userDataDirectory,
    pageErrors: () => errors,
    output,
    close: async () => {
      await quit(app, output)
      if (ownsDirectory) await rm(userDataDirectory, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function collectOutput(app: ElectronApplication): { output: () => string } {
  let text = ''
  const collect = (chunk: Buffer): void => {
    text += chunk.toString()
  }
  app.process().stdout?.on('data', collect)
  app.process().stderr?.on('data', collect)
  return { output: () => text }
}

async function quit(app: ElectronApplication, output: () => string): Promise<void> {
  let killed = false
  const limit = setTimeout(() => {
    killed = app.process().kill('SIGKILL')
  }, 20_000)
  await app.close().finally(() => clearTimeout(limit))
  if (killed) throw new Error(`the app did not quit within 20 s:\n${output()}`)
}
